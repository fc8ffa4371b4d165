import 'server-only';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listExplained } from '@/lib/data/rollup/explained';
import { findHandTotals } from '@/lib/data/rollup/hand-totals';
import { findRollUp } from '@/lib/data/rollup/rollup';
import { listPeriods } from '@/lib/data/tree/periods';
import { can, relationOf } from '@/lib/domain/access/policy';
import { memberIndicator } from '@/lib/domain/checks/figure-hints';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import type { RollUpChoice } from '@/lib/paths';

/** A unit with everything below it in a period, and what its reviewers explained; null where it is not there. */
export async function readRollUp(
  { unit, period: wanted }: { unit: string; period: string },
  choice: RollUpChoice,
) {
  const viewer = await requireViewer();
  const period = parsePeriodCode(wanted);
  if (!period) return null;
  const [view, periods, { sections, indicators }] = await Promise.all([
    findRollUp(viewer, { unit, period: period.code, ...choice }),
    listPeriods(viewer),
    findCatalogue(),
  ]);
  if (!view) return null;
  const isUsual = choice.basis === 'then' && choice.standing === 'submitted';
  const [hand, explained] = await Promise.all([
    isUsual ? findHandTotals(viewer, view) : null,
    listExplained(viewer, view),
  ]);
  const relation = relationOf(viewer.unit.lineage, view.unit.lineage);
  return {
    view,
    choice,
    period,
    /** Those of the same kind, and the one that is shown. */
    periods: periods
      .filter(({ kind, code }) => kind === period.kind || code === period.code)
      .slice(0, 12),
    sections: sections.filter(({ code }) =>
      view.rows.some(({ indicator }) => indicator.section === code),
    ),
    indicators,
    members: indicators.find(({ code }) => code === memberIndicator),
    hand,
    explained,
    mayExplain: can(viewer, 'report.account', { relation }),
  };
}

export type RollUp = NonNullable<Awaited<ReturnType<typeof readRollUp>>>;
