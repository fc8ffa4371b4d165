// Which units belong to a unit in a period is one question: totals, units side by side and the board of progress answer
// it alike, whatever was merged, split, moved or closed before, in and after the period.
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import { findRollUp } from '../rollup/rollup';
import { findUnitsSummary } from '../summary/units-summary';
import { findProgress } from '../report/progress';
import { makeWorld, type World } from '../testing/test-world';
import { listUnitsBelow } from './units-below';
import { closeUnit, createUnit, mergeUnit, moveUnit } from './units';
import { splitUnit } from './splits';

const members = 'ZZ025';
let world: World;
beforeAll(async () => {
  world = await makeWorld();
  // Their periods, with reports of somebody else.
  for (const code of ['2020', '2021', '2022']) await world.report('province', code);
});

const day = (text: string) => new Date(`${text}T00:00:00Z`);
let made = 0;

/** A county below a city, as it is made on screen. */
async function county(of: 'city' | 'otherCity', from = '2000-01-01'): Promise<string> {
  const code = `${world.unit[of].code}-${(made += 1)}`;
  await createUnit(world.viewer('province', 'administrator'), {
    ...{ code, name: `${made}县总工会`, nameEn: `County ${made}`, level: 'county' },
    parentCode: world.unit[of].code,
    validFrom: day(from),
  });
  return code;
}

/** What a county handed in for a period, past the functions under test. */
async function reported(code: string, period: string, value: number): Promise<void> {
  const { id: unitId } = await db.unit.findUniqueOrThrow({ where: { code } });
  const { id: periodId } = await db.period.findUniqueOrThrow({ where: { code: period } });
  const by = world.viewer('county', 'reporter').personId;
  const report = await db.report.create({
    data: { unitId, periodId, submissions: { create: { number: 1 } } },
    select: { submissions: true },
  });
  const submissionId = report.submissions[0]!.id;
  await db.figure.create({
    data: { submissionId, indicatorCode: members, answer: 'number', value, enteredById: by },
  });
  await db.submission.update({
    where: { id: submissionId },
    data: { sentAt: new Date(), sentById: by, signedAt: new Date(), signedById: by },
  });
}

type Change =
  | { kind: 'move'; at: number; on: string }
  | { kind: 'merge'; at: number; into: number; on: string }
  | { kind: 'split'; at: number; on: string; goesOn: boolean }
  | { kind: 'close'; at: number; on: string };

// Before the periods, on the edges of them, within and after them.
const days = fc.constantFrom(
  ...[
    '2019-07-01',
    '2020-12-31',
    '2021-01-01',
    '2021-06-30',
    '2021-12-31',
    '2022-01-01',
    '2023-05-01',
  ],
);
const at = fc.nat(3);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('move' as const), at, on: days }),
  fc.record({ kind: fc.constant('merge' as const), at, into: at, on: days }),
  fc.record({ kind: fc.constant('split' as const), at, on: days, goesOn: fc.boolean() }),
  fc.record({ kind: fc.constant('close' as const), at, on: days }),
);

/** Applies a change; one that the tree refuses leaves it as it was. */
async function apply(codes: string[], one: Change): Promise<void> {
  const admin = world.viewer('province', 'administrator');
  const code = codes[one.at]!;
  const on = day(one.on);
  const unit = await db.unit.findUniqueOrThrow({ where: { code } });
  const isInCity = unit.lineage.startsWith(world.unit.city.lineage);
  const other = isInCity ? world.unit.otherCity.code : world.unit.city.code;
  const work =
    one.kind === 'move'
      ? moveUnit(admin, code, other, on)
      : one.kind === 'merge'
        ? mergeUnit(admin, code, codes[one.into]!, on)
        : one.kind === 'close'
          ? closeUnit(admin, code, on)
          : splitUnit(admin, code, {
              parts: ['a', 'b'].map((part) => ({
                code: `${code}${part}${(made += 1)}`,
                name: part,
              })),
              ...{ on, goesOn: one.goesOn },
            });
  await work.catch((error: { code?: string }) => {
    if (error.code === undefined) throw error;
  });
}

test('totals, units side by side and progress hold the same units, through any changes of the tree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const codes = [
        await county('city'),
        await county('city'),
        await county('city'),
        await county('otherCity'),
      ];
      const value = (code: string, year: string) => codes.indexOf(code) * 1000 + Number(year);
      for (const code of codes)
        for (const year of ['2020', '2021', '2022']) await reported(code, year, value(code, year));
      for (const one of changes) await apply(codes, one);
      const reviewer = world.viewer('province', 'reviewer');
      for (const period of ['2020', '2021', '2022'])
        for (const of of ['city', 'otherCity'] as const) {
          const unit = world.unit[of].code;
          const key = { unit, period, basis: 'then', standing: 'submitted' } as const;
          const view = (await findRollUp(reviewer, key))!;
          const counted = view.columns[0]!.sources.map((source) => source.unit.code)
            .filter((code) => codes.includes(code))
            .sort();
          const beside = (await listUnitsBelow(world.unit[of], period, [period]))
            .map(({ code }) => code)
            .filter((code) => codes.includes(code));
          const board = (await findProgress(reviewer, { unit, period }))!.rows
            .map((row) => row.unit.code)
            .filter((code) => codes.includes(code))
            .sort();
          expect(beside.sort()).toEqual(counted);
          expect(board).toEqual(counted);
          // What stood there on the last day, worked out from the rows of the tree alone.
          expect(counted).toEqual(await stoodThen(codes, unit, `${period}-12-31`));
          const left = view.changed.filter(({ how }) => how === 'left');
          const named = new Set(
            left.filter((one) => one.period === period).map((one) => one.unit.code),
          );
          const gone = (await closedBy(codes, unit, `${period}-12-31`)).filter(
            (code) => !counted.includes(code),
          );
          expect([...named].filter((code) => codes.includes(code)).sort()).toEqual(gone.sort());
        }
    }),
    { numRuns: 6 },
  );
}, 120_000);

async function stoodThen(codes: string[], parent: string, last: string): Promise<string[]> {
  const units = await db.unit.findMany({
    where: { code: { in: codes } },
    include: { placements: { include: { parent: true } } },
  });
  return units
    .filter(({ validTo }) => validTo === null || validTo > day(last))
    .filter(({ placements }) =>
      placements.some(
        (one) =>
          one.parent.code === parent &&
          one.validFrom <= day(last) &&
          (one.validTo === null || one.validTo > day(last)),
      ),
    )
    .map(({ code }) => code)
    .sort();
}

async function closedBy(codes: string[], parent: string, last: string): Promise<string[]> {
  const units = await db.unit.findMany({
    where: { code: { in: codes }, validTo: { lte: day(last) } },
    include: {
      placements: { include: { parent: true }, orderBy: { validFrom: 'desc' }, take: 1 },
    },
  });
  return units
    .filter(({ placements }) => placements[0]?.parent.code === parent)
    .map(({ code }) => code);
}

test('a merger entered after both signed names what left, and compares nothing until the heir reports anew', async () => {
  const [gone, heir, moved] = [await county('city'), await county('city'), await county('city')];
  for (const period of ['2020', '2021'])
    for (const [code, value] of [
      [gone, 100],
      [heir, 500],
      [moved, 30],
    ] as const)
      await reported(code, period, value + (period === '2021' ? 1 : 0));
  const admin = world.viewer('province', 'administrator');
  await mergeUnit(admin, gone, heir, day('2021-07-01'));
  await moveUnit(admin, moved, world.unit.otherCity.code, day('2026-06-01'));
  const viewer = world.viewer('city', 'reviewer');
  const key = {
    unit: world.unit.city.code,
    period: '2021',
    basis: 'then',
    standing: 'submitted',
  } as const;
  const view = (await findRollUp(viewer, key))!;
  expect(view.changed).toContainEqual(
    expect.objectContaining({
      ...{ how: 'left', period: '2021', isStale: true, on: '2021-07-01' },
      unit: expect.objectContaining({ code: gone }),
      into: expect.objectContaining({ code: heir }),
      members: expect.objectContaining({ value: '101' }),
    }),
  );
  const rolled = view.columns[0]!.sources.map((source) => source.unit.code);
  expect(rolled).toContain(moved);
  expect(rolled).not.toContain(gone);
  const places = view.columns.flatMap(({ sources }) =>
    sources.flatMap(({ unit, place }) => ([gone, heir].includes(unit.code) ? [place] : [])),
  );
  expect(places).toEqual([null, null, null]);
  // The county that has left since stands beside the others as it stood then, for whoever may see the city.
  const beside = (await listUnitsBelow(world.unit.city, '2021', ['2021'])).map(({ code }) => code);
  expect(beside).toEqual(expect.arrayContaining([moved, heir]));
  expect(beside).not.toContain(gone);
  expect(
    await findUnitsSummary(viewer, { unit: world.unit.city.code, period: '2021' }),
  ).not.toBeNull();
  // Once the heir has handed in anew, the two are compared as what they have become.
  const { id } = await db.report.findFirstOrThrow({
    where: { unit: { code: heir }, period: { code: '2021' } },
  });
  const by = world.viewer('county', 'reporter').personId;
  const anew = await db.submission.create({ data: { reportId: id, number: 2 } });
  await db.figure.create({
    data: {
      submissionId: anew.id,
      indicatorCode: members,
      answer: 'number',
      value: 610,
      enteredById: by,
    },
  });
  await db.submission.update({
    where: { id: anew.id },
    data: {
      sentAt: new Date(),
      sentById: by,
      signedAt: new Date(Date.now() + 60_000),
      signedById: by,
    },
  });
  const after = (await findRollUp(viewer, key))!;
  expect(after.changed.find(({ unit }) => unit.code === gone)).toMatchObject({ isStale: false });
  expect(after.columns[0]!.sources.find(({ unit }) => unit.code === heir)?.place).not.toBeNull();
});

test('a unit that had nothing below it in a year has a roll-up that says so', async () => {
  const late = await county('otherCity', '2025-01-01');
  expect(
    await findRollUp(world.viewer('province', 'reviewer'), {
      ...{ unit: late, period: '2021', basis: 'then', standing: 'submitted' },
    }),
  ).toMatchObject({ columns: [{ sources: [] }], rows: [] });
});
