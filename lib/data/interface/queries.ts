import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { scopeSql, type Viewer } from '../database/access';
import { bool, int4, statement, text, timestamptz } from '../database/statement';
import { figureColumns, figureRow } from '../figures/figure-row';

/** Codes; what is left out is not asked for. */
export type FigureFilter = { unit?: string; period?: string; indicator?: string };

/** A figure's permanent place: what a page goes on from. Nothing that is entered, approved or moved changes it. */
export type FigurePlace = [unit: string, period: string, indicator: string, measure: string];

/** A page of approved figures, in byte order: that in which pages go on has to be that of the comparison, and Prisma
 *  compares no rows. */
export const approvedFigures = statement(
  {
    ...figureRow,
    unit: text,
    period: text,
    submission: int4,
    madeUp: bool,
    signedAt: timestamptz,
    approvedAt: timestamptz,
  },
  (
    viewer: Viewer,
    filter: FigureFilter,
    { after, limit }: { after: FigurePlace | null; limit: number },
  ) => Prisma.sql`
    SELECT x."unit", x."period", x."number" AS "submission", x."madeUp", x."signedAt", x."approvedAt", ${figureColumns}
    FROM (${approved(viewer, filter)} ${
      after
        ? Prisma.sql`AND (u."code" COLLATE "C", p."code" COLLATE "C") >= (${after[0]}, ${after[1]})`
        : Prisma.empty
    }) x JOIN "figure" f ON f."submission_id" = x."id"
    WHERE ${
      after
        ? Prisma.sql`(x."unit", x."period", f."indicator_code" COLLATE "C", f."measure"::text COLLATE "C")
            > (${after[0]}, ${after[1]}, ${after[2]}, ${after[3]})`
        : Prisma.sql`true`
    } ${filter.indicator === undefined ? Prisma.empty : Prisma.sql`AND f."indicator_code" = ${filter.indicator}`}
    ORDER BY x."unit", x."period", f."indicator_code" COLLATE "C", f."measure"::text COLLATE "C" LIMIT ${limit}`,
);

const approved = (viewer: Viewer, { unit, period }: FigureFilter): Prisma.Sql => Prisma.sql`
  SELECT u."code" COLLATE "C" AS "unit", p."code" COLLATE "C" AS "period",
    s."id", s."number", r."made_up" AS "madeUp", s."signed_at" AS "signedAt", s."decided_at" AS "approvedAt"
  FROM "report" r JOIN "unit" u ON u."id" = r."unit_id" JOIN "period" p ON p."id" = r."period_id"
  JOIN "speaking_submission" s ON s."report_id" = r."id" AND s."standing" = 'approved'
  WHERE ${scopeSql(viewer)} ${unit === undefined ? Prisma.empty : Prisma.sql`AND u."code" = ${unit}`}
    ${period === undefined ? Prisma.empty : Prisma.sql`AND p."code" = ${period}`}`;
