// What the database keeps by itself, whatever the program does: nobody rewrites what was signed and decided.
import { beforeAll, expect, test } from 'vitest';
import { Prisma } from '@/prisma/generated/client';
import { db } from '../database/client';
import { takeBack } from '../submission/take-back';
import { returnForChanges } from '../review/reviews';
import { sendForSignature, signAndSubmit } from '../submission/submissions';
import { fillAll, makeWorld, type World } from '../testing/test-world';

let world: World;
let id = '';
beforeAll(async () => {
  world = await makeWorld();
  id = await world.report('county', '2011');
  const reporter = world.viewer('county', 'reporter');
  await fillAll(reporter, id);
  const { submissionId } = await db.figure.findFirstOrThrow({
    where: { submission: { reportId: id } },
  });
  const words = { checkCode: 'JY001', personId: reporter.personId, values: {} };
  await db.explanation.create({ data: { submissionId, ...words, text: '含上年结转' } });
  await sendForSignature(reporter, id);
  await signAndSubmit(world.viewer('county', 'signatory'), id);
  await returnForChanges(world.viewer('city', 'reviewer'), id, 1, {
    reason: '请核对',
    marks: [{ indicator: 'SX001', note: '与上年相差过大' }],
  });
});

const ofFirst = Prisma.sql`"submission_id" IN (SELECT "id" FROM "submission" WHERE "number" = 1)`;

test.each<[string, Prisma.Sql]>([
  ['a decision', Prisma.sql`UPDATE "review" SET "decision" = 'approved'`],
  ['its reason', Prisma.sql`UPDATE "review" SET "reason" = '别的'`],
  ['who decided', Prisma.sql`UPDATE "review" SET "decided_at" = now()`],
  ['a mark', Prisma.sql`UPDATE "review_mark" SET "note" = '别的'`],
  ['an explanation', Prisma.sql`UPDATE "explanation" SET "text" = '别的' WHERE ${ofFirst}`],
  ['that there was one', Prisma.sql`DELETE FROM "explanation" WHERE ${ofFirst}`],
  ['a figure', Prisma.sql`UPDATE "figure" SET "value" = 313 WHERE ${ofFirst}`],
  ['a signature', Prisma.sql`UPDATE "submission" SET "signed_at" = now() WHERE "number" = 1`],
  ['a fingerprint', Prisma.sql`UPDATE "submission" SET "fingerprint" = 'x' WHERE "number" = 1`],
  ['that it was handed in', Prisma.sql`DELETE FROM "submission" WHERE "number" = 1`],
  ['that it was decided', Prisma.sql`DELETE FROM "review"`],
  ['all figures at once', Prisma.sql`TRUNCATE "figure" CASCADE`],
  ['all decisions at once', Prisma.sql`TRUNCATE "review" CASCADE`],
  ['what happened', Prisma.sql`UPDATE "event" SET "kind" = 'x'`],
])('%s is not rewritten', async (_, change) => {
  await expect(
    db.$transaction(async (tx) => {
      // Marks stand in the way of their review; they are not what is tried here.
      if (change.sql.startsWith('DELETE FROM "review"'))
        await tx.$executeRaw`DELETE FROM "review_mark"`;
      await tx.$executeRaw(change);
    }),
  ).rejects.toThrow();
});

test('a decision is taken back by who made it, with its event', async () => {
  await takeBack(world.viewer('city', 'reviewer'), id, 1, '看错了');
  expect(await db.review.count()).toBe(0);
});
