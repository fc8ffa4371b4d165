// What is added up where the figures lie, held against the pure rules and against what stands in the tree of the day.
import { beforeAll, describe, expect, test } from 'vitest';
import type { Figure } from '@/lib/domain/figure/figure';
import { rollUp } from '@/lib/domain/rollup/rollup';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { explain } from '../figures/explain-check';
import { listExplained } from './explained';
import { approve, returnForChanges } from '../review/reviews';
import { findRollUp, readRollUp, type RollUpKey } from './rollup';
import {
  explainHandTotal,
  findHandTotals,
  findReportTotals,
  setCoverage,
  unexplainedTotals,
} from './hand-totals';
import { findRollUpCells } from './cells';
import { findReadiness, sendForSignature, signAndSubmit } from '../submission/submissions';
import { fillAll, makeWorld, type UnitKey, type World } from '../testing/test-world';
import { findTrace } from '../summary/trace';
import { changeUnitDetails, closeUnit, createUnit, mergeUnit, moveUnit } from '../tree/units';

type Given = {
  code: string;
  value: string;
  rest?: Partial<Pick<Figure, 'qualifier' | 'asOf' | 'scopeNote'>>;
};

let world: World;
let year = 4000;
beforeAll(async () => {
  world = await makeWorld();
});

/** A report with figures, handed in unless it is said not to be. */
async function report(
  unit: UnitKey,
  period: string,
  given: Given[],
  stage: 'draft' | 'signed' | 'approved' = 'signed',
): Promise<string> {
  const id = await world.report(unit, period);
  const submission = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  const by = world.viewer(unit, 'signatory').personId;
  await db.figure.createMany({
    data: given.map(({ code, value, rest }) => ({
      submissionId: submission.id,
      indicatorCode: code,
      answer: 'number' as const,
      value,
      enteredById: by,
      ...rest,
    })),
  });
  const now = new Date();
  if (stage !== 'draft')
    await db.submission.update({
      where: { id: submission.id },
      data: { sentAt: now, sentById: by, signedAt: now, signedById: by },
    });
  if (stage === 'approved') await approve(world.viewer('city', 'reviewer'), id, 1);
  return id;
}

const key = (unit: UnitKey, period: string, rest: Partial<RollUpKey> = {}): RollUpKey => ({
  unit: world.unit[unit].code,
  period,
  basis: 'then',
  standing: 'submitted',
  ...rest,
});
const totalOf = async (
  unit: UnitKey,
  period: string,
  code: string,
  rest: Partial<RollUpKey> = {},
) => {
  const view = await findRollUp(world.viewer(unit, 'reviewer'), key(unit, period, rest));
  return view?.rows.find(({ indicator }) => indicator.code === code)?.totals[0]?.value ?? null;
};

describe('totals', () => {
  test('a city is its own level and its counties, a province its cities, as of now', async () => {
    const period = String((year += 1));
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

  test('the database adds up by the rules of the domain, indicator by indicator', async () => {
    const period = String((year += 1));
    const { indicators } = await findCatalogue();
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const qualifiers = ['', '', '', '近', '约', '余', '以上'] as const;
    for (const unit of ['city', 'county', 'neighbour'] as const) {
      const given = indicators
        .filter(() => random(3) > 0)
        .map(({ code }): Given => ({
          code,
          value: `${random(90_000)}.${random(99)}`,
          rest: {
            qualifier: qualifiers[random(qualifiers.length)]!,
            asOf: random(5) === 0 ? `${period}-06` : random(5) === 0 ? period : null,
          },
        }));
      await report(unit, period, given);
    }
    const view = (await findRollUp(world.viewer('city', 'reviewer'), key('city', period)))!;
    const reports = new Map<string, Figure[]>();
    for (const { reportId, submissionId } of view.columns[0]!.sources) {
      const rows = await db.figure.findMany({ where: { submissionId: submissionId! } });
      reports.set(
        reportId,
        rows.map(
          ({ indicatorCode, value, ...row }) =>
            ({ ...row, indicator: indicatorCode, value: value!.toFixed() }) as unknown as Figure,
        ),
      );
    }
    const expected = rollUp(indicators, reports, view.columns[0]!.period);
    let checked = 0;
    for (const {
      indicator,
      totals: [total],
    } of view.rows) {
      const { value, qualifier, units, why } = expected.get(indicator.code)!;
      expect({
        code: indicator.code,
        value: total!.value,
        qualifier: total!.qualifier,
        units: total!.units,
        why: total!.why,
      }).toEqual({ code: indicator.code, value, qualifier, units, why });
      checked += value === null ? 0 : 1;
    }
    expect(checked).toBeGreaterThan(200);
    for (const [code, row] of expected)
      if (row.value !== null)
        expect(view.rows.some(({ indicator }) => indicator.code === code)).toBe(true);
  });

  test('a total taken apart has the same total, and names who gave what', async () => {
    const period = String((year += 1));
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
    const period = String((year += 1));
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
  const own = await makeWorld();
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
  const before = world;
  world = own;
  try {
    const period = String((year += 1));
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
  } finally {
    world = before;
  }
});

describe('a total entered by hand', () => {
  test('is not added but held against the sum, and a difference is explained until a number changes', async () => {
    const period = String((year += 1));
    const id = await report('city', period, [
      { code: 'SX001', value: '30' },
      { code: 'SX003', value: '7', rest: { scopeNote: '本级' } },
    ]);
    await db.report.update({ where: { id }, data: { coverage: 'whole' } });
    await report('county', period, [
      { code: 'SX001', value: '20' },
      { code: 'SX003', value: '1' },
    ]);
    const viewer = world.viewer('city', 'reporter');
    const view = () => findRollUp(viewer, key('city', period)).then((found) => found!);
    expect(await totalOf('city', period, 'SX001')).toBe('20');
    expect(await totalOf('city', period, 'SX003')).toBe('8');
    expect(await totalOf('province', period, 'SX001')).toBe('20');
    expect((await findHandTotals(viewer, await view()))?.rows).toMatchObject([
      { indicator: { code: 'SX001' }, difference: '10', explanation: null },
    ]);
    await expect(
      explainHandTotal(viewer, key('city', period), 'SX001', '核实无误'),
    ).rejects.toThrow('explanation-says-nothing');
    await explainHandTotal(viewer, key('city', period), 'SX001', '含市直属基层工会的十场活动');
    expect((await findHandTotals(viewer, await view()))?.rows[0]?.explanation).toMatchObject({
      text: '含市直属基层工会的十场活动',
      by: viewer.name,
      outOfDate: false,
    });
    const traced = { unit: key('city', period).unit, period, indicator: 'SX001', submission: 1 };
    const handTotal = { sum: '20场次', text: '含市直属基层工会的十场活动', by: viewer.name };
    expect(await findTrace(world.viewer('province', 'reviewer'), traced)).toMatchObject({
      handTotal,
    });
    expect(await findTrace(viewer, { ...traced, indicator: 'SX003' })).toMatchObject({
      handTotal: null,
    });
    const above = world.viewer('province', 'reviewer');
    const told = {
      indicators: ['SX001'],
      text: '含市直属基层工会的十场活动',
      by: viewer.name,
      reportId: id,
    };
    expect(
      await listExplained(above, (await findRollUp(above, key('province', period)))!),
    ).toMatchObject([told]);
    const aside = world.viewer('county', 'reviewer');
    expect(await listExplained(aside, (await findRollUp(aside, key('county', period)))!)).toEqual(
      [],
    );
    await report('neighbour', period, [{ code: 'SX001', value: '2' }]);
    expect((await findHandTotals(viewer, await view()))?.rows[0]).toMatchObject({
      difference: '8',
      explanation: { outOfDate: true },
    });
  });

  test('keeps the report from being sent and signed while a difference has no explanation, once all below are in', async () => {
    const period = String((year += 1));
    const [reporter, signatory] = [
      world.viewer('city', 'reporter'),
      world.viewer('city', 'signatory'),
    ];
    const id = await world.report('city', period);
    await fillAll(reporter, id, '7');
    await setCoverage(reporter, id, 'whole');
    await report('county', period, [{ code: 'SX001', value: '4' }]);
    const late = await report('neighbour', period, [{ code: 'SX001', value: '2' }], 'draft');
    const checks = async () => (await findReadiness(reporter, id))!.unexplained;
    for (const { check } of await checks())
      await explain(reporter, id, check.code, '演示用的理由写在这里');
    // Something is missing below: the sum says nothing yet.
    expect(await findReportTotals(reporter, id)).toMatchObject({
      waiting: 1,
      rows: [{ difference: '3' }],
    });
    expect(await findReportTotals(world.viewer('province', 'reviewer'), id)).toBeNull();
    expect(unexplainedTotals((await findReportTotals(reporter, id))!)).toEqual([]);
    const by = world.viewer('neighbour', 'signatory').personId;
    await db.submission.updateMany({
      where: { reportId: late },
      data: { sentAt: new Date(), sentById: by, signedAt: new Date(), signedById: by },
    });
    const refusal = expect.objectContaining({
      code: 'hand-totals-unexplained',
      params: { count: '1', indicator: '集中宣讲场次', entered: '7场次', sum: '6场次' },
    });
    await expect(sendForSignature(reporter, id)).rejects.toThrow(refusal);
    await explainHandTotal(reporter, key('city', period), 'SX001', '含市直属基层工会的一场活动');
    expect((await findReadiness(reporter, id))?.failing).toEqual([]);
    await sendForSignature(reporter, id);
    // A correction from below changes the sum: the explanation is out of date, and the signature waits.
    await db.$executeRaw`UPDATE "roll_up_explanation" SET "values" = '{"entered":"7","sum":"5"}' WHERE "text" = '含市直属基层工会的一场活动'`;
    await expect(signAndSubmit(signatory, id)).rejects.toThrow(refusal);
    await explainHandTotal(reporter, key('city', period), 'SX001', '含市直属基层工会的两场活动');
    await signAndSubmit(signatory, id);
    const above = world.viewer('province', 'reviewer');
    expect((await findReportTotals(above, id))?.rows).toMatchObject([
      { difference: '1', explanation: { text: '含市直属基层工会的两场活动', outOfDate: false } },
    ]);
    // It stays with the report when it comes back.
    await returnForChanges(above, id, 1, { reason: '请再核对', marks: [] });
    expect(await findReportTotals(reporter, id)).toMatchObject({
      submission: 2,
      rows: [{ explanation: { text: '含市直属基层工会的两场活动' } }],
    });
  });

  test('counts where nothing below is expected to report', async () => {
    const period = String((year += 1));
    const id = await report('otherCity', period, [{ code: 'SX001', value: '30' }]);
    await db.report.update({ where: { id }, data: { coverage: 'whole' } });
    expect(await totalOf('province', period, 'SX001')).toBe('30');
  });
});

describe('the dated tree', () => {
  test('a county that moved counts where it stood that year, or where it stands today', async () => {
    const own = await makeWorld();
    const before = world;
    world = own;
    try {
      for (const period of ['2030', '2031']) {
        await report('county', period, [{ code: 'SX001', value: period === '2030' ? '5' : '8' }]);
        await report('otherCounty', period, [{ code: 'SX001', value: '100' }]);
      }
      // It moves in the middle of 2031, as it were: the placements are put down as they would then stand.
      await moveUnit(
        own.viewer('province', 'administrator'),
        own.unit.county.code,
        own.unit.otherCity.code,
        new Date('2020-06-01'),
      );
      await db.placement.updateMany({
        where: { unitId: own.unit.county.id, validTo: { not: null } },
        data: { validTo: new Date('2031-06-01') },
      });
      await db.placement.updateMany({
        where: { unitId: own.unit.county.id, validTo: null },
        data: { validFrom: new Date('2031-06-01') },
      });
      expect(await totalOf('city', '2030', 'SX001')).toBe('5');
      expect(await totalOf('otherCity', '2030', 'SX001')).toBe('100');
      expect(await totalOf('otherCity', '2031', 'SX001')).toBe('108');
      expect(await totalOf('otherCity', '2030', 'SX001', { basis: 'today' })).toBe('105');
      expect(
        await findRollUp(own.viewer('city', 'reviewer'), key('city', '2030', { basis: 'today' })),
      ).toBeNull();
      const view = await findRollUp(own.viewer('otherCity', 'reviewer'), key('otherCity', '2031'));
      expect(view).toMatchObject({ isRestructured: true, compared: { units: 1, of: 2 } });
      expect(view?.rows[0]?.alike.map(({ value }) => value)).toEqual(['100', '100']);
      // What has left the unit counts in its totals of then, but is not opened from there.
      const left = await findRollUp(own.viewer('city', 'reviewer'), key('city', '2030'));
      expect(left?.columns[0]?.sources.map(({ unit, isOpenTo }) => [unit.code, isOpenTo])).toEqual([
        [own.unit.county.code, false],
      ]);
    } finally {
      world = before;
    }
  });

  test('a county merged into another is gone from that year on, and is compared in its place', async () => {
    const own = await makeWorld();
    const before = world;
    world = own;
    try {
      await report('county', '2012', [{ code: 'SX001', value: '5' }]);
      await report('neighbour', '2012', [{ code: 'SX001', value: '7' }]);
      await report('county', '2013', [{ code: 'SX001', value: '2' }]);
      await report('neighbour', '2013', [{ code: 'SX001', value: '15' }]);
      const admin = own.viewer('city', 'administrator');
      await mergeUnit(admin, own.unit.county.code, own.unit.neighbour.code, new Date('2013-07-01'));
      const view = await findRollUp(
        own.viewer('city', 'reviewer'),
        key('city', '2013', { basis: 'today' }),
      );
      const row = view?.rows.find(({ indicator }) => indicator.code === 'SX001');
      expect(row?.totals.map(({ value }) => value)).toEqual(['15', '12']);
      expect(row?.alike.map(({ value }) => value)).toEqual(['15', '12']);
      expect(view?.compared).toEqual({ units: 1, of: 1 });
      await expect(
        mergeUnit(admin, own.unit.neighbour.code, own.unit.county.code, new Date('2014-01-01')),
      ).rejects.toThrow('unit-closed');
      await expect(
        closeUnit(admin, own.unit.otherCounty.code, new Date('2014-01-01')),
      ).rejects.toThrow('not-found');
    } finally {
      world = before;
    }
  });
});

test('many periods at once', async () => {
  const [a, b] = [String((year += 1)), String((year += 1))];
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
