// Approval from the bottom up holds when both happen at once: the unit above is approved, what is below is taken back.
import { expect, test } from 'vitest';
import { findReport } from '../report/reports';
import { approve } from '../review/reviews';
import { sendForSignature, signAndSubmit } from './submissions';
import { takeBack } from './take-back';
import { fillAll, makeWorld } from '../testing/test-world';

const rounds = 24;

test('of an approval above and a taking back below at once exactly one is done', async () => {
  const world = await makeWorld();
  const submitted = async (unit: 'city' | 'county') => {
    const id = await world.report(unit, '7301');
    await fillAll(world.viewer(unit, 'reporter'), id);
    await sendForSignature(world.viewer(unit, 'reporter'), id);
    await signAndSubmit(world.viewer(unit, 'signatory'), id);
    return id;
  };
  const [province, city] = [world.viewer('province', 'reviewer'), world.viewer('city', 'reviewer')];
  const [above, below] = [await submitted('city'), await submitted('county')];
  await approve(city, below, 1);
  const won = { above: 0, below: 0 };
  for (let round = 0; round < rounds; round += 1) {
    // Now one is ahead, now the other, by a few milliseconds.
    const lead = (Math.floor(round / 2) % 6) * 6;
    const [wait, waitBelow] = round % 2 === 0 ? [0, lead] : [lead, 0];
    const [up, down] = await Promise.allSettled([
      pause(wait).then(() => approve(province, above, 1)),
      pause(waitBelow).then(() => takeBack(city, below, 1, '看错了一行')),
    ]);
    const status = {
      above: (await findReport(province, above))?.status,
      below: (await findReport(city, below))?.status,
    };
    if (up.status === 'fulfilled') {
      won.above += 1;
      expect({ ...status, reason: (down as PromiseRejectedResult).reason?.code }).toEqual({
        above: 'approved',
        below: 'approved',
        reason: 'already-built-on',
      });
      await takeBack(province, above, 1, '下级还要改');
    } else {
      won.below += 1;
      expect({ ...status, reason: up.reason.code }).toEqual({
        above: 'submitted',
        below: 'submitted',
        reason: 'below-not-approved',
      });
      await approve(city, below, 1);
    }
  }
  expect(won.above + won.below).toBe(rounds);
  expect(Math.min(won.above, won.below)).toBeGreaterThan(0);
}, 60_000);

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
