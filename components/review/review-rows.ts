// The rows of a submission as they are read before it is signed or decided: last year's figure, the change, the checks
// that fail with their explanations, and what the reviewer marked.
import type { CheckResult } from '@/lib/domain/checks/checks';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Check, Indicator, Section } from '@/lib/domain/catalogue/indicator';
import type { Thread } from '@/lib/domain/report/mark-thread';
import { readinessOf } from '@/lib/domain/report/readiness';
import type { FormHint } from '@/lib/domain/checks/term-hints';

export type Explanation = {
  check: string;
  text: string;
  by: string;
  at: Date;
  isPublic: boolean;
  outOfDate: boolean;
};
type Mark = { indicator: string; note: string };
/** Rates that nobody reported, from their numerators and denominators. */
type Worked = { workedOut: string | null; previousWorkedOut: string | null };

/** A submission with its form, as far as these rows need it. */
export type ReadForm = {
  report: { id: string };
  sections: readonly Section[];
  rows: (Worked & {
    indicator: Indicator;
    figure: Figure | null;
    previous: Figure | null;
    changes: Figure[];
    isAsked: boolean;
  })[];
  checks: Check[];
  waived: ReadonlySet<string>;
  explanations: Explanation[];
  previousPeriod: { reportId: string; code: string; submission: number; madeUp: boolean } | null;
  /** What is shown, for a decision over it. */
  seen: string;
};

/** A failing check at one of its figures; described in full only at the first of them. */
export type RowCheck = {
  result: CheckResult;
  explanation: Explanation | null;
  isLetOff: boolean;
  at: Indicator;
  isHere: boolean;
};

export type ReviewRow = Worked & {
  indicator: Indicator;
  figure: Figure | null;
  previous: Figure | null;
  changes: Figure[];
  checks: RowCheck[];
  /** Why the figure stands out though no check fails. */
  hint: FormHint | null;
  /** What the reviewer wrote on this figure: of this submission, or of the one before. */
  given: string | null;
  last: string | null;
  /** What he has noted while reading and not given yet. */
  drafted: { note: string; by: string } | null;
  thread: Thread | null;
  /** The figure of the submission before, where this one says something else. */
  changedFrom: { before: Figure | null } | null;
};

type Context = {
  given?: readonly Mark[];
  last?: readonly Mark[];
  changed?: readonly { indicator: Indicator; before: Figure | null }[];
  drafted?: readonly (Mark & { by: string })[];
  threads?: ReadonlyMap<string, Thread>;
  hints?: ReadonlyMap<string, FormHint>;
};

/** All rows of a form, in its order. */
export function reviewRows(
  form: ReadForm,
  { given = [], last = [], changed = [], drafted = [], threads, hints }: Context = {},
): ReviewRow[] {
  const checks = checksByIndicator(form);
  const [givenNotes, lastNotes] = [given, last].map(
    (marks) => new Map(marks.map(({ indicator, note }) => [indicator, note])),
  );
  const before = new Map(changed.map((one) => [one.indicator.code, { before: one.before }]));
  return form.rows.map(
    ({ indicator, figure, previous, changes, workedOut, previousWorkedOut }) => ({
      indicator,
      figure,
      previous,
      changes,
      workedOut,
      previousWorkedOut,
      checks: checks.get(indicator.code) ?? [],
      hint: hints?.get(indicator.code) ?? null,
      given: givenNotes?.get(indicator.code) ?? null,
      last: lastNotes?.get(indicator.code) ?? null,
      drafted: drafted.find((mark) => mark.indicator === indicator.code) ?? null,
      thread: threads?.get(indicator.code) ?? null,
      changedFrom: before.get(indicator.code) ?? null,
    }),
  );
}

export const rowFilters = ['all', 'flagged', 'marked', 'changed'] as const;
export type RowFilter = (typeof rowFilters)[number];

/** Whether a filter shows a row. */
export function isShown(row: ReviewRow, filter: RowFilter): boolean {
  const { checks, hint, changedFrom } = row;
  if (filter === 'flagged') return checks.length > 0 || hint !== null || isMarked(row);
  if (filter === 'marked') return isMarked(row);
  return filter === 'all' || changedFrom !== null;
}

/** Whether anything was ever said about a figure, or is about to be. */
export const isMarked = ({ given, last, drafted, thread }: ReviewRow): boolean =>
  given !== null || last !== null || drafted !== null || thread !== null;

function checksByIndicator({
  rows,
  checks,
  explanations,
  previousPeriod,
  waived,
}: ReadForm): Map<string, RowCheck[]> {
  const {
    failing,
    waived: letOff,
    unexplained,
    explained,
    hints,
  } = readinessOf(rows, checks, explanations, previousPeriod !== null, waived);
  const written = new Map(explanations.map((one) => [one.check, one]));
  const indicators = new Map(rows.map(({ indicator }) => [indicator.code, indicator]));
  const found = new Map<string, RowCheck[]>();
  for (const result of [...failing, ...letOff, ...unexplained, ...explained, ...hints]) {
    const at = indicators.get(result.cells[0] ?? '');
    if (!at) continue;
    for (const code of result.cells) {
      const here: RowCheck = {
        result,
        explanation: written.get(result.check.code) ?? null,
        isLetOff: letOff.includes(result),
        at,
        isHere: code === at.code,
      };
      found.set(code, [...(found.get(code) ?? []), here]);
    }
  }
  return found;
}
