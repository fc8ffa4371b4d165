import { beforeAll, expect, test } from 'vitest';
import { placeOf } from '@/lib/domain/sheet/plan-import';
import { makeWorld, type World } from '../testing/test-world';
import { findImport } from './imports';
import { importing, longAgo, sheet } from './test-imports';
import { findImportPlan } from './import-plan';
import { undoImport } from './undo';
import { listHeld, writeImport } from './write';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  for (const year of ['1971', '1972']) await world.report('city', year, longAgo);
});

const { plannedFor } = importing(() => world);

test('what stands out is written only where it is ticked, one by one', async () => {
  const { id, reporter, planned } = await plannedFor('county', [
    sheet([
      ['指标', '1971年', '1972年'],
      ['基层工会组织数（个）', '29', '26000'],
      ['工会会员总数（人）', '25148', '31'],
      ['女会员数（人）', '12000', '12100'],
    ]),
  ]);
  const { edits, held, cells } = planned.plan;
  expect(held.map(({ period, indicator }) => `${period} ${indicator}`)).toEqual(
    expect.arrayContaining(['1971 ZZ001', '1972 ZZ001', '1971 ZZ025', '1972 ZZ025']),
  );
  const swapped = cells.filter(({ asks }) => asks.some(({ code }) => code === 'import-odd-swap'));
  expect(swapped.map(({ period, code }) => `${period} ${code}`)).toEqual(
    expect.arrayContaining(['1972 ZZ001', '1972 ZZ025']),
  );
  const ticked = held.filter(({ period, indicator }) => period === '1971' && indicator === 'ZZ025');
  expect(await writeImport(reporter, id, planned.mark, ticked.map(placeOf))).toBe(edits.length + 1);
  const written = planned.targets.get(reporter.unit.code)!;
  expect(written.get('1972')?.figures.size).toBe(0);
  expect((await findImport(reporter, id))!.decisions.accepted).toEqual(ticked.map(placeOf));
  // What was not ticked may be ticked later, each by itself, from the same file.
  const look = (await findImportPlan(reporter, id))!;
  const left = await listHeld(look);
  expect(left.map(placeOf).sort()).toEqual(
    held
      .map(placeOf)
      .filter((place) => !ticked.map(placeOf).includes(place))
      .sort(),
  );
  const later = left.filter(({ period, indicator }) => period === '1971' && indicator === 'ZZ001');
  const seen = [id, look.mark] as const;
  await expect(writeImport(reporter, id, 'another', later.map(placeOf))).rejects.toMatchObject({
    code: 'changed-since-preview',
  });
  expect(await writeImport(reporter, ...seen, later.map(placeOf))).toBe(edits.length + 2);
  expect(await writeImport(reporter, ...seen, later.map(placeOf))).toBe(edits.length + 2);
  expect((await findImport(reporter, id))!.decisions.accepted).toEqual(
    [...ticked, ...later].map(placeOf),
  );
  expect(await undoImport(reporter, id)).toEqual({ restored: edits.length + 2, kept: 0 });
  expect(await listHeld((await findImportPlan(reporter, id))!)).toEqual([]);
  await expect(writeImport(reporter, ...seen, later.map(placeOf))).rejects.toMatchObject({
    code: 'import-already-undone',
  });
});

test('a figure that was ticked is known when it comes again', async () => {
  const { id, reporter, planned } = await plannedFor('county', [
    sheet([
      ['指标', '1971年', '1972年'],
      ['基层工会组织数（个）', '29', '26000'],
      ['工会会员总数（人）', '25148', '31'],
    ]),
  ]);
  const ticked = planned.plan.held.filter(
    ({ period, indicator }) => period === '1971' && indicator === 'ZZ025',
  );
  await writeImport(reporter, id, planned.mark, ticked.map(placeOf));
  const { planned: again } = await plannedFor('county', [
    sheet([
      ['指标', '1971年'],
      ['工会会员总数（人）', '25148'],
      ['基层工会组织数（个）', '29'],
    ]),
  ]);
  expect(again.plan.cells.map(({ kind }) => kind)).toEqual(['same', 'new']);
});
