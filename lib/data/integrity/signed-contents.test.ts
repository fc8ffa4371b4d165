// What is signed and decided is what was on the screen, and what was signed is known again.
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { db } from '../database/client';
import { findForm } from '../figures/form';
import { saveFigures } from '../figures/save-figures';
import { approve, returnForChanges } from '../review/reviews';
import { findCover } from '../submission/covers';
import { sendBack, sendForSignature, signAndSubmit } from '../submission/submissions';
import { fillAll, makeWorld, type World } from '../testing/test-world';
import { findAltered, findAlteredBehind } from './altered';
import { listAltered, sealEarlier } from './fingerprints';

let world: World;
let year = 2011;
let id = '';
beforeAll(async () => {
  world = await makeWorld();
});
beforeEach(async () => {
  id = await world.report('county', String((year += 1)));
  await fillAll(reporter(), id);
});

const reporter = () => world.viewer('county', 'reporter');
const signatory = () => world.viewer('county', 'signatory');
const reviewer = () => world.viewer('city', 'reviewer');

/** What a page shows somebody now. */
async function look(viewer = signatory()) {
  const form = (await findForm(viewer, id))!;
  const { number, sentAt } = form.submission;
  return { submission: number, sentAt: sentAt!, contents: form.seen };
}

async function change(typed: string) {
  const form = (await findForm(reporter(), id))!;
  const row = form.rows.find(({ indicator }) => indicator.code === 'SX001')!;
  const edit = { indicator: 'SX001', submission: form.submission.number, typed };
  await saveFigures(reporter(), id, [{ ...edit, revision: row.figure?.revision ?? 0 }]);
}

/** Past every trigger, as whoever owns the tables can. */
const tamper = (value: number) =>
  db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`UPDATE "figure" SET "value" = ${value} WHERE "indicator_code" = 'SX001'
      AND "submission_id" IN (SELECT "id" FROM "submission" WHERE "report_id" = ${id}::uuid)`,
  ]);

const differs = {
  code: 'changed-since-seen',
  params: { count: '1', items: expect.stringMatching(/^SX001 = /) },
};

test('figures that nobody looked at are not sent, signed or given back', async () => {
  const before = await look(reporter());
  await change('267');
  await expect(sendForSignature(reporter(), id, before)).rejects.toMatchObject(differs);
  await sendForSignature(reporter(), id, await look(reporter()));
  const open = await look();
  await sendBack(signatory(), id, '再看', open);
  await change('268');
  await sendForSignature(reporter(), id, await look(reporter()));
  const { sentAt } = await look();
  // The first tab, with whatever time and number it names, still shows 267.
  await expect(signAndSubmit(signatory(), id, { ...open, sentAt })).rejects.toMatchObject(differs);
  await expect(sendBack(signatory(), id, '再看', open)).rejects.toMatchObject(differs);
  expect(await signAndSubmit(signatory(), id, await look())).toBe('signed');
});

test('explanations that came with the form are no difference; other ones are', async () => {
  const { submissionId } = await db.figure.findFirstOrThrow({
    where: { submission: { reportId: id } },
  });
  const before = await look(reporter());
  const words = { submissionId, checkCode: 'JY001', personId: reporter().personId, values: {} };
  await db.explanation.create({ data: { ...words, text: '含上年结转' } });
  await expect(sendForSignature(reporter(), id, before)).rejects.toMatchObject({
    code: 'changed-since-seen',
    params: { items: 'JY001' },
  });
  await sendForSignature(reporter(), id, before, new Map([['JY001', '']]));
});

async function signed() {
  await sendForSignature(reporter(), id);
  await signAndSubmit(signatory(), id, await look());
}

test('a decision names what was before the reviewer', async () => {
  await signed();
  const { contents } = await look(reviewer());
  await tamper(9);
  const words = { reason: '请核对', marks: [] };
  await expect(approve(reviewer(), id, 1, contents)).rejects.toMatchObject(differs);
  await expect(
    returnForChanges(reviewer(), id, 1, { ...words, seen: contents }),
  ).rejects.toMatchObject(differs);
});

test('what is no longer what was signed is not approved, is said on its cover, and leaves one event', async () => {
  await signed();
  const { id: submissionId, fingerprint } = await db.submission.findFirstOrThrow({
    where: { reportId: id },
  });
  expect(await findCover(reporter(), id, 1)).toMatchObject({ fingerprint, isIntact: true });
  expect(await listAltered(db, [submissionId])).toEqual([]);
  await tamper(313);
  const { contents } = await look(reviewer());
  await expect(approve(reviewer(), id, 1, contents)).rejects.toMatchObject({
    code: 'altered-since-signed',
  });
  expect(await findCover(reporter(), id, 1)).toMatchObject({ fingerprint, isIntact: false });
  expect(await findAltered(reviewer(), [submissionId])).toMatchObject([{ kept: fingerprint }]);
  const period = String(year);
  for (const basis of [
    { reportId: id },
    { unit: world.unit.county.code },
    { above: world.unit.city.code, period },
  ])
    expect((await findAlteredBehind(reviewer(), basis)).map((one) => one.id)).toContain(
      submissionId,
    );
  // Whoever may not know of the unit is not notified.
  const outside = { ...reviewer(), unit: { ...reviewer().unit, lineage: '/other/' } };
  expect(await findAlteredBehind(outside, { reportId: id })).toEqual([]);
  expect(
    await db.event.count({
      where: { kind: 'submission.altered', subject: `${world.unit.county.code} ${year} 1` },
    }),
  ).toBe(1);
});

test('the fingerprint is kept once, and what was signed before there was one gets it', async () => {
  await signed();
  const { id: submissionId, fingerprint } = await db.submission.findFirstOrThrow({
    where: { reportId: id },
  });
  const forge = db.submission.update({ where: { id: submissionId }, data: { fingerprint: 'x' } });
  await expect(forge).rejects.toThrow();
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.submission.update({ where: { id: submissionId }, data: { fingerprint: null } }),
  ]);
  await sealEarlier();
  expect(await db.submission.findUnique({ where: { id: submissionId } })).toMatchObject({
    fingerprint,
  });
});
