import 'server-only';
import type { Transaction } from '../database/transaction';
import { copyContents } from './queries';

/** Opens the submission after a frozen one as its copy: figures, explanations, notes and files. Figures and notes keep
 *  counting their revisions, so that what was seen before is never taken for what stands after. */
export async function openNextSubmission(
  tx: Transaction,
  reportId: string,
  from: { submissionId: string; number: number },
): Promise<void> {
  const { id } = await tx.submission.create({
    data: { reportId, number: from.number + 1 },
    select: { id: true },
  });
  await copyContents.run(tx, from.submissionId, id);
}
