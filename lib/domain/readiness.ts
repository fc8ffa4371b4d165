// Whether a submission can be handed in: nothing missing, no mandatory check fails, and every check that asks for a
// look has an explanation written for the figures as they are.
import { evaluateChecks, isRealExplanation, type CheckResult } from './checks';
import { missingIndicators } from './completeness';
import type { Figure } from './figure';
import type { Check, Indicator } from './indicator';

type Row = { indicator: Indicator; figure: Pick<Figure, 'answer' | 'value'> | null; previous: Pick<Figure, 'value'> | null; isAsked: boolean };
type Explained = { check: string; text: string; outOfDate: boolean };

export type Readiness = {
  isReady: boolean;
  /** Codes of indicators without an answer. */
  missing: string[];
  /** Mandatory checks that fail. */
  failing: CheckResult[];
  /** Checks that need an explanation and have none, or one that is out of date. */
  unexplained: CheckResult[];
  /** Checks that fail and are explained. */
  explained: CheckResult[];
  hints: CheckResult[];
};

/** What stands between these figures and their submission. */
export function readinessOf(rows: Row[], checks: Check[], explanations: Explained[], hasPrevious: boolean): Readiness {
  const missing = missingIndicators(rows);
  const results = evaluateChecks(checks, values(rows, 'figure'), hasPrevious ? values(rows, 'previous') : null);
  const upToDate = new Set(explanations.filter(({ text, outOfDate }) => !outOfDate && isRealExplanation(text)).map(({ check }) => check));
  const of = (kind: Check['kind']) => results.filter(({ check }) => check.kind === kind);
  const failing = of('mandatory');
  const unexplained = of('verify').filter(({ check }) => !upToDate.has(check.code));
  return {
    isReady: missing.length + failing.length + unexplained.length === 0,
    missing,
    failing,
    unexplained,
    explained: of('verify').filter(({ check }) => upToDate.has(check.code)),
    hints: of('hint'),
  };
}

function values(rows: Row[], side: 'figure' | 'previous'): Map<string, string> {
  return new Map(rows.flatMap(({ indicator, [side]: figure }) => (figure?.value == null ? [] : [[indicator.code, figure.value]])));
}
