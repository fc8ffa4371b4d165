import { beforeAll, expect, test } from 'vitest';
import { saveFigures } from '../figures/save-figures';
import { makeWorld, type World } from '../testing/test-world';
import { importing, sheet } from './test-imports';
import { writeImport } from './write';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const { plannedFor, valueOf } = importing(() => world);

test('a city imports for its counties at once: what they have left blank', async () => {
  await world.report('city', '1961');
  const id = await world.report('county', '1961');
  const { city, county } = world.unit;
  await saveFigures(world.viewer('county', 'reporter'), id, [
    { indicator: 'ZZ001', revision: 0, typed: '7' },
  ]);
  const of = (code: string) => world.viewer(code as 'city', 'reporter').unit;
  const [above, below] = [of('city'), of('county')];
  const {
    id: importId,
    reporter,
    planned,
  } = await plannedFor('city', [
    sheet([
      ['1961年各县工会情况', '', ''],
      ['指标', above.name, below.name],
      ['基层工会组织数', '30', '8'],
      ['工会会员总数', '300', '80'],
    ]),
  ]);
  expect([city.id, county.id]).toEqual([above.id, below.id]);
  expect(planned.plan.cells.map(({ unit, code, kind, now }) => [unit, code, kind, now])).toEqual([
    [above.code, 'ZZ001', 'new', ''],
    [below.code, 'ZZ001', 'not-writable', ''],
    [above.code, 'ZZ025', 'new', ''],
    [below.code, 'ZZ025', 'new', ''],
  ]);
  expect(await writeImport(reporter, importId, planned.mark)).toBe(3);
  expect(await valueOf('county', id, 'ZZ025')).toBe('80');
  expect(await valueOf('county', id, 'ZZ001')).toBe('7');
});
