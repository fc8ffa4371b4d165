import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { command } from '../database/statement';

/** Copies what a submission holds into another. In SQL, because nothing of it has to leave the server. */
export const copyContents = command((from: string, to: string) => {
  const source = Prisma.sql`WHERE "submission_id" = ${from}::uuid`;
  return Prisma.sql`
    WITH "figures" AS (
      INSERT INTO "figure" ("submission_id", "indicator_code", "measure", "answer", "value", "shown", "qualifier",
        "base_year", "as_of", "from", "scope_note", "note", "revision", "entered_by_id", "entered_at", "proposal_id")
      SELECT ${to}::uuid, "indicator_code", "measure", "answer", "value", "shown", "qualifier",
        "base_year", "as_of", "from", "scope_note", "note", "revision", "entered_by_id", "entered_at", "proposal_id"
      FROM "figure" ${source}
    ), "explanations" AS (
      INSERT INTO "explanation" ("submission_id", "check_code", "text", "is_public", "values", "person_id", "written_at")
      SELECT ${to}::uuid, "check_code", "text", "is_public", "values", "person_id", "written_at"
      FROM "explanation" ${source}
    ), "totals" AS (
      INSERT INTO "roll_up_explanation" ("submission_id", "indicator_code", "text", "values", "person_id", "written_at")
      SELECT ${to}::uuid, "indicator_code", "text", "values", "person_id", "written_at"
      FROM "roll_up_explanation" ${source}
    ), "notes" AS (
      INSERT INTO "work_note" ("submission_id", "section_code", "kind", "text", "revision", "written_by_id",
        "written_at")
      SELECT ${to}::uuid, "section_code", "kind", "text", "revision", "written_by_id", "written_at"
      FROM "work_note" ${source}
    )
    INSERT INTO "evidence" ("id", "submission_id", "indicator_code", "file_id", "person_id", "added_at")
    SELECT gen_random_uuid(), ${to}::uuid, "indicator_code", "file_id", "person_id", "added_at"
      FROM "evidence" ${source}`;
});
