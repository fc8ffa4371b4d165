import { beforeAll, expect, test } from 'vitest';
import { accept } from '../review/acceptance';
import { explain } from './explain-check';
import { findFigureChanges } from './changes';
import { findHistories } from './histories';
import { saveFigures } from './save-figures';
import { answerReopening, askToOpen } from '../review/reopenings';
import { returnForChanges } from '../review/reviews';
import { sendForSignature, signAndSubmit } from '../submission/submissions';
import { fillAll, makeWorld, type World } from '../testing/test-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

test('a page that stands open learns what others write, once it asks again', async () => {
  const id = await world.report('county', '2051');
  const [first, second] = [
    world.viewer('county', 'reporter'),
    await world.person('county', ['reporter']),
  ];
  await saveFigures(first, id, [{ indicator: 'SX001', revision: 0, typed: '1' }]);
  const start = await findFigureChanges(second, id, new Date(0));
  expect(start).toMatchObject({
    isOpen: true,
    figures: [{ indicator: 'SX001', value: '1', revision: 1, personId: first.personId }],
  });
  await saveFigures(first, id, [{ indicator: 'SX002', revision: 0, typed: '2' }]);
  expect(
    (await findFigureChanges(second, id, start!.at))!.figures.map(({ indicator }) => indicator),
  ).toContain('SX002');
  expect(await findFigureChanges(second, id, new Date(Date.now() + 60_000))).toMatchObject({
    figures: [],
  });
  await fillAll(first, id);
  await sendForSignature(first, id);
  expect(await findFigureChanges(second, id, start!.at)).toMatchObject({ isOpen: false });
});

test('a page learns that it is out of date by more than figures', async () => {
  const id = await world.report('county', '2054');
  const reporter = world.viewer('county', 'reporter');
  const stamp = async () => (await findFigureChanges(reporter, id, new Date()))!.stamp;
  const seen = [await stamp()];
  const changes = async (what: string, change: () => Promise<unknown>) => {
    await change();
    const now = await stamp();
    expect(seen, what).not.toContain(now);
    expect(await stamp(), 'nothing changed').toBe(now);
    seen.push(now);
  };
  await fillAll(reporter, id);
  expect(await stamp(), 'figures are reported as figures').toBe(seen[0]);
  await saveFigures(reporter, id, [{ indicator: 'JG007', revision: 1, typed: '5' }]);
  await changes('an explanation', () => explain(reporter, id, 'JY001', '含上年结转的建议'));
  await changes('its withdrawal, after which all is as it was but for nothing', async () => {
    await explain(reporter, id, 'JY001', '');
    await explain(reporter, id, 'JY001', '含上年结转的建议数');
  });
  await changes('sending', () => sendForSignature(reporter, id));
  await changes('signing', () => signAndSubmit(world.viewer('county', 'signatory'), id));
  const reviewer = world.viewer('city', 'reviewer');
  await changes('reading', () => accept(reviewer, id, 1));
  await changes('a return', () =>
    returnForChanges(reviewer, id, 1, {
      reason: '请核对',
      marks: [{ indicator: 'SX001', note: '请核对' }],
    }),
  );
  await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '6' }]);
  await changes('asking to open a figure', () => askToOpen(reporter, id, 'SX007', '填错了一位'));
  await changes('its opening', () => answerReopening(reviewer, id, 'SX007', true, ''));
});

test('the years before are those handed in by the same unit, oldest first, ten of them at most', async () => {
  const reporter = world.viewer('neighbour', 'reporter');
  for (const [year, typed] of [
    ['2060', '5'],
    ['2061', '6'],
    ['2072', '7'],
  ] as const) {
    const id = await world.report('neighbour', year);
    await fillAll(reporter, id);
    await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed }]);
    if (year !== '2072') {
      await sendForSignature(reporter, id);
      await signAndSubmit(world.viewer('neighbour', 'signatory'), id);
    }
  }
  const hints = async (year: string) =>
    (
      (await findHistories(reporter, await world.report('neighbour', year), ['SX001'])).get(
        'SX001',
      ) ?? []
    ).map(({ period, figure }) => `${period.code} ${figure.value}`);
  expect(await hints('2062')).toEqual(['2060 5', '2061 6']);
  expect(await hints('2071')).toEqual(['2061 6']);
  // A draft is no history.
  expect(await hints('2073')).toEqual([]);
});
