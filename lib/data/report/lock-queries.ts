import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { scopeSql, type Viewer } from '../database/access';
import { bool, int4, statement, text, uuid } from '../database/statement';
import { reportOf } from './queries';

/** Holds the submissions of a report until the transaction ends: keeps everybody else out after waiting for those who
 *  write, or, of the reports directly `below` it, shares them so that none moves on. Prisma locks no rows. */
export const holdSubmissions = statement(
  { held: int4 },
  (viewer: Viewer, id: string, whose: 'own' | 'below') =>
    whose === 'own'
      ? Prisma.sql`
    SELECT 1 AS "held" FROM "submission" s JOIN "report" r ON r."id" = s."report_id"
      JOIN "unit" u ON u."id" = r."unit_id"
    WHERE ${reportOf(viewer, id)} ORDER BY s."number" FOR UPDATE OF s`
      : Prisma.sql`
    SELECT 1 AS "held" FROM "report" r JOIN "unit" u ON u."id" = r."unit_id"
    JOIN "unit" b ON b."lineage" LIKE u."lineage" || '_%' AND b."lineage" = u."lineage" || b."code" || '/'
    JOIN "report" c ON c."unit_id" = b."id" AND c."period_id" = r."period_id"
    JOIN "submission" s ON s."report_id" = c."id"
    WHERE ${reportOf(viewer, id)} ORDER BY b."lineage", s."number" FOR SHARE OF s`,
);

/** Keeps everybody else out of the reports of a unit, with everything below it. Prisma locks no rows. */
export const holdReports = statement(
  { id: uuid, lineage: text, unitId: uuid },
  (viewer: Viewer, of: { unit: string; period: string; withBelow: boolean }) => Prisma.sql`
    SELECT r."id", u."lineage", u."id" AS "unitId"
    FROM "report" r JOIN "unit" u ON u."id" = r."unit_id" JOIN "period" p ON p."id" = r."period_id"
    JOIN "unit" h ON h."code" = ${of.unit}
      AND (u."id" = h."id" OR (${of.withBelow} AND u."lineage" LIKE h."lineage" || '_%'))
    JOIN "newest_submission" s ON s."report_id" = r."id"
    WHERE p."code" = ${of.period} AND ${scopeSql(viewer)} ORDER BY u."lineage" FOR UPDATE OF s, r`,
);

/** Whether a report is locked by now: what was locked while the statement before this one waited shows only in the
 *  next. */
export const lockNow = statement(
  { isLocked: bool },
  (reportId: string) => Prisma.sql`/* kept */
    SELECT EXISTS (SELECT 1 FROM "report_lock" l WHERE l."report_id" = ${reportId}::uuid) AS "isLocked"`,
);
