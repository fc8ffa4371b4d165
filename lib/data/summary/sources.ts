import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Period, PeriodKind } from '@/lib/domain/tree/period';
import type { SourceReport } from '@/lib/domain/summary/summary';
import { readsDrafts, scopeSql, type UnitLevel, type Viewer } from '../database/access';
import { db } from '../database/client';
import { figureColumns, figureOf, type FigureRow } from '../figures/figure-row';
import type { Source, Standing } from '../tree/units-below';

export type { Source, Standing };
type SourceUnit = { code: string; name: string; level: UnitLevel; lineage: string };

/** Whether the viewer is told the submission s that speaks for a report of the unit u: a draft only within the unit. */
export const isTold = (viewer: Viewer): Prisma.Sql =>
  Prisma.sql`(s."standing" <> 'draft' OR (u."lineage" = ${viewer.unit.lineage} AND ${readsDrafts(viewer, viewer.unit.lineage)}::boolean))`;

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
      r."made_up" AS "madeUp", s."id" AS "submissionId", s."number", s."standing"::text AS "standing"
    FROM "unit" u JOIN "report" r ON r."unit_id" = u."id" JOIN "period" p ON p."id" = r."period_id"
    JOIN "speaking_submission" s ON s."report_id" = r."id"
    WHERE u."code" = ${unitCode} AND ${scopeSql(viewer)} AND ${wanted} AND ${isTold(viewer)}
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
