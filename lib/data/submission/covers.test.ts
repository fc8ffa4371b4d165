import { beforeAll, describe, expect, test } from 'vitest';
import { roles } from '@/lib/domain/access/policy';
import { Prisma } from '@/prisma/generated/client';
import { db } from '../database/client';
import { addCoverScan, findCover, findCoverScan, readCoverScan } from './covers';
import { listEvents } from '../report/events';
import { addEvidence } from '../figures/evidence';
import { saveFigures } from '../figures/save-figures';
import { approve, returnForChanges } from '../review/reviews';
import { sendForSignature, signAndSubmit } from './submissions';
import { takeBack } from './take-back';
import { fillAll, makeWorld, type World } from '../testing/test-world';

let world: World;
let year = 2200;
beforeAll(async () => {
  world = await makeWorld();
});

const scan = (text = '%PDF-1.7 封面', name = '封面.pdf') => ({
  name,
  content: new Uint8Array(Buffer.from(text)),
});
const reporter = () => world.viewer('county', 'reporter');
const reviewer = () => world.viewer('city', 'reviewer');
const sheet = async (id: string, number = 1) =>
  (await findCover(reporter(), id, number))!.fingerprint;

async function signed(): Promise<string> {
  const id = await world.report('county', String((year += 1)));
  await fillAll(reporter(), id);
  await handIn(id);
  return id;
}

async function handIn(id: string): Promise<void> {
  await sendForSignature(reporter(), id);
  await signAndSubmit(world.viewer('county', 'signatory'), id);
}

test('a draft has no cover; what is signed has the same fingerprint for everybody, again and again', async () => {
  const id = await world.report('county', String((year += 1)));
  await fillAll(reporter(), id);
  expect(await findCover(reporter(), id, 1)).toBeNull();
  await handIn(id);
  const { fingerprint, scan: none } = (await findCover(reporter(), id, 1))!;
  expect([fingerprint, none]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), null]);
  expect((await findCover(reviewer(), id, 1))!.fingerprint).toBe(fingerprint);
  await approve(reviewer(), id, 1);
  expect(await sheet(id)).toBe(fingerprint);
});

test.each([
  [
    'a figure',
    (id: string) =>
      Prisma.sql`UPDATE "figure" SET "value" = "value" + 1
        WHERE "indicator_code" = 'SX001' AND "submission_id" = ${id}::uuid`,
  ],
  [
    'how a figure is printed',
    (id: string) =>
      Prisma.sql`UPDATE "figure" SET "qualifier" = '约'
        WHERE "indicator_code" = 'SX001' AND "submission_id" = ${id}::uuid`,
  ],
  [
    'a target',
    (id: string) =>
      Prisma.sql`INSERT INTO "figure" ("submission_id", "indicator_code", "measure", "answer", "value",
        "entered_by_id") SELECT "id", 'SX001', 'target', 'number', 9, "signed_by_id" FROM "submission"
        WHERE "id" = ${id}::uuid`,
  ],
  [
    'a figure that is gone',
    (id: string) =>
      Prisma.sql`DELETE FROM "figure" WHERE "indicator_code" = 'SX001' AND "submission_id" = ${id}::uuid`,
  ],
  [
    'what was written',
    (id: string) =>
      Prisma.sql`INSERT INTO "work_note" ("submission_id", "section_code", "kind", "text", "written_by_id")
        SELECT "id", 'SX', 'measures', '另写', "signed_by_id" FROM "submission" WHERE "id" = ${id}::uuid`,
  ],
  [
    'an explanation',
    (id: string) =>
      Prisma.sql`INSERT INTO "explanation" ("submission_id", "check_code", "text", "values", "person_id")
        SELECT "id", (SELECT min("code") FROM "check"), '另说', '{}', "signed_by_id" FROM "submission"
        WHERE "id" = ${id}::uuid`,
  ],
  [
    'the file behind a figure',
    (id: string) =>
      Prisma.sql`UPDATE "evidence_file" SET "content" = 'x'
        WHERE "id" IN (SELECT "file_id" FROM "evidence" WHERE "submission_id" = ${id}::uuid)`,
  ],
  [
    'the moment of signing',
    (id: string) =>
      Prisma.sql`UPDATE "submission" SET "signed_at" = "signed_at" + interval '1 second' WHERE "id" = ${id}::uuid`,
  ],
])(
  '%s changed behind the product is said beside the fingerprint of what was signed',
  async (_what, change) => {
    const id = await world.report('county', String((year += 1)));
    await fillAll(reporter(), id);
    await addEvidence(reporter(), id, 'SX001', scan('%PDF-1.7 台账', '台账.pdf'));
    await handIn(id);
    const before = (await findCover(reporter(), id, 1))!;
    expect(before.isIntact).toBe(true);
    const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
    await db.$transaction(async (tx) => {
      // Only so can the database be made to change what is frozen.
      await tx.$executeRaw`SET LOCAL session_replication_role = 'replica'`;
      expect(await tx.$executeRaw(change(submissionId))).toBe(1);
    });
    expect(await findCover(reporter(), id, 1)).toEqual({ ...before, isIntact: false });
  },
);

test('a scan is kept with the submission whose fingerprint it bears, and is recorded as an event', async () => {
  const id = await signed();
  expect(await findCoverScan(reviewer(), id, 1)).toBeNull();
  await addCoverScan(reporter(), id, 1, {
    fingerprint: (await sheet(id)).slice(0, 16).toUpperCase(),
    file: scan(),
  });
  expect(await findCoverScan(reviewer(), id, 1)).toMatchObject({
    name: '封面.pdf',
    type: 'pdf',
    by: reporter().name,
  });
  expect(Buffer.from((await readCoverScan(reviewer(), id, 1))!.content).toString()).toBe(
    '%PDF-1.7 封面',
  );
  expect((await listEvents(reporter(), id))[0]).toMatchObject({
    kind: 'cover.added',
    to: { submission: 1, name: '封面.pdf' },
  });
});

describe('is refused', () => {
  test.each([
    ['a page that calls itself a PDF', scan('<html>'), 'scan-type'],
    ['a spreadsheet', scan('PK', '封面.xlsx'), 'scan-type'],
    [
      'more than five megabytes',
      { name: 'a.pdf', content: new Uint8Array(5 * 1024 * 1024 + 1) },
      'evidence-too-large',
    ],
  ])('%s', async (_case, file, code) => {
    const id = await signed();
    await expect(
      addCoverScan(reporter(), id, 1, { fingerprint: await sheet(id), file }),
    ).rejects.toMatchObject({ code });
    expect(await findCoverScan(reporter(), id, 1)).toBeNull();
  });

  test.each(['', '0000 0000 0000 0000', 'g'.repeat(64)])(
    'the fingerprint %j',
    async (fingerprint) => {
      const id = await signed();
      await expect(
        addCoverScan(reporter(), id, 1, { fingerprint, file: scan() }),
      ).rejects.toMatchObject({ code: 'fingerprint-differs' });
    },
  );

  test('the sheet of another report', async () => {
    const [one, other] = [await signed(), await signed()];
    await expect(
      addCoverScan(reporter(), one, 1, { fingerprint: await sheet(other), file: scan() }),
    ).rejects.toMatchObject({ code: 'fingerprint-differs' });
  });
});

test('a scan of the first submission is never that of the second', async () => {
  const id = await signed();
  const first = await sheet(id);
  await addCoverScan(reporter(), id, 1, { fingerprint: first, file: scan() });
  await returnForChanges(reviewer(), id, 1, { reason: '请核对集中宣讲场次', marks: [] });
  await expect(
    addCoverScan(reporter(), id, 1, { fingerprint: first, file: scan('%PDF-2') }),
  ).rejects.toMatchObject({ code: 'cover-not-now' });
  await saveFigures(reporter(), id, [{ indicator: 'SX001', revision: 1, typed: '4' }]);
  await handIn(id);
  expect(await sheet(id, 2)).not.toBe(first);
  expect(await findCoverScan(reviewer(), id, 2)).toBeNull();
  expect(await readCoverScan(reviewer(), id, 2)).toBeNull();
  await expect(
    addCoverScan(reporter(), id, 2, { fingerprint: first, file: scan() }),
  ).rejects.toMatchObject({ code: 'cover-of-other', params: { number: '1' } });
  await expect(
    addCoverScan(reporter(), id, 1, { fingerprint: first, file: scan() }),
  ).rejects.toMatchObject({ code: 'cover-of-earlier', params: { number: '2' } });
  expect(await findCoverScan(reviewer(), id, 1)).toMatchObject({ name: '封面.pdf' });
});

test('it gives way to a better scan until it is approved, which is recorded; then it stays', async () => {
  const id = await signed();
  const fingerprint = await sheet(id);
  await addCoverScan(reporter(), id, 1, { fingerprint, file: scan() });
  await addCoverScan(world.viewer('county', 'signatory'), id, 1, {
    fingerprint,
    file: scan('%PDF-1.7 清楚', '清楚.pdf'),
  });
  const [event] = await listEvents(reporter(), id);
  expect(event).toMatchObject({
    kind: 'cover.replaced',
    from: { name: '封面.pdf' },
    to: { name: '清楚.pdf' },
  });
  await approve(reviewer(), id, 1);
  await expect(
    addCoverScan(reporter(), id, 1, { fingerprint, file: scan() }),
  ).rejects.toMatchObject({ code: 'cover-approved' });
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  await expect(
    db.$executeRaw`UPDATE "cover_scan" SET "name" = 'x.pdf' WHERE "submission_id" = ${submissionId}::uuid`,
  ).rejects.toThrow(/frozen/);
  await expect(
    db.$executeRaw`DELETE FROM "cover_scan" WHERE "submission_id" = ${submissionId}::uuid`,
  ).rejects.toThrow(/frozen/);
  await takeBack(reviewer(), id, 1, '看错了一行');
  await addCoverScan(reporter(), id, 1, { fingerprint, file: scan('%PDF-1.7 再扫', '再扫.pdf') });
  expect(await findCoverScan(reporter(), id, 1)).toMatchObject({ name: '再扫.pdf' });
});

test('the paper of an approved submission may come later', async () => {
  const id = await signed();
  await approve(reviewer(), id, 1);
  await addCoverScan(reporter(), id, 1, { fingerprint: await sheet(id), file: scan() });
  expect(await findCoverScan(reviewer(), id, 1)).not.toBeNull();
});

test('the database keeps a scan away from a draft and with its submission', async () => {
  const [id, draft] = [await signed(), await world.report('county', String((year += 1)))];
  const { id: open } = await db.submission.findFirstOrThrow({ where: { reportId: draft } });
  await expect(db.$executeRaw`
    INSERT INTO "cover_scan" ("submission_id", "fingerprint", "name", "type", "size", "sha256", "content", "person_id")
    VALUES (${open}::uuid, '', 'a.pdf', 'pdf', 1, '', 'x', ${reporter().personId}::uuid)`).rejects.toThrow(
    /only a submitted/,
  );
  await addCoverScan(reporter(), id, 1, { fingerprint: await sheet(id), file: scan() });
  const { id: submissionId } = await db.submission.findFirstOrThrow({ where: { reportId: id } });
  await expect(
    db.$executeRaw`UPDATE "cover_scan" SET "submission_id" = ${open}::uuid
      WHERE "submission_id" = ${submissionId}::uuid`,
  ).rejects.toThrow(/stays with/);
});

test.each(roles)('%s of the units around reads it where the report is read', async (role) => {
  const id = await signed();
  await addCoverScan(reporter(), id, 1, { fingerprint: await sheet(id), file: scan() });
  for (const [unit, expected] of [
    ['county', true],
    ['city', true],
    ['province', true],
    ['neighbour', false],
    ['otherCity', false],
    ['otherCounty', false],
  ] as const) {
    const viewer = world.viewer(unit, role);
    expect([
      unit,
      (await readCoverScan(viewer, id, 1)) !== null,
      (await findCover(viewer, id, 1)) !== null,
    ]).toEqual([unit, expected, expected]);
  }
});
