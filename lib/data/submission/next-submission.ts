import 'server-only';
import { copyEvidence } from '../figures/evidence';
import type { Transaction } from '../database/transaction';
import { copyNotes } from '../figures/work-notes';

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
  await tx.$executeRaw`
    INSERT INTO "figure" ("submission_id", "indicator_code", "measure", "answer", "value", "shown", "qualifier", "base_year", "as_of", "from",
      "scope_note", "note", "revision", "entered_by_id", "entered_at", "proposal_id")
    SELECT ${id}::uuid, "indicator_code", "measure", "answer", "value", "shown", "qualifier", "base_year", "as_of", "from",
      "scope_note", "note", "revision", "entered_by_id", "entered_at", "proposal_id"
    FROM "figure" WHERE "submission_id" = ${from.submissionId}::uuid`;
  await tx.$executeRaw`
    INSERT INTO "explanation" ("submission_id", "check_code", "text", "values", "person_id", "written_at")
    SELECT ${id}::uuid, "check_code", "text", "values", "person_id", "written_at"
    FROM "explanation" WHERE "submission_id" = ${from.submissionId}::uuid`;
  await tx.$executeRaw`
    INSERT INTO "roll_up_explanation" ("submission_id", "indicator_code", "text", "values", "person_id", "written_at")
    SELECT ${id}::uuid, "indicator_code", "text", "values", "person_id", "written_at"
    FROM "roll_up_explanation" WHERE "submission_id" = ${from.submissionId}::uuid`;
  await copyNotes(tx, from.submissionId, id);
  await copyEvidence(tx, from.submissionId, id);
}
