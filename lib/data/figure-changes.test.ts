import { beforeAll, expect, test } from 'vitest';
import { findFigureChanges } from './figure-changes';
import { findHistories } from './figure-histories';
import { saveFigures } from './figures';
import { sendForSignature, signAndSubmit } from './submissions';
import { fillAll, makeWorld, type World } from './test-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

test('a page that stands open hears what others write, once it asks again', async () => {
  const id = await world.report('county', '2051');
  const [first, second] = [world.viewer('county', 'reporter'), await world.person('county', ['reporter'])];
  await saveFigures(first, id, [{ indicator: 'SX001', revision: 0, typed: '1' }]);
  const start = await findFigureChanges(second, id, new Date(0));
  expect(start).toMatchObject({ isOpen: true, figures: [{ indicator: 'SX001', value: '1', revision: 1, personId: first.personId }] });
  await saveFigures(first, id, [{ indicator: 'SX002', revision: 0, typed: '2' }]);
  expect((await findFigureChanges(second, id, start!.at))!.figures.map(({ indicator }) => indicator)).toContain('SX002');
  expect(await findFigureChanges(second, id, new Date(Date.now() + 60_000))).toMatchObject({ figures: [] });
  await fillAll(first, id);
  await sendForSignature(first, id);
  expect(await findFigureChanges(second, id, start!.at)).toMatchObject({ isOpen: false });
});

test('the years before are those handed in by the same unit, oldest first, ten of them at most', async () => {
  const reporter = world.viewer('neighbour', 'reporter');
  for (const [year, typed] of [['2060', '5'], ['2061', '6'], ['2072', '7']] as const) {
    const id = await world.report('neighbour', year);
    await fillAll(reporter, id);
    await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed }]);
    if (year !== '2072') {
      await sendForSignature(reporter, id);
      await signAndSubmit(world.viewer('neighbour', 'signatory'), id);
    }
  }
  const told = async (year: string) =>
    ((await findHistories(reporter, await world.report('neighbour', year), ['SX001'])).get('SX001') ?? []).map(({ period, figure }) => `${period.code} ${figure.value}`);
  expect(await told('2062')).toEqual(['2060 5', '2061 6']);
  expect(await told('2071')).toEqual(['2061 6']);
  // A draft is no history.
  expect(await told('2073')).toEqual([]);
});
