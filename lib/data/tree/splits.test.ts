import { beforeAll, expect, test } from 'vitest';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { db } from '../database/client';
import { findRollUp } from '../rollup/rollup';
import { findRollUpCells } from '../rollup/cells';
import { makeWorld, type UnitKey, type World } from '../testing/test-world';
import { findSplits, splitUnit, withdrawSplit, type SplitPlan } from './splits';
import { findUnit, moveUnit, reopenUnit } from './units';

let world: World;
const day = (text: string) => new Date(text);
const code = (key: UnitKey) => world.unit[key].code;
const fresh = (at: number) => `${code('city')}s${at}`;
const plan = (rest: Partial<SplitPlan> = {}): SplitPlan => ({
  parts: [
    { code: fresh(1), name: '东区总工会' },
    { code: fresh(2), name: '西区总工会' },
  ],
  on: day('2015-07-01'),
  goesOn: false,
  ...rest,
});
beforeAll(async () => {
  world = await makeWorld();
});

async function handIn(unit: string, period: string, value: string): Promise<void> {
  const { id: unitId } = await db.unit.findUniqueOrThrow({ where: { code: unit } });
  const { id: periodId } = await db.period.findUniqueOrThrow({ where: { code: period } });
  const by = world.viewer('city', 'reporter').personId;
  const report = await db.report.upsert({
    where: { unitId_periodId: { unitId, periodId } },
    create: { unitId, periodId, submissions: { create: { number: 1 } } },
    update: {},
    include: { submissions: true },
  });
  const { id } = report.submissions[0]!;
  await db.figure.create({
    data: { submissionId: id, indicatorCode: 'SX001', answer: 'number', value, enteredById: by },
  });
  await db.submission.update({
    where: { id },
    data: { sentAt: new Date(), sentById: by, signedAt: new Date(), signedById: by },
  });
}

test('who splits what, and into what', async () => {
  const admin = world.viewer('city', 'administrator');
  const refused = async (rest: Partial<SplitPlan>, wanted: string) =>
    expect(splitUnit(admin, code('county'), plan(rest))).rejects.toThrow(
      expect.objectContaining({ code: wanted }),
    );
  await refused({ on: day('1900-01-01') }, 'split-before-opened');
  await refused({ parts: [{ code: fresh(1), name: '东区总工会' }] }, 'split-too-few');
  await refused(
    {
      parts: [
        { code: fresh(1), name: '甲' },
        { code: fresh(1), name: '甲' },
      ],
    },
    'split-twice',
  );
  await refused(
    {
      parts: [
        { code: fresh(1), name: '甲' },
        { code: code('county'), name: null },
      ],
    },
    'split-twice',
  );
  await refused(
    {
      parts: [
        { code: fresh(1), name: null },
        { code: fresh(2), name: '乙' },
      ],
    },
    'split-no-name',
  );
  await refused(
    {
      parts: [
        { code: code('otherCounty'), name: null },
        { code: fresh(2), name: '乙' },
      ],
    },
    'code-taken',
  );
  expect(await db.unit.count({ where: { code: { in: [fresh(1), fresh(2)] } } })).toBe(0);
  await expect(splitUnit(admin, code('otherCounty'), plan())).rejects.toThrow(NotFoundError);
  await expect(splitUnit(admin, code('city'), plan())).rejects.toThrow(RefusedError);
  for (const role of ['reporter', 'signatory', 'reviewer', 'auditor'] as const) {
    await expect(splitUnit(world.viewer('city', role), code('county'), plan())).rejects.toThrow(
      RefusedError,
    );
    expect(await findSplits(world.viewer('city', role), code('county'))).toBeNull();
  }
});

test('the parts are compared together, never one of them alone', async () => {
  for (const period of ['2014', '2015', '2016']) await world.report('otherCounty', period);
  await world.report('county', '2014');
  await handIn(code('county'), '2014', '30');
  await splitUnit(world.viewer('city', 'administrator'), code('county'), plan());
  for (const period of ['2015', '2016']) {
    await handIn(fresh(1), period, '12');
    await handIn(fresh(2), period, '21');
  }
  const view = async (unit: string, period: string, basis: 'then' | 'today' = 'then') =>
    findRollUp(world.viewer('province', 'reviewer'), {
      unit,
      period,
      basis,
      standing: 'submitted',
    });
  const alike = async (...of: Parameters<typeof view>) =>
    (await view(...of))?.rows[0]?.alike.map(({ value }) => value);
  for (const basis of ['then', 'today'] as const) {
    expect(await alike(code('city'), '2015', basis)).toEqual(['33', '30']);
    expect((await view(code('city'), '2015', basis))?.undivided).toEqual([]);
  }
  // One part moves to another city: the figures of the old unit belong to neither alone.
  await moveUnit(
    world.viewer('province', 'administrator'),
    fresh(2),
    code('otherCity'),
    day('2018-01-01'),
  );
  expect(await alike(code('city'), '2015')).toEqual(['33', '30']);
  const torn = (await view(code('city'), '2015', 'today'))!;
  expect(torn.rows[0]?.totals.map(({ value }) => value)).toEqual(['12']);
  expect(torn.undivided).toMatchObject([
    {
      period: '2014',
      unit: { code: code('county') },
      inside: [{ code: fresh(1) }],
      into: [{ code: fresh(1) }, { code: fresh(2) }],
    },
  ]);
  expect(await alike(code('city'), '2016', 'today')).toEqual(['12', '12']);
  expect((await view(code('province'), '2015', 'today'))?.undivided).toEqual([]);
  const cells = await findRollUpCells(
    world.viewer('province', 'reviewer'),
    { unit: code('city'), period: '2015', basis: 'today', standing: 'submitted' },
    'SX001',
  );
  expect(cells?.undivided).toHaveLength(1);
});

test('a split is taken back with the closing, or by itself where the unit goes on', async () => {
  const admin = world.viewer('province', 'administrator');
  expect(await findSplits(admin, code('county'))).toMatchObject({
    into: [{ on: day('2015-07-01'), units: [{ name: '东区总工会' }, { name: '西区总工会' }] }],
    from: [],
  });
  expect(await findSplits(admin, fresh(1))).toMatchObject({
    into: [],
    from: [{ units: [{ code: code('county') }] }],
  });
  await expect(withdrawSplit(admin, code('county'), day('2015-07-01'))).rejects.toThrow(
    InvalidError,
  );
  await reopenUnit(admin, code('county'));
  expect((await findSplits(admin, code('county')))?.into).toEqual([]);
  await splitUnit(
    admin,
    code('county'),
    plan({ goesOn: true, parts: [{ code: fresh(1), name: null }], on: day('2017-01-01') }),
  );
  expect((await findUnit(admin, code('county')))?.validTo).toBeNull();
  await expect(
    splitUnit(
      admin,
      code('county'),
      plan({ goesOn: true, parts: [{ code: fresh(1), name: null }], on: day('2017-01-01') }),
    ),
  ).rejects.toThrow(expect.objectContaining({ code: 'split-twice' }));
  await withdrawSplit(admin, code('county'), day('2017-01-01'));
  await expect(withdrawSplit(admin, code('county'), day('2017-01-01'))).rejects.toThrow(
    NotFoundError,
  );
  expect(await db.event.count({ where: { kind: 'unit.split', subject: code('county') } })).toBe(3);
});
