import 'server-only';
import { evaluateChecks } from '@/lib/domain/checks/checks';
import { figureHints, memberIndicator, type HintRow } from '@/lib/domain/checks/figure-hints';
import type { Period } from '@/lib/domain/tree/period';
import type { StatisticalHint } from '@/lib/domain/checks/statistical-hints';
import type { Viewer } from '../database/access';
import { findHistories } from './histories';
import { valuesOf, type FormContent } from './form-content';
import { findPeers } from './peer-figures';

type Form = Pick<FormContent, 'rows' | 'checks' | 'previousPeriod'> & {
  report: { id: string; period: Period };
};

/** The few figures of a submission that stand out most, by indicator, each with why. Figures at which a check fails are
 *  left to the check. */
export async function findHints(
  viewer: Viewer,
  { report, rows, checks, previousPeriod }: Form,
): Promise<Map<string, StatisticalHint>> {
  const [histories, peers] = await Promise.all([
    findHistories(
      viewer,
      report.id,
      rows.map(({ indicator }) => indicator.code),
    ),
    findPeers(viewer, report),
  ]);
  const current = valuesOf(rows.flatMap(({ figure }) => figure ?? []));
  const previous = valuesOf(rows.flatMap(({ previous: figure }) => figure ?? []));
  const failing = new Set(
    evaluateChecks(checks, current, previousPeriod && previous).flatMap(({ cells }) => cells),
  );
  const hinted = rows.map(({ indicator, figure, previous: last }): HintRow => ({
    indicator,
    value: figure?.value ?? null,
    last: last?.value ?? null,
    history: (histories.get(indicator.code) ?? []).map(({ figure: past }) => past.value!),
    peers: peers.get(indicator.code) ?? null,
  }));
  return figureHints(
    hinted,
    current.get(memberIndicator) ?? previous.get(memberIndicator) ?? null,
    (code) => failing.has(code),
  );
}
