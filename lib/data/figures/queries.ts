import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { statement, text, uuid } from '../database/statement';

/** Whether the server keeps the plan: for the few submissions of one unit, not for a part of the tree (decision 027). */
type Plan = 'kept' | 'once';
const planned = (plan: Plan) => (plan === 'kept' ? Prisma.sql`/* kept */` : Prisma.empty);

/** Explanations whose figures are still those that were explained, compared where both lie. */
export const explanations = statement(
  { submissionId: uuid, checkCode: text, text, by: text },
  (submissionIds: readonly string[], plan: Plan) => Prisma.sql`${planned(plan)}
    SELECT x."submission_id" AS "submissionId", x."check_code" AS "checkCode", x."text", w."name" AS "by"
    FROM "explanation" x JOIN "person" w ON w."id" = x."person_id"
    WHERE x."submission_id" = ANY(${[...submissionIds]}::uuid[]) AND NOT EXISTS (
      SELECT 1 FROM jsonb_each_text(x."values") v
      LEFT JOIN "figure" f ON f."submission_id" = x."submission_id" AND f."measure" = 'level' AND f."indicator_code" = split_part(v."key", '@', 1)
      WHERE split_part(v."key", '@', 2) = '0' AND f."value" IS DISTINCT FROM v."value"::numeric)
    ORDER BY x."check_code", x."submission_id"`,
);

/** The same of totals that were entered by hand. */
export const totalExplanations = statement(
  { submissionId: uuid, indicatorCode: text, text, by: text, sum: text },
  (submissionIds: readonly string[], plan: Plan) => Prisma.sql`${planned(plan)}
    SELECT x."submission_id" AS "submissionId", x."indicator_code" AS "indicatorCode", x."text", w."name" AS "by", x."values"->>'sum' AS "sum"
    FROM "roll_up_explanation" x JOIN "person" w ON w."id" = x."person_id"
    JOIN "figure" f ON f."submission_id" = x."submission_id" AND f."indicator_code" = x."indicator_code" AND f."measure" = 'level'
    WHERE x."submission_id" = ANY(${[...submissionIds]}::uuid[]) AND f."value" = (x."values"->>'entered')::numeric
    ORDER BY x."indicator_code", x."submission_id"`,
);
