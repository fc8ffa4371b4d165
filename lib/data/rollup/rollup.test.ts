// What is added up where the figures lie: which reports, and when.
import { beforeAll, describe, expect, test } from 'vitest';
import { db } from '../database/client';
import { approve } from '../review/reviews';
import { findRollUp, readRollUp } from './rollup';
import { findRollUpCells } from './cells';
import { changeUnitDetails, createUnit } from '../tree/units';
import { world, report, key, totalOf, openWorld, nextYear } from './test-rollup';

beforeAll(openWorld);

describe('totals', () => {
  test('a city is its own level and its counties, a province its cities, as of now', async () => {
    const period = nextYear();
    await report('province', period, [{ code: 'SX001', value: '1000' }]);
    await report('city', period, [{ code: 'SX001', value: '1' }]);
    await report('county', period, [{ code: 'SX001', value: '20' }]);
    const late = await report('neighbour', period, [{ code: 'SX001', value: '300' }], 'draft');
    expect(await totalOf('city', period, 'SX001')).toBe('21');
    expect(await totalOf('province', period, 'SX001')).toBe('1021');
    const view = await findRollUp(world.viewer('city', 'reviewer'), key('city', period));
    expect(view?.columns[0]).toMatchObject({ reported: 2 });
    expect(
      view?.columns[0]?.expected
        .filter(({ submissionId }) => !submissionId)
        .map(({ unit }) => unit.code),
    ).toEqual([world.unit.neighbour.code]);
    // The moment it is signed it counts.
    const by = world.viewer('neighbour', 'signatory').personId;
    await db.submission.updateMany({
      where: { reportId: late },
      data: { sentAt: new Date(), sentById: by, signedAt: new Date(), signedById: by },
    });
    expect(await totalOf('city', period, 'SX001')).toBe('321');
    expect(await totalOf('city', period, 'SX001', { standing: 'approved' })).toBeNull();
    await approve(world.viewer('city', 'reviewer'), late, 1);
    expect(await totalOf('city', period, 'SX001', { standing: 'approved' })).toBe('300');
  });

  test('a total taken apart has the same total, and names who gave what', async () => {
    const period = nextYear();
    await report('county', period, [{ code: 'SX001', value: '5' }]);
    await report('neighbour', period, [
      { code: 'SX001', value: '6', rest: { asOf: `${period}-03` } },
    ]);
    await report('city', period, []);
    const cells = (await findRollUpCells(
      world.viewer('city', 'reviewer'),
      key('city', period),
      'SX001',
    ))!;
    expect(cells.columns[0]?.total.value).toBe(await totalOf('city', period, 'SX001'));
    const standings = Object.fromEntries(
      cells.columns[0]!.cells.map(({ source, standing }) => [source.unit.code, standing]),
    );
    expect(standings).toEqual({
      [world.unit.city.code]: 'lacking',
      [world.unit.county.code]: 'added',
      [world.unit.neighbour.code]: 'other-date',
    });
    expect(
      await findRollUpCells(world.viewer('city', 'reviewer'), key('city', period), 'NO-SUCH'),
    ).toBeNull();
  });

  test('whose figures are in a county already is shown, never added', async () => {
    const period = nextYear();
    await report('county', period, [{ code: 'SX001', value: '5' }]);
    await report('neighbour', period, [{ code: 'SX001', value: '6' }]);
    await db.unit.update({
      where: { id: world.unit.neighbour.id },
      data: { kind: 'zone', countedElsewhere: true },
    });
    expect(await totalOf('city', period, 'SX001')).toBe('5');
    const cells = await findRollUpCells(
      world.viewer('city', 'reviewer'),
      key('city', period),
      'SX001',
    );
    expect(
      cells?.columns[0]?.cells.find(({ source }) => source.unit.code === world.unit.neighbour.code)
        ?.standing,
    ).toBe('not-added');
    await db.unit.update({
      where: { id: world.unit.neighbour.id },
      data: { kind: 'federation', countedElsewhere: false },
    });
  });
});

test('industry unions, zones and enterprises beside counties count once, at every level', async () => {
  await openWorld();
  const own = world;
  const admin = own.viewer('province', 'administrator');
  for (const [at, kind] of (['industry', 'zone', 'enterprise'] as const).entries()) {
    const code = `${own.unit.city.code}${kind}`;
    await createUnit(admin, {
      code,
      name: `第${at}产业工会`,
      nameEn: code,
      level: 'county',
      parentCode: own.unit.city.code,
      validFrom: new Date('2000-01-01'),
    });
    await changeUnitDetails(admin, code, {
      kind,
      countedElsewhere: kind === 'zone',
      contactName: null,
      contactPhone: null,
      contactEmail: null,
    });
  }
  const period = nextYear();
  await report('county', period, [{ code: 'SX001', value: '1' }]);
  const { periodId } = await db.report.findFirstOrThrow({
    where: { unit: { code: own.unit.county.code }, period: { code: period } },
  });
  const by = own.viewer('city', 'signatory').personId;
  for (const [at, kind] of ['industry', 'zone', 'enterprise'].entries()) {
    const { id: unitId } = await db.unit.findUniqueOrThrow({
      where: { code: `${own.unit.city.code}${kind}` },
    });
    const {
      submissions: [one],
    } = await db.report.create({
      data: { unitId, periodId, submissions: { create: { number: 1 } } },
      include: { submissions: true },
    });
    await db.figure.create({
      data: {
        submissionId: one!.id,
        indicatorCode: 'SX001',
        answer: 'number',
        value: 10 ** (at + 1),
        enteredById: by,
      },
    });
    await db.submission.update({
      where: { id: one!.id },
      data: { sentAt: new Date(), sentById: by, signedAt: new Date(), signedById: by },
    });
  }
  expect([
    await totalOf('city', period, 'SX001'),
    await totalOf('province', period, 'SX001'),
  ]).toEqual(['1011', '1011']);
  const cells = await findRollUpCells(
    own.viewer('province', 'reviewer'),
    key('province', period),
    'SX001',
  );
  expect(
    cells?.columns[0]?.cells.map(({ source, standing }) => [source.unit.kind, standing]).sort(),
  ).toEqual([
    ['enterprise', 'added'],
    ['federation', 'added'],
    ['industry', 'added'],
    ['zone', 'not-added'],
  ]);
});

test('many periods at once', async () => {
  const [a, b] = [nextYear(), nextYear()];
  await report('county', a, [{ code: 'SX001', value: '1' }]);
  await report('county', b, [{ code: 'SX001', value: '2' }]);
  const found = await readRollUp(
    world.viewer('city', 'auditor'),
    world.unit.city.code,
    [a, b, '1066'],
    { basis: 'then', standing: 'submitted' },
  );
  expect(
    found?.rows
      .find(({ indicator }) => indicator.code === 'SX001')
      ?.totals.map(({ value }) => value),
  ).toEqual(['1', '2']);
  // Two columns of one period could not be told apart where the figures are added.
  await expect(
    readRollUp(world.viewer('city', 'auditor'), world.unit.city.code, [a, b, a], {
      basis: 'then',
      standing: 'submitted',
    }),
  ).rejects.toThrow('twice');
  expect(
    await readRollUp({ ...world.viewer('city', 'auditor'), roles: [] }, world.unit.city.code, [a], {
      basis: 'then',
      standing: 'submitted',
    }),
  ).toBeNull();
});
