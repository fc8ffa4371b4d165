// Figures that the union above has approved, page by page, for other systems.
import 'server-only';
import type { Figure, Measure } from '@/lib/domain/figure/figure';
import { can } from '@/lib/domain/access/policy';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { newDigest } from '../database/digest';
import { figureOf } from '../figures/figure-row';
import { approvedFigures, type FigureFilter, type FigurePlace } from './queries';

export type { FigureFilter, FigurePlace };

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
  const rows = await approvedFigures.read(db, viewer, filter, { after, limit });
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

/** Changes exactly when another submission speaks for a report, or another report becomes visible: what was approved
 *  is frozen, so that no figure has to be read to know that all are as they were. */
export async function approvedPrint(viewer: Viewer, filter: FigureFilter): Promise<string> {
  const rows = await db.speakingSubmission.findMany({
    where: {
      standing: 'approved',
      report: {
        unit: { ...withinScope(viewer), ...(filter.unit !== undefined && { code: filter.unit }) },
        ...(filter.period !== undefined && { period: { code: filter.period } }),
      },
    },
    select: { id: true, decidedAt: true, report: { select: { madeUp: true } } },
    orderBy: { id: 'asc' },
  });
  return newDigest().update(JSON.stringify(rows)).digest('base64url');
}
