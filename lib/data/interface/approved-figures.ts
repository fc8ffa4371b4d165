// Figures that the union above has approved, page by page, for other systems.
import 'server-only';
import { createHash } from 'node:crypto';
import { Prisma } from '@/prisma/generated/client';
import type { Figure, Measure } from '@/lib/domain/figure/figure';
import { can } from '@/lib/domain/access/policy';
import { scopeSql, type Viewer } from '../database/access';
import { db } from '../database/client';
import { figureColumns, figureOf, type FigureRow } from '../figures/figure-row';

/** Codes; what is left out is not asked for. */
export type FigureFilter = { unit?: string; period?: string; indicator?: string };

/** A figure's permanent place: what a page goes on from. Nothing that is entered, approved or moved changes it. */
export type FigurePlace = [unit: string, period: string, indicator: string, measure: string];

export type ApprovedFigure = Figure & {
  unit: string;
  period: string;
  submission: number;
  madeUp: boolean;
  signedAt: Date;
  approvedAt: Date;
};

/** Figures of the newest approved submission of each report, in the order of their places, from `after` on. */
export async function listApprovedFigures(
  viewer: Viewer,
  filter: FigureFilter,
  { after, limit }: { after: FigurePlace | null; limit: number },
): Promise<ApprovedFigure[]> {
  if (!can(viewer, 'report.read', { relation: 'own' })) return [];
  const from = after
    ? Prisma.sql`AND (x."unit", x."period", f."indicator_code" COLLATE "C", f."measure"::text COLLATE "C") > (${after[0]}, ${after[1]}, ${after[2]}, ${after[3]})`
    : Prisma.empty;
  const reports = after
    ? Prisma.sql`AND (u."code" COLLATE "C", p."code" COLLATE "C") >= (${after[0]}, ${after[1]})`
    : Prisma.empty;
  const indicator =
    filter.indicator === undefined
      ? Prisma.empty
      : Prisma.sql`AND f."indicator_code" = ${filter.indicator}`;
  const rows = await db.$queryRaw<(FigureRow & Omit<ApprovedFigure, keyof Figure>)[]>`
    SELECT x."unit", x."period", x."number" AS "submission", x."madeUp", x."signedAt", x."approvedAt", ${figureColumns}
    FROM (${approved(viewer, filter, reports)}) x JOIN "figure" f ON f."submission_id" = x."id"
    WHERE true ${from} ${indicator}
    ORDER BY x."unit", x."period", f."indicator_code" COLLATE "C", f."measure"::text COLLATE "C" LIMIT ${limit}`;
  return rows.map(({ unit, period, submission, madeUp, signedAt, approvedAt, ...row }) => ({
    ...figureOf(row),
    unit,
    period,
    submission,
    madeUp,
    signedAt,
    approvedAt,
  }));
}

/** Where a figure stands among the others. */
export const placeOf = ({
  unit,
  period,
  indicator,
  measure,
}: {
  unit: string;
  period: string;
  indicator: string;
  measure: Measure;
}): FigurePlace => [unit, period, indicator, measure];

/** Changes exactly when another submission speaks for a report, or another report becomes visible: what was approved is frozen,
 *  so that no figure has to be read to know that all are as they were. */
export async function approvedPrint(viewer: Viewer, filter: FigureFilter): Promise<string> {
  const rows = await db.$queryRaw<{ id: string; at: Date; madeUp: boolean }[]>`
    SELECT x."id", x."approvedAt" AS "at", x."madeUp" FROM (${approved(viewer, filter, Prisma.empty)}) x ORDER BY x."id"`;
  return createHash('sha256').update(JSON.stringify(rows)).digest('base64url');
}

// DISTINCT ON with byte order: the order in which pages go on has to be that of the comparison.
const approved = (
  viewer: Viewer,
  { unit, period }: FigureFilter,
  reports: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT ON (u."code" COLLATE "C", p."code" COLLATE "C") u."code" COLLATE "C" AS "unit", p."code" COLLATE "C" AS "period",
    s."id", s."number", r."made_up" AS "madeUp", s."signed_at" AS "signedAt", v."decided_at" AS "approvedAt"
  FROM "report" r JOIN "unit" u ON u."id" = r."unit_id" JOIN "period" p ON p."id" = r."period_id"
  JOIN "submission" s ON s."report_id" = r."id" JOIN "review" v ON v."submission_id" = s."id" AND v."decision" = 'approved'
  WHERE ${scopeSql(viewer)} ${unit === undefined ? Prisma.empty : Prisma.sql`AND u."code" = ${unit}`}
    ${period === undefined ? Prisma.empty : Prisma.sql`AND p."code" = ${period}`} ${reports}
  ORDER BY u."code" COLLATE "C", p."code" COLLATE "C", s."number" DESC`;
