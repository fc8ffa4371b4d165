import { beforeAll, expect, test } from 'vitest';
import { findReviewingUnit } from './reviewing-unit';
import { makeWorld, type World } from '../testing/test-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

test('a report goes to the unit above, at the top to nobody', async () => {
  const reporter = world.viewer('county', 'reporter');
  expect(await findReviewingUnit(reporter, world.unit.county.id)).toEqual({
    name: world.unit.city.name,
    nameEn: world.unit.city.nameEn,
  });
  expect(
    await findReviewingUnit(world.viewer('province', 'reporter'), world.unit.province.id),
  ).toBeNull();
});

test('of a unit that is not visible nothing is shown', async () => {
  expect(
    await findReviewingUnit(world.viewer('neighbour', 'reporter'), world.unit.county.id),
  ).toBeNull();
});
