// What the tests of other rooms put into the database past the functions under test, or look up in it.
import type { Figure } from '@/lib/domain/figure/figure';
import type { Role } from '@/lib/domain/access/policy';
import { db } from '../database/client';

const newestOf = (reportId: string) =>
  db.submission.findFirstOrThrow({ where: { reportId }, orderBy: { number: 'desc' } });

/** Writes answers into the newest submission; `by`: a person. */
export async function putFigures(
  reportId: string,
  by: string,
  figures: readonly { indicator: string; answer: Figure['answer']; value: number | null }[],
): Promise<void> {
  const { id: submissionId } = await newestOf(reportId);
  await db.figure.createMany({
    data: figures.map(({ indicator, answer, value }) => ({
      submissionId,
      indicatorCode: indicator,
      answer,
      value,
      enteredById: by,
    })),
  });
}

/** Has the newest submission sent and signed by these people. */
export async function putSignature(
  reportId: string,
  sentById: string,
  signedById: string,
): Promise<void> {
  const { id } = await newestOf(reportId);
  await db.submission.update({
    where: { id },
    data: { sentAt: new Date(), sentById, signedAt: new Date(), signedById },
  });
}

/** Has the newest submission approved. */
export async function putApproval(reportId: string, personId: string): Promise<void> {
  const { id: submissionId } = await newestOf(reportId);
  await db.review.create({ data: { submissionId, decision: 'approved', personId } });
}

/** A next submission with the same figures, all of them this number. */
export async function putCorrection(reportId: string, value: number): Promise<void> {
  const { number, figures } = await db.submission.findFirstOrThrow({
    where: { reportId },
    orderBy: { number: 'desc' },
    include: { figures: true },
  });
  const { id: submissionId } = await db.submission.create({
    data: { reportId, number: number + 1 },
  });
  await db.figure.createMany({
    data: figures.map(({ indicatorCode, measure, answer, enteredById }) => ({
      submissionId,
      indicatorCode,
      measure,
      answer,
      value,
      enteredById,
    })),
  });
}

/** Id of a unit's report, where it has one. */
export const findReportId = async (unitId: string, period: string): Promise<string | null> =>
  (await db.report.findFirst({ where: { unitId, period: { code: period } } }))?.id ?? null;

/** How much stands behind a report. */
export async function countRecords(
  reportId: string,
): Promise<{ proposals: number; made: number; notices: number; figures: number }> {
  const [proposals, made, notices, figures] = await Promise.all([
    db.proposal.count({ where: { reportId } }),
    db.event.count({ where: { reportId, kind: 'proposal.made' } }),
    db.notice.count({ where: { reportId } }),
    db.figure.count({ where: { submission: { reportId } } }),
  ]);
  return { proposals, made, notices, figures };
}

/** How many figures were proposed to whomever for a period. */
export const countProposals = (period: string) =>
  db.proposal.count({ where: { report: { period: { code: period } } } });

/** Has a token be out of date; `lookup`: its part that is no secret. */
export const endToken = (lookup: string) =>
  db.accessToken.update({ where: { lookup }, data: { expiresAt: new Date(Date.now() - 1000) } });

/** Every word that is kept of tokens. */
export const tokenTexts = async (): Promise<string[]> =>
  (
    await db.$queryRaw<
      { text: string }[]
    >`SELECT a::text AS "text" FROM "access_token" a UNION ALL SELECT e::text FROM "event" e
      WHERE e."kind" LIKE 'token.%'`
  ).map(({ text }) => text);

/** Gives a person these roles and no other. */
export async function putRoles(personId: string, roles: readonly Role[]): Promise<void> {
  await db.personRole.deleteMany({ where: { personId } });
  await db.personRole.createMany({ data: roles.map((role) => ({ personId, role })) });
}

export const putIntoUnit = (personId: string, unitId: string) =>
  db.person.update({ where: { id: personId }, data: { unitId } });
export const putContact = (unitId: string, contactEmail: string) =>
  db.unit.update({ where: { id: unitId }, data: { contactEmail } });

/** Nobody has ever been reminded. */
export const forgetReminders = () => db.reminder.deleteMany({});
export const reminderOf = async (reportId: string): Promise<string> =>
  (await db.reminder.findFirstOrThrow({ where: { reportId } })).id;
/** When a reminder is tried again. */
export const nextTryOf = async (id: string): Promise<Date> =>
  (await db.reminder.findUniqueOrThrow({ where: { id } })).nextTryAt!;
/** All that wait are due again. */
export const makeDue = () =>
  db.$executeRaw`UPDATE "reminder" SET "next_try_at" = now() - interval '1 second'`;

export const putPassword = (personId: string, passwordHash: string) =>
  db.person.update({ where: { id: personId }, data: { passwordHash } });
/** How many tries to get in with an account are on record as failed. */
export const failedSignIns = (account: string): Promise<number> =>
  db.event.count({ where: { kind: 'session.failed', subject: account } });
