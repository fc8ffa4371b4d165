import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import { codesIn } from '@/lib/domain/tree/unit';
import type { Viewer } from '../database/access';
import { notify } from '../notices/notices';
import { recordEvents } from '../database/record-events';
import { inTransaction, type Transaction } from '../database/transaction';
import { reasonOf } from '../database/words';
import { loadForWrite } from '../report/writable';

/** A reviewer takes the own decision on a submission back, before anybody has built on it: the report above is not
 *  signed since, the returned one not touched. The submission is then as it was when it was handed in. */
export async function takeBack(
  viewer: Viewer,
  reportId: string,
  submissionNumber: number,
  reason: string,
): Promise<void> {
  const words = reasonOf(reason);
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.takeBack', 'alone');
    const review = await tx.review.findFirst({
      where: { submission: { reportId, number: submissionNumber } },
      select: {
        id: true,
        decision: true,
        decidedAt: true,
        personId: true,
        person: { select: { name: true } },
      },
    });
    if (!review) throw new InvalidError('nothing-to-take-back');
    if (review.personId !== viewer.personId)
      throw new InvalidError('decided-by-another', { by: review.person.name });
    if (review.decision === 'approved') await refuseBuiltOn(tx, reportId, review.decidedAt);
    else await removeCopy(tx, reportId, submissionNumber + 1, review);
    await tx.reviewMark.deleteMany({ where: { reviewId: review.id } });
    await tx.review.delete({ where: { id: review.id } });
    await notify(tx, {
      unitId: row.unitId,
      roles: ['reporter', 'signatory'],
      kind: 'review.takenBack',
      reportId,
      byId: viewer.personId,
      text: words,
    });
    const from = { submission: submissionNumber, decision: review.decision };
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'review.takenBack',
        reportId,
        from,
        to: { submission: submissionNumber, reason: words },
      },
    ]);
  });
}

/** The report of the unit above for the same period, as it stands, was signed after the decision, so that its totals
 *  may rest on it, or was approved: what is above is taken back first. */
async function refuseBuiltOn(tx: Transaction, reportId: string, decidedAt: Date): Promise<void> {
  const { periodId, unit } = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: { periodId: true, unit: { select: { lineage: true } } },
  });
  const built = await tx.newestSubmission.findFirst({
    where: {
      report: { periodId, unit: { code: codesIn(unit.lineage).at(-2) ?? '' } },
      OR: [{ signedAt: { gt: decidedAt } }, { decision: 'approved' }],
    },
    select: { id: true },
  });
  if (built) throw new InvalidError('already-built-on');
}

/** The next submission, which the return opened as a copy, goes again; not when anybody has worked on it. */
async function removeCopy(
  tx: Transaction,
  reportId: string,
  number: number,
  review: { id: string; decidedAt: Date },
): Promise<void> {
  const copy = await tx.submission.findUnique({
    where: { reportId_number: { reportId, number } },
    select: { id: true, createdAt: true, sentAt: true },
  });
  if (!copy) throw new InvalidError('nothing-to-take-back');
  const since = { submissionId: copy.id };
  const touched = await Promise.all([
    tx.figure.count({ where: { ...since, enteredAt: { gt: copy.createdAt } } }),
    tx.explanation.count({ where: { ...since, writtenAt: { gt: copy.createdAt } } }),
    tx.rollUpExplanation.count({ where: { ...since, writtenAt: { gt: copy.createdAt } } }),
    tx.workNote.count({ where: { ...since, writtenAt: { gt: copy.createdAt } } }),
    tx.evidence.count({ where: { ...since, addedAt: { gt: copy.createdAt } } }),
    tx.reopening.count({ where: { reviewId: review.id } }),
    tx.markComment.count({ where: { reportId, writtenAt: { gte: review.decidedAt } } }),
  ]);
  if (copy.sentAt || touched.some((count) => count > 0))
    throw new InvalidError('already-being-corrected');
  for (const table of [tx.figure, tx.explanation, tx.rollUpExplanation, tx.workNote, tx.evidence])
    await (table as typeof tx.figure).deleteMany({ where: since });
  await tx.submission.delete({ where: { id: copy.id } });
}
