import 'server-only';
import type { SourceReport } from '@/lib/domain/comparison/source';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { parsePeriodCode, type Period } from '@/lib/domain/tree/period';
import { can } from '@/lib/domain/access/policy';
import { withinScope, type UnitLevel, type Viewer } from '../database/access';
import { db } from '../database/client';
import { figureFrom, figureSelect } from '../figures/figure-row';

export type ExploredUnit = {
  code: string;
  name: string;
  nameEn: string;
  level: UnitLevel;
  lineage: string;
};

/** A report with figures that were handed in, and where it is read. */
export type ExploredReport = SourceReport & { reportId: string };

/** Units of the viewer's tree that stood in these years, in its order; `level`: only those of one. */
export function listExploredUnits(
  viewer: Viewer,
  { from, level }: { from: number; level: UnitLevel | null },
): Promise<ExploredUnit[]> {
  if (!can(viewer, 'summary.read', { relation: 'own' })) return Promise.resolve([]);
  return db.unit.findMany({
    where: {
      ...withinScope(viewer),
      ...(level && { level }),
      OR: [{ validTo: null }, { validTo: { gt: new Date(Date.UTC(from, 0, 1)) } }],
    },
    select: { code: true, name: true, nameEn: true, level: true, lineage: true },
    orderBy: { lineage: 'asc' },
  });
}

/** What these units handed in for these years, of the indicators and what their rates are worked out from. The
 *  submission that speaks for each report; a draft is nobody's to read here. */
export async function readExplored(
  viewer: Viewer,
  { units, years, indicators }: Wanted,
): Promise<ExploredReport[]> {
  if (!can(viewer, 'summary.read', { relation: 'own' })) return [];
  const speaking = await db.speakingSubmission.findMany({
    where: {
      standing: { not: 'draft' },
      report: {
        unit: { ...withinScope(viewer), code: { in: [...units] } },
        period: { kind: 'year', code: { in: years.map(String) } },
      },
    },
    select: {
      id: true,
      number: true,
      standing: true,
      reportId: true,
      report: {
        select: {
          madeUp: true,
          unit: { select: { code: true } },
          period: { select: { code: true } },
        },
      },
    },
  });
  const figures = await readFigures(
    speaking.map(({ id }) => id),
    indicators,
  );
  return speaking.map(({ id, number, standing, reportId, report }) => ({
    reportId,
    unit: report.unit.code,
    period: parsePeriodCode(report.period.code) as Period,
    submission: number,
    standing,
    madeUp: report.madeUp,
    figures: figures.get(id) ?? [],
  }));
}

type Wanted = {
  units: readonly string[];
  years: readonly number[];
  indicators: readonly Indicator[];
};

async function readFigures(
  submissions: readonly string[],
  indicators: readonly Indicator[],
): Promise<Map<string, Figure[]>> {
  const codes = indicators.flatMap(({ code, numerator, denominator }) =>
    [code, numerator, denominator].flatMap((one) => one ?? []),
  );
  const rows = await db.figure.findMany({
    where: {
      submissionId: { in: [...submissions] },
      indicatorCode: { in: codes },
      measure: 'level',
    },
    select: { ...figureSelect, submissionId: true },
  });
  const figures = new Map<string, Figure[]>();
  for (const row of rows)
    figures.set(row.submissionId, [...(figures.get(row.submissionId) ?? []), figureFrom(row)]);
  return figures;
}
