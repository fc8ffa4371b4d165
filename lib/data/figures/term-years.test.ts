// A term is held against what its unit handed in for its single years, before it is signed.
import { expect, test } from 'vitest';
import { findForm } from './form';
import { findHints } from './hints';
import { saveFigures } from './save-figures';
import { sendForSignature, signAndSubmit } from '../submission/submissions';
import { fillAll, makeWorld } from '../testing/test-world';

test('ten in two years that add up to more is hinted at, with what they add up to', async () => {
  const world = await makeWorld();
  const reporter = world.viewer('county', 'reporter');
  for (const [year, typed] of [
    ['2020', '30000'],
    ['2021', '33882'],
  ] as const) {
    const id = await world.report('county', year);
    await fillAll(reporter, id);
    await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed }]);
    await sendForSignature(reporter, id);
    await signAndSubmit(world.viewer('county', 'signatory'), id);
  }
  const id = await world.report('county', '2020..2021');
  await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 0, typed: '10' }]);
  const form = (await findForm(reporter, id))!;
  expect((await findHints(reporter, form)).get('SX001')).toMatchObject({
    ...{ kind: 'years', basis: 'sum', expected: '63882', years: 2, direction: 'down' },
  });
});
