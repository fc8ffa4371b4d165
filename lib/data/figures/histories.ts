import 'server-only';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Period } from '@/lib/domain/tree/period';
import { isId, withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { groupBy } from '../database/group-by';
import { periodOf } from '../tree/periods';
import { figureFrom, figureSelect } from './figure-row';

export type PastYear = { period: Period; figure: Figure };

/** Figures of the same unit in up to ten periods of the same kind before a report's, oldest first, by indicator: of the
 *  submissions that were handed in. */
export async function findHistories(
  viewer: Viewer,
  reportId: string,
  codes: string[],
): Promise<Map<string, PastYear[]>> {
  if (!isId(reportId) || viewer.roles.length === 0) return new Map();
  const report = await db.report.findFirst({
    where: { id: reportId, unit: withinScope(viewer) },
    select: { unitId: true, period: { select: { kind: true, toMonth: true } } },
  });
  if (!report) return new Map();
  const { kind, toMonth } = report.period;
  const past = await db.speakingSubmission.findMany({
    where: {
      standing: { not: 'draft' },
      report: {
        unitId: report.unitId,
        period: { kind, toMonth: { in: yearsBefore(toMonth, 10) } },
      },
    },
    select: { id: true, report: { select: { period: true } } },
  });
  const periods = new Map(past.map((row) => [row.id, periodOf(row.report.period)]));
  const rows = await db.figure.findMany({
    where: {
      submissionId: { in: [...periods.keys()] },
      measure: 'level',
      answer: 'number',
      indicatorCode: { in: codes },
    },
    select: { ...figureSelect, submissionId: true },
  });
  const years = rows
    .map((row) => ({ period: periods.get(row.submissionId)!, figure: figureFrom(row) }))
    .sort((a, b) => a.period.to.localeCompare(b.period.to));
  return groupBy(years, ({ figure }) => figure.indicator);
}

/** The same month in each of some years before. */
const yearsBefore = (month: Date, count: number): Date[] =>
  Array.from(
    { length: count },
    (_, at) => new Date(Date.UTC(month.getUTCFullYear() - at - 1, month.getUTCMonth())),
  );
