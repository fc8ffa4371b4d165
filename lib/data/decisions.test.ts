import { beforeAll, expect, test } from 'vitest';
import { db } from './client';
import { saveFigures } from './figures';
import { findReport } from './reports';
import { approveMany, listReviewQueue, nextInQueue } from './review-queue';
import { approve, returnForChanges } from './reviews';
import { sendForSignature, signAndSubmit } from './submissions';
import { takeBack } from './take-back';
import { fillAll, makeWorld, type World } from './test-world';

let world: World;
let year = 5000;
beforeAll(async () => {
  world = await makeWorld();
});

test('an approval is taken back by who gave it, until the report above is signed', async () => {
  const id = await submitted('county');
  const reviewer = world.viewer('city', 'reviewer');
  await approve(reviewer, id, 1);
  await expect(takeBack(await world.person('city', ['reviewer']), id, 1, '看错了')).rejects.toMatchObject({ code: 'decided-by-another' });
  await expect(takeBack(reviewer, id, 1, ' ')).rejects.toMatchObject({ code: 'reason-empty' });
  await takeBack(reviewer, id, 1, '看错了一行');
  expect((await findReport(reviewer, id))?.status).toBe('submitted');
  await approve(reviewer, id, 1);
  await submitted('city', String(year));
  await expect(takeBack(reviewer, id, 1, '又看错了')).rejects.toMatchObject({ code: 'already-built-on' });
});

test('a return is taken back until the unit has touched the next submission', async () => {
  const reviewer = world.viewer('city', 'reviewer');
  const reporter = world.viewer('county', 'reporter');
  const id = await submitted('county');
  const give = () => returnForChanges(reviewer, id, 1, { reason: '请核对', marks: [{ indicator: 'SX001', note: '与上年相差过大' }] });
  await give();
  await takeBack(reviewer, id, 1, '看错了一行');
  expect(await findReport(reviewer, id)).toMatchObject({ status: 'submitted', submission: { number: 1, review: null } });
  expect(await db.submission.count({ where: { reportId: id } })).toBe(1);
  await give();
  await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '7' }]);
  await expect(takeBack(reviewer, id, 1, '看错了一行')).rejects.toMatchObject({ code: 'already-being-corrected' });
});

async function submitted(unit: 'county' | 'neighbour' | 'city', period = String((year += 1))): Promise<string> {
  const id = await world.report(unit, period);
  await fillAll(world.viewer(unit, 'reporter'), id);
  await sendForSignature(world.viewer(unit, 'reporter'), id);
  await signAndSubmit(world.viewer(unit, 'signatory'), id);
  return id;
}

test('several are approved at once; one that was decided meanwhile keeps no other from it', async () => {
  const reviewer = world.viewer('city', 'reviewer');
  const [first, period] = [await submitted('county'), String(year)];
  const second = await submitted('neighbour', period);
  const queue = await listReviewQueue(reviewer, period);
  expect(queue.map(({ id }) => id)).toEqual([first, second]);
  expect([first, second, 'another report'].map((id) => nextInQueue(queue, id)?.id)).toEqual([second, first, first]);
  expect(nextInQueue(queue.slice(0, 1), first)).toBeNull();
  expect(await listReviewQueue(world.viewer('otherCity', 'reviewer'), period)).toEqual([]);
  await approve(reviewer, first, 1);
  const chosen = queue.map(({ id, submission }) => ({ reportId: id, submission }));
  expect(await approveMany(reviewer, chosen)).toEqual({ approved: [second], refused: [{ reportId: first, code: 'already-decided' }] });
  expect(await listReviewQueue(reviewer, period)).toEqual([]);
});
