import 'server-only';
import { officeDay } from '@/lib/domain/tree/office-day';
import { isId, scopeSql, type Viewer } from '../database/access';
import { db } from '../database/client';
import type { Transaction } from '../database/transaction';

type PendingUnit = { code: string; name: string; nameEn: string };

/** The units directly below that of a report whose own reports of the period are not approved and still can be: handed
 *  in and waiting for a decision, or with time left. Who never reported and cannot any more holds up nobody. */
export async function findPendingBelow(viewer: Viewer, reportId: string): Promise<PendingUnit[]> {
  return isId(reportId) ? pendingBelow(db, viewer, reportId) : [];
}

/** The same within a transaction. */
export async function pendingBelow(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
): Promise<PendingUnit[]> {
  const now = new Date();
  return tx.$queryRaw<PendingUnit[]>`
    SELECT b."code", b."name", b."name_en" AS "nameEn"
    FROM "report" r JOIN "unit" u ON u."id" = r."unit_id"
    JOIN "unit" b ON b."lineage" LIKE u."lineage" || '_%' AND b."lineage" = u."lineage" || b."code" || '/'
      AND (b."valid_to" IS NULL OR b."valid_to" > ${officeDay(now)}::date)
    JOIN "report" c ON c."unit_id" = b."id" AND c."period_id" = r."period_id"
    JOIN "report_dates" d ON d."report_id" = c."id" JOIN "newest_submission" s ON s."report_id" = c."id"
    WHERE r."id" = ${reportId}::uuid AND ${scopeSql(viewer)} AND s."decision" IS DISTINCT FROM 'approved'
      AND (s."signed_at" IS NOT NULL OR ${now} <= d."closes_at")
    ORDER BY b."lineage"`;
}

/** First wait, then look: until this transaction is done no decision on the reports directly below is taken back, nor is
 *  one handed in or withdrawn. Whoever did so before has committed, and `pendingBelow` sees what they left. */
export async function holdBelow(tx: Transaction, viewer: Viewer, reportId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 AS "held" FROM "report" r JOIN "unit" u ON u."id" = r."unit_id"
    JOIN "unit" b ON b."lineage" LIKE u."lineage" || '_%' AND b."lineage" = u."lineage" || b."code" || '/'
    JOIN "report" c ON c."unit_id" = b."id" AND c."period_id" = r."period_id"
    JOIN "submission" s ON s."report_id" = c."id"
    WHERE r."id" = ${reportId}::uuid AND ${scopeSql(viewer)} ORDER BY b."lineage", s."number" FOR SHARE OF s`;
}
