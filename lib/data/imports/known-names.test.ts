import { beforeAll, expect, test } from 'vitest';
import { makeWorld, type World } from '../testing/test-world';
import { importing, longAgo, sheet } from './test-imports';
import { undoImport } from './undo';
import { writeImport } from './write';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
  await world.report('city', '1991', longAgo);
});

const { plannedFor } = importing(() => world);
const name = `入会的人 ${Math.random().toString(36).slice(2)}`;
const key = name.replaceAll(' ', '');
const table = sheet([
  ['指标', '1991年'],
  ['基层工会组织数（个）', '12'],
  [`${name}（人）`, '1200'],
]);

test('what one office took a name for is offered first to all, and taken by none unasked', async () => {
  const suggested = async (unit: 'city' | 'county') =>
    (await plannedFor(unit, [table])).planned.taken[0]!.layout.lines.find(({ label }) =>
      label.startsWith(name),
    )!;
  const lane = await suggested('city');
  expect(lane.code).toBeNull();
  expect(lane.suggestions).not.toContain('ZZ030');

  const { id, reporter, planned } = await plannedFor('county', [table], {
    lines: { [lane.key]: { code: 'ZZ030', unit: '人' } },
  });
  expect(lane.key.startsWith(key)).toBe(true);
  await writeImport(reporter, id, planned.mark, []);
  expect(await suggested('city')).toMatchObject({ code: null });
  expect((await suggested('city')).suggestions[0]).toBe('ZZ030');
  expect((await suggested('county')).suggestions[0]).toBe('ZZ030');

  await undoImport(reporter, id);
  expect((await suggested('city')).suggestions).not.toContain('ZZ030');
});
