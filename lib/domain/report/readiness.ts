// Whether a submission can be handed in: nothing missing, no mandatory check fails, and every check that asks for a
// look has an explanation written for the figures as they are.
import { evaluateChecks, isRealExplanation, type CheckResult } from '../checks/checks';
import { missingIndicators } from './completeness';
import type { Figure } from '../figure/figure';
import { checkKinds, type Check, type CheckKind, type Indicator } from '../catalogue/indicator';

type Row = {
  indicator: Indicator;
  figure: (Pick<Figure, 'answer' | 'value'> & { note?: string | null }) | null;
  previous: Pick<Figure, 'value'> | null;
  isAsked: boolean;
};
type Explained = { check: string; text: string; outOfDate: boolean };

/** Checks that the higher union let off for this report: a mandatory one counts as mended, a quasi-mandatory one may be
 *  explained like one that asks for a look. */
export type Waived = ReadonlySet<string>;

export type Readiness = {
  isReady: boolean;
  /** Codes of indicators without an answer. */
  missing: string[];
  /** Codes of indicators that say why there is no number only in the word: each needs its reason. */
  unreasoned: string[];
  /** Checks that fail and must be mended: mandatory ones, and quasi-mandatory ones that may not be explained here. */
  failing: CheckResult[];
  /** Checks that need an explanation and have none, or one that is out of date. */
  unexplained: CheckResult[];
  /** Checks that fail and are explained. */
  explained: CheckResult[];
  /** Mandatory checks that fail and were let off. */
  waived: CheckResult[];
  hints: CheckResult[];
};

/** Where a check that fails stands: it must be mended, it waits for an explanation, it has one, it was let off, or it
 *  is merely shown. */
export type Standing = 'failing' | 'unexplained' | 'explained' | 'waived' | 'hint';

/** Where a failing check stands; `isExplained`: an explanation was written for the figures as they are. */
export function standingOf(
  check: Pick<Check, 'kind' | 'code'>,
  waived: Waived,
  isExplained: boolean,
): Standing {
  if (check.kind === 'hint') return 'hint';
  if (isExplainable(check, waived)) return isExplained ? 'explained' : 'unexplained';
  return waived.has(check.code) ? 'waived' : 'failing';
}

/** What stands between these figures and their submission. */
export function readinessOf(
  rows: Row[],
  checks: Check[],
  explanations: Explained[],
  hasPrevious: boolean,
  waived: Waived,
): Readiness {
  const missing = missingIndicators(rows);
  const unreasoned = rows
    .filter(({ figure }) => isUnreasoned(figure))
    .map(({ indicator }) => indicator.code);
  const results = evaluateChecks(
    checks,
    values(rows, 'figure'),
    hasPrevious ? values(rows, 'previous') : null,
  );
  const upToDate = new Set(
    explanations
      .filter(({ text, outOfDate }) => !outOfDate && isRealExplanation(text))
      .map(({ check }) => check),
  );
  const standing = (wanted: Standing) =>
    results.filter(({ check }) => standingOf(check, waived, upToDate.has(check.code)) === wanted);
  const [failing, unexplained] = [standing('failing'), standing('unexplained')];
  return {
    isReady: [missing, unreasoned, failing, unexplained].every((list) => list.length === 0),
    missing,
    unreasoned,
    failing,
    unexplained,
    explained: standing('explained'),
    waived: standing('waived'),
    hints: standing('hint'),
  };
}

/** A check that fails and where it stands. */
export type Verdict = { result: CheckResult; standing: Standing };

/** What failed, by the codes of the checks. */
export function verdictsOf({
  failing,
  unexplained,
  explained,
  waived,
  hints,
}: Readiness): Verdict[] {
  const lists: [Standing, CheckResult[]][] = [
    ['failing', failing],
    ['unexplained', unexplained],
    ['explained', explained],
    ['waived', waived],
    ['hint', hints],
  ];
  const all = lists.flatMap(([standing, results]) =>
    results.map((result) => ({ result, standing })),
  );
  return all.sort((one, other) => (one.result.check.code < other.result.check.code ? -1 : 1));
}

/** How many checks of each class fail. */
export function countByKind(verdicts: readonly Verdict[]): Record<CheckKind, number> {
  const count = (wanted: CheckKind) =>
    verdicts.filter(({ result }) => result.check.kind === wanted).length;
  return Object.fromEntries(checkKinds.map((kind) => [kind, count(kind)])) as Record<
    CheckKind,
    number
  >;
}

/** Whether a figure has no number and does not say why. */
export function isUnreasoned(
  figure: { answer: Figure['answer']; note?: string | null } | null,
): boolean {
  return (
    (figure?.answer === 'not_applicable' || figure?.answer === 'not_available') &&
    !figure.note?.trim()
  );
}

/** Whether an explanation answers the check when it fails. */
export function isExplainable(
  { kind, code }: Pick<Check, 'kind' | 'code'>,
  waived: Waived,
): boolean {
  return kind === 'verify' || (kind === 'quasi' && waived.has(code));
}

function values(rows: Row[], side: 'figure' | 'previous'): Map<string, string> {
  return new Map(
    rows.flatMap(({ indicator, [side]: figure }) =>
      figure?.value == null ? [] : [[indicator.code, figure.value]],
    ),
  );
}
