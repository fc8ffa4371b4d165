// What is explored is what was handed in, within the viewer's own tree.
import { beforeAll, expect, test } from 'vitest';
import { findCatalogue } from '../catalogue/catalogue';
import { nextYear, openWorld, report, world } from '../rollup/test-rollup';
import { listExploredUnits, readExplored } from './explored';

beforeAll(openWorld);

const explored = async (unit: 'city' | 'county', year: string) => {
  const viewer = world.viewer(unit, 'reviewer');
  const { indicators } = await findCatalogue();
  const units = await listExploredUnits(viewer, { from: Number(year), level: null });
  const found = await readExplored(viewer, {
    units: Object.values(world.unit).map(({ code }) => code),
    years: [Number(year)],
    indicators: indicators.filter(({ code }) => code === 'SX001'),
  });
  return { units: units.map(({ code }) => code), found };
};

test('a unit explores itself and those below, never a draft and never a neighbour', async () => {
  const period = nextYear();
  await report('county', period, [{ code: 'SX001', value: '20' }]);
  await report('neighbour', period, [{ code: 'SX001', value: '300' }], 'draft');
  await report('otherCity', period, [{ code: 'SX001', value: '7' }]);

  const city = await explored('city', period);
  expect(city.units).toContain(world.unit.neighbour.code);
  expect(city.units).not.toContain(world.unit.otherCity.code);
  expect(city.found.map(({ unit, figures }) => [unit, figures[0]?.value])).toEqual([
    [world.unit.county.code, '20'],
  ]);

  const county = await explored('county', period);
  expect(county.units).toEqual([world.unit.county.code]);
  expect(county.found).toHaveLength(1);
});

test('who has no role explores nothing', async () => {
  const viewer = { ...world.viewer('city', 'reviewer'), roles: [] };
  expect(await listExploredUnits(viewer, { from: 2020, level: null })).toEqual([]);
});
