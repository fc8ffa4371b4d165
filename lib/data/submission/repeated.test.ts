// A form that is sent fifty times has one effect, and every sender is answered the same.
import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import { findForm } from '../figures/form';
import { approve, returnForChanges } from '../review/reviews';
import { fillAll, makeWorld, type World } from '../testing/test-world';
import { sendForSignature, signAndSubmit } from './submissions';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const fifty = <T>(one: () => Promise<T>) =>
  Promise.allSettled(Array.from({ length: 50 }, one)).then((answers) => [
    ...new Set(answers.map((answer) => JSON.stringify(answer))),
  ]);

test('fifty at once, and once more, have one effect and one answer', async () => {
  const id = await world.report('county', '2011');
  const [reporter, signatory, reviewer] = [
    world.viewer('county', 'reporter'),
    world.viewer('county', 'signatory'),
    world.viewer('city', 'reviewer'),
  ];
  await fillAll(reporter, id);
  const look = async (number: number) => {
    const { seen, submission } = (await findForm(reporter, id, number))!;
    return { submission: number, contents: seen, sentAt: submission.sentAt! };
  };
  const done = [JSON.stringify({ status: 'fulfilled' })];
  const effects = (kind: string) => db.event.count({ where: { reportId: id, kind } });

  const filled = await look(1);
  expect(await fifty(() => sendForSignature(reporter, id, filled))).toEqual(done);
  const sent = await look(1);
  const sign = () => signAndSubmit(signatory, id, sent);
  expect(await fifty(sign)).toEqual([JSON.stringify({ status: 'fulfilled', value: 'signed' })]);
  expect(await sign()).toBe('signed');
  const { contents: seen } = await look(1);
  const words = { reason: '请核对', marks: [{ indicator: 'SX001', note: '过大' }], seen };
  const giveBack = () => returnForChanges(reviewer, id, 1, words);
  expect(await fifty(giveBack)).toEqual(done);
  // Another body, another person or another step is no repetition.
  await expect(
    returnForChanges(reviewer, id, 1, { ...words, reason: '别的' }),
  ).rejects.toMatchObject({ code: 'already-decided' });
  await expect(approve(reviewer, id, 1, seen)).rejects.toMatchObject({ code: 'already-decided' });
  await expect(
    returnForChanges(await world.person('city', ['reviewer']), id, 1, words),
  ).rejects.toMatchObject({ code: 'already-decided' });

  await sendForSignature(reporter, id, await look(2));
  await signAndSubmit(signatory, id, await look(2));
  const { contents } = await look(2);
  expect(await fifty(() => approve(reviewer, id, 2, contents))).toEqual(done);
  expect([
    await effects('report.sent'),
    await effects('report.signed'),
    await effects('review.returned'),
    await effects('review.approved'),
  ]).toEqual([2, 2, 1, 1]);
});
