import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { scopeSql, type Viewer } from '../database/access';
import { int4, nullable, statement, timestamptz, uuid } from '../database/statement';

/** How each report below a unit came about. In SQL: what is counted of a country's figures and events stays where it
 *  is. */
export const qualityBelow = statement(
  {
    id: uuid,
    firstSignedAt: nullable(timestamptz),
    dueAt: timestamptz,
    returns: int4,
    marked: int4,
    returnedBare: int4,
    changes: int4,
    lastChangeAt: nullable(timestamptz),
    handedIn: nullable(int4),
    handedInAt: nullable(timestamptz),
    approved: nullable(int4),
    approvedAt: nullable(timestamptz),
    changedSince: int4,
  },
  (viewer: Viewer, lineage: string, period: string) => Prisma.sql`
    SELECT r."id", o."signed_at" AS "firstSignedAt", d."due_at" AS "dueAt", v.*, e.*, h."handedIn", h."handedInAt",
      g."approved", g."approvedAt",
      CASE WHEN h."handedIn" > g."approved" THEN (
        SELECT count(*)::int FROM (SELECT f."indicator_code", f."answer", f."value", f."qualifier" FROM "figure" f
          JOIN "submission" s ON s."id" = f."submission_id"
            WHERE s."report_id" = r."id" AND s."number" = g."approved" AND f."measure" = 'level'
              AND f."answer" <> 'blank') a
          FULL JOIN (SELECT f."indicator_code", f."answer", f."value", f."qualifier" FROM "figure" f
            JOIN "submission" s ON s."id" = f."submission_id"
            WHERE s."report_id" = r."id" AND s."number" = h."handedIn" AND f."measure" = 'level'
              AND f."answer" <> 'blank') b USING ("indicator_code")
        WHERE (a."answer", a."value", a."qualifier") IS DISTINCT FROM (b."answer", b."value", b."qualifier"))
          ELSE 0 END AS "changedSince"
    FROM "report" r JOIN "unit" u ON u."id" = r."unit_id" JOIN "period" p ON p."id" = r."period_id"
    JOIN "report_dates" d ON d."report_id" = r."id" JOIN "submission" o ON o."report_id" = r."id" AND o."number" = 1
    CROSS JOIN LATERAL (SELECT max(s."number") AS "handedIn", max(s."signed_at") AS "handedInAt" FROM "submission" s
      WHERE s."report_id" = r."id" AND s."signed_at" IS NOT NULL) h
    CROSS JOIN LATERAL (
      SELECT count(DISTINCT w."id")::int AS "returns", count(DISTINCT m."indicator_code")::int AS "marked",
        count(DISTINCT w."id") FILTER (WHERE m."indicator_code" IS NULL)::int AS "returnedBare"
      FROM "submission" s JOIN "review" w ON w."submission_id" = s."id" AND w."decision" = 'returned'
        LEFT JOIN "review_mark" m ON m."review_id" = w."id"
      WHERE s."report_id" = r."id") v
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE x."at" > o."signed_at")::int AS "changes", max(x."at") AS "lastChangeAt"
        FROM "event" x WHERE x."report_id" = r."id" AND x."kind" = 'figure.saved') e
    LEFT JOIN LATERAL (
      SELECT y."number" AS "approved", y."at" AS "approvedAt" FROM (
        SELECT (x."to" ->> 'submission')::int AS "number", x."at" FROM "event" x
          WHERE x."report_id" = r."id" AND x."kind" = 'review.approved'
        UNION ALL SELECT s."number", w."decided_at" FROM "submission" s
          JOIN "review" w ON w."submission_id" = s."id" AND w."decision" = 'approved' WHERE s."report_id" = r."id") y
      ORDER BY y."at" DESC LIMIT 1) g ON true
    WHERE p."code" = ${period} AND ${scopeSql(viewer)} AND u."lineage" LIKE ${`${lineage}_%`}`,
);
