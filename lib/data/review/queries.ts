import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { scopeSql, type Viewer } from '../database/access';
import { int4, statement } from '../database/statement';

/** Shares the submissions of the reports directly below one: none of them moves on until the transaction ends. */
export const holdReportsBelow = statement(
  { held: int4 },
  (viewer: Viewer, reportId: string) => Prisma.sql`
    SELECT 1 AS "held" FROM "report" r JOIN "unit" u ON u."id" = r."unit_id"
    JOIN "unit" b ON b."lineage" LIKE u."lineage" || '_%' AND b."lineage" = u."lineage" || b."code" || '/'
    JOIN "report" c ON c."unit_id" = b."id" AND c."period_id" = r."period_id"
    JOIN "submission" s ON s."report_id" = c."id"
    WHERE r."id" = ${reportId}::uuid AND ${scopeSql(viewer)} ORDER BY b."lineage", s."number" FOR SHARE OF s`,
);
