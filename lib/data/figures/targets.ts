import 'server-only';
import { formIndicators } from '@/lib/domain/catalogue/form-indicators';
import type { Indicator, Section } from '@/lib/domain/catalogue/indicator';
import type { Action } from '@/lib/domain/access/policy';
import { takesTarget } from '@/lib/domain/figure/target';
import { isId, scopeSql, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { storedFigureColumns, type StoredFigure, type StoredFigureRow } from './figure-row';
import {
  periodOf,
  stateColumns,
  stateOf,
  stateTables,
  unitOf,
  type PeriodView,
  type StateRow,
} from '../report/report-state';

export type TargetRow = {
  indicator: Indicator;
  target: StoredFigure | null;
  limit: StoredFigure | null;
};

export type TargetsView = {
  report: {
    id: string;
    unit: ReturnType<typeof unitOf>;
    period: PeriodView;
    madeUp: boolean;
    submission: { number: number };
    allowed: Action[];
  };
  sections: (Section & { rows: TargetRow[] })[];
};

/** What the newest submission of a report is to reach and to stay within, for every indicator of its form that can have
 *  a target. Null where the viewer may neither set it nor read the submission. Nothing of the figures themselves is here:
 *  the unit above sets targets while they are still a draft. */
export async function findTargets(viewer: Viewer, reportId: string): Promise<TargetsView | null> {
  if (!isId(reportId) || viewer.roles.length === 0) return null;
  const [row] = await db.$queryRaw<StateRow[]>`
    SELECT ${stateColumns(viewer)} FROM ${stateTables} WHERE r."id" = ${reportId}::uuid AND ${scopeSql(viewer)}`;
  if (!row) return null;
  const { allowed } = stateOf(viewer, row, new Date());
  const isReadable = allowed.includes('report.readDraft') || row.signedAt !== null;
  if (!allowed.includes('target.set') && !isReadable) return null;
  const [{ indicators, sections }, chosen, figures] = await Promise.all([
    findCatalogue(),
    db.unitIndicator.findMany({ where: { unitId: row.unitId }, select: { indicatorCode: true } }),
    db.$queryRaw<StoredFigureRow[]>`
      SELECT ${storedFigureColumns} FROM "figure" f JOIN "person" h ON h."id" = f."entered_by_id"
      WHERE f."submission_id" = ${row.submissionId}::uuid AND f."measure" IN ('target', 'limit')`,
  ]);
  const extra = new Set([
    ...chosen.map(({ indicatorCode }) => indicatorCode),
    ...figures.map(({ indicator }) => indicator),
  ]);
  const find = (code: string, measure: 'target' | 'limit') =>
    figures.find((figure) => figure.indicator === code && figure.measure === measure) ?? null;
  const rows = formIndicators(indicators, extra)
    .filter((indicator) => takesTarget(indicator))
    .map((indicator): TargetRow => ({
      indicator,
      target: find(indicator.code, 'target'),
      limit: find(indicator.code, 'limit'),
    }));
  return {
    report: {
      id: row.id,
      unit: unitOf(row),
      period: periodOf(row),
      madeUp: row.madeUp,
      submission: { number: row.number },
      allowed,
    },
    sections: sections
      .map((section) => ({
        ...section,
        rows: rows.filter(({ indicator }) => indicator.section === section.code),
      }))
      .filter((section) => section.rows.length > 0),
  };
}
