import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import type { Viewer } from '../database/access';
import { recordEvents } from '../database/record-events';
import { inTransaction } from '../database/transaction';
import { reasonOf } from '../database/words';
import { notify } from '../notices/notices';
import { loadForWrite } from '../report/writable';
import { reviewersOf } from '../tree/reviewing-unit';
import { openNextSubmission } from './next-submission';

/** The unit takes back what it has handed in, as long as nobody reads it; the submission stays, and the next is its
 *  copy. */
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
