import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import type { Viewer } from '../database/access';
import { notify } from '../reminders/notices';
import { openNextSubmission } from './next-submission';
import { recordEvents } from '../database/record-events';
import { reviewersOf } from '../tree/reviewing-unit';
import { loadForReview } from '../review/reviews';
import { inTransaction } from '../database/transaction';
import { reasonOf } from '../database/words';
import { loadForWrite } from '../report/writable';

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

/** The unit takes back what it has handed in, as long as nobody reads it; the submission stays, and the next is its copy. */
export async function withdraw(
  viewer: Viewer,
  reportId: string,
  submissionNumber: number,
  reason: string,
): Promise<void> {
  const words = reasonOf(reason);
  await inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.withdraw', 'alone');
    if (row.number !== submissionNumber) throw new InvalidError('not-submitted');
    await tx.withdrawal.create({
      data: { submissionId: row.submissionId, reason: words, personId: viewer.personId },
    });
    await tx.draftMark.deleteMany({ where: { submissionId: row.submissionId } });
    await openNextSubmission(tx, reportId, row);
    await notify(tx, {
      ...(await reviewersOf(tx, row)),
      kind: 'report.withdrawn',
      reportId,
      byId: viewer.personId,
      text: words,
    });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'report.withdrawn',
        reportId,
        to: { submission: row.number, reason: words },
      },
    ]);
  });
}
