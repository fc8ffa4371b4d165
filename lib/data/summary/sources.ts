import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Period, PeriodKind } from '@/lib/domain/tree/period';
import { can, relationOf } from '@/lib/domain/access/policy';
import type { SourceReport } from '@/lib/domain/comparison/source';
import { scopeSql, type UnitLevel, type Viewer } from '../database/access';
import { db } from '../database/client';
import { figureColumns, figureOf, type FigureRow } from '../figures/figure-row';

export type Standing = SourceReport['standing'];
export type Source = Omit<SourceReport, 'figures'> & { submissionId: string };
type SourceUnit = { code: string; name: string; level: UnitLevel; lineage: string };

/** Whether the viewer reads unfinished submissions of the unit with this lineage. */
export const readsDrafts = (viewer: Viewer, lineage: string): boolean =>
  can(viewer, 'report.readDraft', { relation: relationOf(viewer.unit.lineage, lineage) });

/** The submission of a report (alias r) that speaks for it: the newest approved one, else the newest handed in,
 *  else, inside the unit, the draft. Columns id, number, standing. */
export const speakingSubmission = (drafts: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT e."id", e."number",
    CASE WHEN v."decision" = 'approved' THEN 'approved' WHEN e."signed_at" IS NOT NULL THEN 'submitted' ELSE 'draft' END AS "standing"
  FROM "submission" e LEFT JOIN "review" v ON v."submission_id" = e."id"
  WHERE e."report_id" = r."id" AND (e."signed_at" IS NOT NULL OR (${drafts}))
  ORDER BY (v."decision" = 'approved') IS TRUE DESC, (e."signed_at" IS NOT NULL) DESC, e."number" DESC LIMIT 1`;

/** Whether the unfinished submissions of the unit u are the viewer's to read in its summary. */
export const draftsOf = (viewer: Viewer): Prisma.Sql =>
  Prisma.sql`u."lineage" = ${viewer.unit.lineage} AND ${readsDrafts(viewer, viewer.unit.lineage)}::boolean`;

/** A unit with its reports that `wanted` (over the period p) chooses and the submission that speaks for each, oldest period
 *  first; null where the viewer may not see the unit or nothing is chosen. */
export async function listSources(
  viewer: Viewer,
  unitCode: string,
  wanted: Prisma.Sql,
): Promise<{ unit: SourceUnit; sources: Source[] } | null> {
  type Row = {
    unit: string;
    name: string;
    level: UnitLevel;
    lineage: string;
    code: string;
    kind: PeriodKind;
    from: string;
    to: string;
    madeUp: boolean;
    submissionId: string;
    number: number;
    standing: Standing;
  };
  const rows = await db.$queryRaw<Row[]>`/* kept */
    SELECT u."code" AS "unit", u."name", u."level"::text AS "level", u."lineage",
      p."code", p."kind"::text AS "kind", to_char(p."from_month", 'YYYY-MM') AS "from", to_char(p."to_month", 'YYYY-MM') AS "to",
      r."made_up" AS "madeUp", s."id" AS "submissionId", s."number", s."standing"
    FROM "unit" u JOIN "report" r ON r."unit_id" = u."id" JOIN "period" p ON p."id" = r."period_id"
    JOIN LATERAL (${speakingSubmission(draftsOf(viewer))}) s ON true
    WHERE u."code" = ${unitCode} AND ${scopeSql(viewer)} AND ${wanted}
    ORDER BY p."from_month", p."to_month"`;
  const [first] = rows;
  if (!first) return null;
  const sources = rows.map(
    ({ code, kind, from, to, madeUp, submissionId, number, standing }): Source => {
      const period: Period = { code, kind, from, to };
      return { unit: first.unit, period, submission: number, standing, madeUp, submissionId };
    },
  );
  return {
    unit: { code: first.unit, name: first.name, level: first.level, lineage: first.lineage },
    sources,
  };
}

/** The same with their figures; a submission without any number is left out. */
export async function readSources(sources: Source[]): Promise<SourceReport[]> {
  const rows = await db.$queryRaw<(FigureRow & { submissionId: string })[]>`/* kept */
    SELECT f."submission_id" AS "submissionId", ${figureColumns} FROM "figure" f
    WHERE f."submission_id" = ANY(${sources.map(({ submissionId }) => submissionId)}::uuid[])`;
  const figures = new Map<string, Figure[]>(sources.map(({ submissionId }) => [submissionId, []]));
  for (const row of rows) figures.get(row.submissionId)?.push(figureOf(row));
  return sources
    .map(({ submissionId, ...source }) => ({ ...source, figures: figures.get(submissionId)! }))
    .filter(({ figures: found }) =>
      found.some(
        ({ answer, measure }) => answer === 'number' && measure !== 'target' && measure !== 'limit',
      ),
    );
}
