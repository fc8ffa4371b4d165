import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Transaction } from '../database/transaction';

/** Whether unit `u` exists on a day of period `p`. `to_month` is the first day of the last month. */
export const existsIn = Prisma.sql`u."valid_from" < p."to_month" + interval '1 month' AND (u."valid_to" IS NULL OR u."valid_to" > p."from_month")`;

/** Makes the reports that are expected and not there yet, each with its first draft. Of a new period: one of every unit
 *  of its levels that exists in it. Of a new unit: one in every period not yet closed that takes its level. */
export async function insertReports(
  tx: Transaction,
  of: { periodId: string } | { unitId: string },
): Promise<number> {
  const wanted =
    'unitId' in of
      ? Prisma.sql`u."id" = ${of.unitId}::uuid AND p."closes_at" > now()`
      : Prisma.sql`p."id" = ${of.periodId}::uuid`;
  return tx.$executeRaw`
    WITH "expected" AS (
      INSERT INTO "report" ("id", "unit_id", "period_id")
      SELECT gen_random_uuid(), u."id", p."id" FROM "unit" u CROSS JOIN "period" p
      WHERE ${wanted} AND u."level" = ANY(p."levels") AND ${existsIn}
      ON CONFLICT DO NOTHING
      RETURNING "id"
    )
    INSERT INTO "submission" ("id", "report_id", "number") SELECT gen_random_uuid(), "id", 1 FROM "expected"`;
}
