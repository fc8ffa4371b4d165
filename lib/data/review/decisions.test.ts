import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import { saveFigures } from '../figures/save-figures';
import { listNotices } from '../notices/notices';
import { findPendingBelow } from './pending-below';
import { findReport } from '../report/reports';
import { approveMany, listReviewQueue, nextInQueue } from './queue';
import { approve, returnForChanges } from './reviews';
import type { Viewer } from '../database/access';
import { sendBack, sendForSignature, signAndSubmit } from '../submission/submissions';
import { takeBack } from '../submission/take-back';
import { fillAll, makeWorld, type World } from '../testing/test-world';

let world: World;
let year = 5000;
beforeAll(async () => {
  world = await makeWorld();
});

test('an approval is taken back by who gave it, until the report above is signed', async () => {
  const id = await submitted('county');
  const reviewer = world.viewer('city', 'reviewer');
  await approve(reviewer, id, 1);
  await expect(
    takeBack(await world.person('city', ['reviewer']), id, 1, '看错了'),
  ).rejects.toMatchObject({ code: 'decided-by-another' });
  await expect(takeBack(reviewer, id, 1, ' ')).rejects.toMatchObject({ code: 'reason-empty' });
  await takeBack(reviewer, id, 1, '看错了一行');
  expect((await findReport(reviewer, id))?.status).toBe('submitted');
  await approve(reviewer, id, 1);
  await submitted('city', String(year));
  await expect(takeBack(reviewer, id, 1, '又看错了')).rejects.toMatchObject({
    code: 'already-built-on',
  });
});

test('a return is taken back until the unit has touched the next submission', async () => {
  const reviewer = world.viewer('city', 'reviewer');
  const reporter = world.viewer('county', 'reporter');
  const id = await submitted('county');
  const give = () =>
    returnForChanges(reviewer, id, 1, {
      reason: '请核对',
      marks: [{ indicator: 'SX001', note: '与上年相差过大' }],
    });
  await give();
  await takeBack(reviewer, id, 1, '看错了一行');
  expect(await findReport(reviewer, id)).toMatchObject({
    status: 'submitted',
    submission: { number: 1, review: null },
  });
  expect(await db.submission.count({ where: { reportId: id } })).toBe(1);
  await give();
  await saveFigures(reporter, id, [{ indicator: 'SX001', revision: 1, typed: '7' }]);
  await expect(takeBack(reviewer, id, 1, '看错了一行')).rejects.toMatchObject({
    code: 'already-being-corrected',
  });
});

async function submitted(
  unit: 'county' | 'neighbour' | 'city',
  period = String((year += 1)),
): Promise<string> {
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
  expect([first, second, 'another report'].map((id) => nextInQueue(queue, id)?.id)).toEqual([
    second,
    first,
    first,
  ]);
  expect(nextInQueue(queue.slice(0, 1), first)).toBeNull();
  expect(await listReviewQueue(world.viewer('otherCity', 'reviewer'), period)).toEqual([]);
  await approve(reviewer, first, 1);
  const chosen = queue.map(({ id, submission }) => ({ reportId: id, submission }));
  expect(await approveMany(reviewer, chosen)).toEqual({
    approved: [second],
    refused: [{ reportId: first, code: 'already-decided', unit: queue[0]!.unit.name }],
  });
  expect(await listReviewQueue(reviewer, period)).toEqual([]);
});

test('what is above is approved after what is below, and taken back before it', async () => {
  const [province, city] = [world.viewer('province', 'reviewer'), world.viewer('city', 'reviewer')];
  const above = await submitted('city');
  const period = String(year);
  const below = await submitted('county', period);
  const late = await world.report('neighbour', period);
  await expect(approve(province, above, 1)).rejects.toMatchObject({
    code: 'below-not-approved',
    params: { count: '2' },
  });
  expect(await approveMany(province, [{ reportId: above, submission: 1 }])).toMatchObject({
    refused: [{ code: 'below-not-approved' }],
  });
  await approve(city, below, 1);
  expect((await findPendingBelow(province, above)).map(({ code }) => code)).toEqual([
    world.unit.neighbour.code,
  ]);
  // Who never reported and cannot any more holds up nobody.
  await db.period.update({
    where: { code: period },
    data: { opensAt: day(-40), dueAt: day(-30), lateUntil: day(-20), closesAt: day(-1) },
  });
  expect(await findPendingBelow(province, above)).toEqual([]);
  await db.report.update({ where: { id: late }, data: { extendedUntil: day(2) } });
  await expect(approve(province, above, 1)).rejects.toMatchObject({ code: 'below-not-approved' });
  await db.report.update({ where: { id: late }, data: { extendedUntil: null } });
  await approve(province, above, 1);
  await db.period.update({
    where: { code: period },
    data: { closesAt: day(9), lateUntil: day(8), dueAt: day(7) },
  });
  await expect(takeBack(city, below, 1, '看错了一行')).rejects.toMatchObject({
    code: 'already-built-on',
  });
  await takeBack(province, above, 1, '下级还要改');
  await takeBack(city, below, 1, '看错了一行');
});

test('a return is taken back where a total entered by hand was explained', async () => {
  const reviewer = world.viewer('province', 'reviewer');
  const id = await world.report('city', String((year += 1)));
  const reporter = world.viewer('city', 'reporter');
  await fillAll(reporter, id);
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  await db.rollUpExplanation.create({
    data: {
      submissionId,
      indicatorCode: 'SX001',
      text: '含市直属基层工会的数据',
      values: [],
      personId: reporter.personId,
    },
  });
  await sendForSignature(reporter, id);
  await signAndSubmit(world.viewer('city', 'signatory'), id);
  await returnForChanges(reviewer, id, 1, { reason: '请核对', marks: [] });
  await takeBack(reviewer, id, 1, '看错了一行');
  expect((await findReport(reviewer, id))?.status).toBe('submitted');
});

test('both sides are notified of every step', async () => {
  const id = await submitted('county');
  const [reporter, signatory, reviewer, examiner] = [
    world.viewer('county', 'reporter'),
    world.viewer('county', 'signatory'),
    world.viewer('city', 'reviewer'),
    world.viewer('city', 'examiner'),
  ];
  const noticesOf = async (viewer: Viewer) =>
    (await listNotices(viewer))
      .filter(({ about }) => about.reportId === id)
      .map(({ kind }) => kind);
  expect(await noticesOf(signatory)).toEqual(['report.sent']);
  for (const viewer of [reviewer, examiner])
    expect(await noticesOf(viewer)).toEqual(['report.submitted']);
  await returnForChanges(reviewer, id, 1, { reason: '请核对', marks: [] });
  await takeBack(reviewer, id, 1, '看错了一行');
  await approve(reviewer, id, 1);
  for (const viewer of [reporter, signatory])
    expect((await noticesOf(viewer)).slice(0, 3)).toEqual([
      'review.approved',
      'review.takenBack',
      'review.returned',
    ]);
  const other = await world.report('county', String((year += 1)));
  await fillAll(reporter, other);
  await sendForSignature(reporter, other);
  await sendBack(signatory, other, '请核对');
  expect((await listNotices(reporter))[0]).toMatchObject({
    kind: 'report.sentBack',
    text: '请核对',
    about: { reportId: other },
  });
});

test('who is reporter and signatory is not notified of the own sending; it waits on the board', async () => {
  const both = await world.person('neighbour', ['reporter', 'signatory']);
  const id = await world.report('neighbour', String((year += 1)));
  await fillAll(both, id);
  await sendForSignature(both, id);
  const noticesOf = async (viewer: Viewer) =>
    (await listNotices(viewer))
      .filter(({ about }) => about.reportId === id)
      .map(({ kind }) => kind);
  expect([await noticesOf(both), await noticesOf(world.viewer('neighbour', 'signatory'))]).toEqual([
    [],
    ['report.sent'],
  ]);
  expect((await findReport(both, id))?.allowed).toContain('report.sign');
});

const day = (days: number) => new Date(Date.now() + days * 86_400_000);
