import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import { findSummary } from './summaries';
import { makeWorld, type UnitKey, type World } from '../testing/test-world';
import { findUnitsSummary, listUnitsScopes } from './units-summary';

let world: World;

/** The county approved two years, its neighbour handed in one and holds a draft of another; other parts of years. */
beforeAll(async () => {
  world = await makeWorld();
  await handIn('county', '2021', '30', true);
  await handIn('county', '2020', '20', true);
  await handIn('neighbour', '2021', '70', false);
  await draft('neighbour', '2020', '50');
  await handIn('county', '2021-01..2021-06', '15', true);
});

test('units below are narrated with totals and places, newest handed in, never a draft', async () => {
  const viewer = world.viewer('city', 'reviewer');
  const summary = await findUnitsSummary(viewer, { unit: world.unit.city.code, period: '2021' });
  const table = summary!.units!.indicators.find(({ indicator }) => indicator.code === 'SX001')!;
  expect(table.total).toMatchObject({ value: { text: '100场次' } });
  expect(
    table.lines.map(({ unit, value, place, previous }) => [
      unit,
      value.text,
      place?.text,
      previous.text,
    ]),
  ).toEqual([
    [world.unit.neighbour.code, '70场次', '1', null],
    [world.unit.county.code, '30场次', '2', '20场次'],
  ]);
  expect(summary!.cautions).toEqual(['unapproved']);
  expect(summary!.units!.units.map(({ hasReported }) => hasReported)).toEqual([true, true]);
});

test('a unit that has not handed in is named', async () => {
  const summary = await findUnitsSummary(world.viewer('city', 'reviewer'), {
    unit: world.unit.city.code,
    period: '2020',
  });
  const opening = summary!.paragraphs[1]!.segments.map(({ text }) => text).join('');
  expect(opening).toContain('望石县未报');
  expect(JSON.stringify(summary)).not.toContain('50场次');
});

test('periods with two reports at least are offered', async () => {
  const scopes = await listUnitsScopes(world.viewer('province', 'auditor'));
  const city = scopes.find(({ unit }) => unit.code === world.unit.city.code)!;
  expect(city.periods).toEqual([{ code: '2021', kind: 'year', reported: 2 }]);
});

test('nothing where nobody stands below or the period is none', async () => {
  const viewer = world.viewer('city', 'reviewer');
  for (const key of [
    { unit: world.unit.county.code, period: '2021' },
    { unit: world.unit.city.code, period: '2018' },
    { unit: world.unit.city.code, period: 'x' },
  ])
    expect(await findUnitsSummary(viewer, key)).toBeNull();
});

test('the tree of the period counts, not that of today', async () => {
  const { id } = world.unit.neighbour;
  const placement = await db.placement.findFirstOrThrow({ where: { unitId: id } });
  await db.placement.update({
    where: { id: placement.id },
    data: { validFrom: new Date('2022-01-01') },
  });
  expect(
    await findUnitsSummary(world.viewer('city', 'reviewer'), {
      unit: world.unit.city.code,
      period: '2021',
    }),
  ).toBeNull();
  await db.placement.update({
    where: { id: placement.id },
    data: { validFrom: placement.validFrom },
  });
});

test('places among the neighbours are stated above, never within the unit', async () => {
  const key = { unit: world.unit.county.code, period: '2021' };
  const figures = async (unit: UnitKey) =>
    JSON.stringify(await findSummary(world.viewer(unit, 'reviewer'), key));
  expect(await figures('county')).not.toContain(world.unit.neighbour.code);
  expect(await figures('city')).toContain(`"${world.unit.county.code}"`);
});

async function draft(unit: UnitKey, period: string, value: string): Promise<string> {
  const id = await world.report(unit, period);
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  const shown = { scale: 'none', decimals: 0, unit: '场次' };
  await db.figure.create({
    data: {
      submissionId,
      indicatorCode: 'SX001',
      answer: 'number',
      value,
      shown,
      enteredById: world.viewer(unit, 'reporter').personId,
    },
  });
  return submissionId;
}

async function handIn(
  unit: UnitKey,
  period: string,
  value: string,
  isApproved: boolean,
): Promise<void> {
  const id = await draft(unit, period, value);
  const [reporter, signatory] = [
    world.viewer(unit, 'reporter').personId,
    world.viewer(unit, 'signatory').personId,
  ];
  await db.submission.update({
    where: { id },
    data: { sentAt: new Date(), sentById: reporter, signedAt: new Date(), signedById: signatory },
  });
  if (isApproved)
    await db.review.create({
      data: {
        submissionId: id,
        decision: 'approved',
        personId: world.viewer('city', 'reviewer').personId,
      },
    });
}
