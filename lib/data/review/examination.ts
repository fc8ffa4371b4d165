import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import type { Viewer } from '../database/access';
import { recordEvents } from '../database/record-events';
import { inTransaction, type Transaction } from '../database/transaction';
import { notify } from '../notices/notices';
import { reviewersOf } from '../tree/reviewing-unit';
import type { Writable } from '../report/writable';
import { loadForReview } from './reviews';

/** An examiner has read a submission and finds nothing to return (初审通过): it is put back unread for whoever
 *  decides, with who passed it and when. Marks that are noted still are for a return. */
export async function passExamination(
  viewer: Viewer,
  reportId: string,
  submissionNumber: number,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { row } = await loadForReview(tx, viewer, reportId, submissionNumber, 'report.examine');
    if (row.examinedBy !== null) throw new InvalidError('already-examined', { by: row.examinedBy });
    const { submissionId } = row;
    const marks = await tx.draftMark.count({ where: { submissionId } });
    if (marks > 0) throw new InvalidError('marks-left', { count: String(marks) });
    await tx.examination.create({ data: { submissionId, personId: viewer.personId } });
    await tx.acceptance.deleteMany({ where: { submissionId } });
    await tell(tx, viewer, row, 'review.examined');
  });
}

/** Takes the own passing back, as long as nobody has decided. */
export async function takeBackExamination(
  viewer: Viewer,
  reportId: string,
  submissionNumber: number,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { row } = await loadForReview(tx, viewer, reportId, submissionNumber, 'report.examine');
    const { count } = await tx.examination.deleteMany({
      where: { submissionId: row.submissionId, personId: viewer.personId },
    });
    if (count === 0) throw new InvalidError('nothing-to-take-back');
    await tell(tx, viewer, row, 'review.unexamined');
  });
}

async function tell(
  tx: Transaction,
  viewer: Viewer,
  row: Writable['row'],
  kind: 'review.examined' | 'review.unexamined',
): Promise<void> {
  await notify(tx, {
    ...(await reviewersOf(tx, row)),
    ...{ roles: ['reviewer'], kind, reportId: row.id, byId: viewer.personId, text: null },
  });
  await recordEvents(tx, [
    { by: viewer.personId, kind, reportId: row.id, to: { submission: row.number } },
  ]);
}
