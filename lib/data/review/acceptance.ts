import 'server-only';
import type { Viewer } from '../database/access';
import { recordEvents } from '../database/record-events';
import { loadForReview } from './reviews';
import { inTransaction } from '../database/transaction';

/** A reviewer begins to read a submission (受理): the unit cannot withdraw it any more, and no other reviewer decides
 *  meanwhile. One that somebody else reads is only taken over when asked for. */
export async function accept(
  viewer: Viewer,
  reportId: string,
  submissionNumber: number,
  { takeOver = false } = {},
): Promise<void> {
  await inTransaction(async (tx) => {
    const { row } = await loadForReview(
      tx,
      viewer,
      reportId,
      submissionNumber,
      'report.accept',
      takeOver,
    );
    if (row.acceptedById === viewer.personId) return;
    const reading = { personId: viewer.personId, acceptedAt: new Date() };
    await tx.acceptance.upsert({
      where: { submissionId: row.submissionId },
      create: { submissionId: row.submissionId, ...reading },
      update: reading,
    });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'review.accepted',
        reportId,
        from: row.acceptedBy,
        to: { submission: row.number },
      },
    ]);
  });
}

/** Puts it back unread: whoever reads it next begins anew, and the unit may withdraw it again. */
export async function release(
  viewer: Viewer,
  reportId: string,
  submissionNumber: number,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { row } = await loadForReview(tx, viewer, reportId, submissionNumber, 'report.accept');
    if (row.acceptedById === null) return;
    await tx.acceptance.delete({ where: { submissionId: row.submissionId } });
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'review.released', reportId, to: { submission: row.number } },
    ]);
  });
}
