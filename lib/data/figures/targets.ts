import 'server-only';
import { formIndicators } from '@/lib/domain/catalogue/form-indicators';
import type { Indicator, Section } from '@/lib/domain/catalogue/indicator';
import type { Action } from '@/lib/domain/access/policy';
import { takesTarget } from '@/lib/domain/figure/target';
import { isId, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { reportOf, states } from '../report/queries';
import { storedFigureFrom, storedFigureSelect, type StoredFigure } from './figure-row';
import { readTargetOwners } from './target-owners';
import { periodOf, stateOf, unitOf, type PeriodView } from '../report/report-state';

/** `owners`: the unit above the report's own that has set it, so that it is changed there. */
export type TargetRow = {
  indicator: Indicator;
  target: StoredFigure | null;
  limit: StoredFigure | null;
  owners: Record<'target' | 'limit', { name: string; nameEn: string } | null>;
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
 *  a target. Null where the viewer may neither set it nor read the submission. Nothing of the figures themselves is
 *  here: the unit above sets targets while they are still a draft. */
export async function findTargets(viewer: Viewer, reportId: string): Promise<TargetsView | null> {
  if (!isId(reportId) || viewer.roles.length === 0) return null;
  const [row] = await states.read(db, viewer, reportOf(viewer, reportId));
  if (!row) return null;
  const { allowed } = stateOf(viewer, row, new Date());
  const isReadable = allowed.includes('report.readDraft') || row.signedAt !== null;
  if (!allowed.includes('target.set') && !isReadable) return null;
  const [{ indicators, sections }, chosen, set, owners] = await Promise.all([
    findCatalogue(),
    db.unitIndicator.findMany({ where: { unitId: row.unitId }, select: { indicatorCode: true } }),
    db.figure.findMany({
      where: { submissionId: row.submissionId, measure: { in: ['target', 'limit'] } },
      select: storedFigureSelect,
    }),
    readTargetOwners(db, row.submissionId, row.lineage),
  ]);
  const figures = set.map(storedFigureFrom);
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
      owners: {
        target: owners.get(`${indicator.code} target`) ?? null,
        limit: owners.get(`${indicator.code} limit`) ?? null,
      },
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
