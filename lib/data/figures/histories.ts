import 'server-only';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Period } from '@/lib/domain/tree/period';
import { isId, scopeSql, type Viewer } from '../database/access';
import { db } from '../database/client';
import { figureColumns, figureOf, type FigureRow } from './figure-row';

type Row = FigureRow & Pick<Period, 'code' | 'kind'> & { fromMonth: string; toMonth: string };

export type PastYear = { period: Period; figure: Figure };

/** Figures of the same unit in up to ten periods of the same kind before a report's, oldest first, by indicator: of the
 *  submissions that were handed in. */
export async function findHistories(
  viewer: Viewer,
  reportId: string,
  codes: string[],
): Promise<Map<string, PastYear[]>> {
  if (!isId(reportId) || viewer.roles.length === 0) return new Map();
  const rows = await db.$queryRaw<Row[]>`
    SELECT ${figureColumns}, p."code", p."kind"::text AS "kind", to_char(p."from_month", 'YYYY-MM') AS "fromMonth", to_char(p."to_month", 'YYYY-MM') AS "toMonth"
    FROM "report" t JOIN "unit" u ON u."id" = t."unit_id" JOIN "period" o ON o."id" = t."period_id"
    JOIN "report" r ON r."unit_id" = t."unit_id"
    JOIN "period" p ON p."id" = r."period_id" AND p."kind" = o."kind" AND p."to_month" < o."to_month" AND p."to_month" >= o."to_month" - interval '10 years'
      AND to_char(p."to_month", 'MM') = to_char(o."to_month", 'MM')
    JOIN "speaking_submission" s ON s."report_id" = r."id" AND s."standing" <> 'draft'
    JOIN "figure" f ON f."submission_id" = s."id" AND f."measure" = 'level' AND f."answer" = 'number' AND f."indicator_code" = ANY(${codes}::text[])
    WHERE t."id" = ${reportId}::uuid AND ${scopeSql(viewer)}
    ORDER BY p."to_month"`;
  const histories = new Map<string, PastYear[]>();
  for (const { code, kind, fromMonth, toMonth, ...row } of rows) {
    const years = histories.get(row.indicator) ?? [];
    years.push({ period: { code, kind, from: fromMonth, to: toMonth }, figure: figureOf(row) });
    histories.set(row.indicator, years);
  }
  return histories;
}
