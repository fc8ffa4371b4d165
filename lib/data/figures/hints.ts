import 'server-only';
import { evaluateChecks } from '@/lib/domain/checks/checks';
import { figureHints, memberIndicator, type HintRow } from '@/lib/domain/checks/figure-hints';
import { termHint, type FormHint } from '@/lib/domain/checks/term-hints';
import { yearsOf, type Period } from '@/lib/domain/tree/period';
import type { Viewer } from '../database/access';
import { findHistories } from './histories';
import { valuesOf, type FormContent } from './form-content';
import { findPeers } from './peer-figures';
import { readTermYears } from './term-years';

type Form = Pick<FormContent, 'rows' | 'checks' | 'previousPeriod'> & {
  report: { id: string; period: Period };
};

/** The few figures of a submission that stand out most, by indicator, each with why. Figures at which a check fails are
 *  left to the check. */
export async function findHints(
  viewer: Viewer,
  { report, rows, checks, previousPeriod }: Form,
): Promise<Map<string, FormHint>> {
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
  const unusual = figureHints(
    hinted,
    current.get(memberIndicator) ?? previous.get(memberIndicator) ?? null,
    (code) => failing.has(code),
  );
  return new Map<string, FormHint>([...unusual, ...(await findTermHints(viewer, report, rows))]);
}

/** What a term says otherwise than its own years: shown at every figure, since one of the two is wrong. */
async function findTermHints(
  viewer: Viewer,
  { id, period }: Form['report'],
  rows: Form['rows'],
): Promise<[string, FormHint][]> {
  if (period.kind !== 'term') return [];
  const [years, all] = [await readTermYears(viewer, id, period), yearsOf(period)];
  const natures = new Map(rows.map(({ indicator }) => [indicator.code, indicator.nature]));
  return rows.flatMap(({ indicator, figure }): [string, FormHint][] => {
    const value = figure?.value;
    const hint = value && termHint(indicator, value, { years, all }, (code) => natures.get(code));
    return hint ? [[indicator.code, hint]] : [];
  });
}
