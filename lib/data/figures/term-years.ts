import 'server-only';
import { yearsOf, type Period } from '@/lib/domain/tree/period';
import type { YearValues } from '@/lib/domain/checks/term-hints';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';

/** What the unit of a term's report handed in for the single years of the term, by year. */
export async function readTermYears(
  viewer: Viewer,
  reportId: string,
  term: Period,
): Promise<ReadonlyMap<number, YearValues>> {
  const report = await db.report.findFirst({
    where: { id: reportId, unit: withinScope(viewer) },
    select: { unitId: true },
  });
  if (!report) return new Map();
  const rows = await db.speakingSubmission.findMany({
    where: {
      standing: { not: 'draft' },
      report: { unitId: report.unitId, period: { code: { in: yearsOf(term).map(String) } } },
    },
    select: { id: true, report: { select: { period: { select: { code: true } } } } },
  });
  const figures = await db.figure.findMany({
    where: { submissionId: { in: rows.map(({ id }) => id) }, measure: 'level', answer: 'number' },
    select: { submissionId: true, indicatorCode: true, value: true },
  });
  return new Map(
    rows.map(({ id, report: { period } }) => [
      Number(period.code),
      new Map(
        figures.flatMap(({ submissionId, indicatorCode, value }) =>
          submissionId === id && value !== null ? [[indicatorCode, value.toFixed()] as const] : [],
        ),
      ),
    ]),
  );
}
