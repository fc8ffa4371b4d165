// One section of a form, as the entry page draws it.
import type { Figure } from '@/lib/domain/figure/figure';
import { memberIndicator } from '@/lib/domain/checks/figure-hints';
import type { Check, Indicator } from '@/lib/domain/catalogue/indicator';
import { printFigure } from '@/lib/domain/figure/print';
import type { CellLock } from '@/lib/domain/report/reopened';
import type { Peers } from '@/lib/domain/checks/statistical-hints';
import { printCompletion } from '@/lib/domain/comparison/completion';
import type { CheckSetup } from './checks/check-setup';
import type { PastFigure } from '@/components/figures/trend-line';
import type { EnteredFigure } from '@/lib/domain/entry/figure-edit';
import type { EntryRow, EvidenceItem, OtherRow } from './cells/entry-cell';

type Form = {
  rows: (Pick<EntryRow, 'isAsked' | 'workedOut' | 'previousWorkedOut'> & {
    indicator: Indicator;
    figure: EnteredFigure | null;
    previous: Figure | null;
    changes: Figure[];
    target: Figure | null;
    limit: Figure | null;
  })[];
  marks: readonly { indicator: string; note: string }[];
  locks: ReadonlyMap<string, CellLock>;
  submission: { signedAt: Date | null };
  checks: Check[];
  explanations: CheckSetup['explanations'];
  waived: ReadonlySet<string>;
  previousPeriod: object | null;
};

export type SectionEntry = {
  rows: EntryRow[];
  /** Rows of other sections that rates and checks of this one look at. */
  elsewhere: OtherRow[];
  /** What the checks of this section need to run in the browser. */
  checks: CheckSetup;
};

/** What stands behind the figures, by indicator. */
export type Behind = {
  histories: ReadonlyMap<string, readonly PastFigure[]>;
  evidence: readonly (EvidenceItem & { indicator: string })[];
  peers: ReadonlyMap<string, Peers>;
  /** What the single years of a term say, in words. */
  years: ReadonlyMap<string, string>;
};

/** Rows of a section, or of all of them, with the reviewer's marks on them while the figures are being corrected. */
export function sectionEntry(form: Form, section: string | null, behind: Behind): SectionEntry {
  const here = form.rows.filter(
    ({ indicator }) => section === null || indicator.section === section,
  );
  const codes = new Set(here.map(({ indicator }) => indicator.code));
  const checks = form.checks.filter(
    ({ left, right, marks }) =>
      [...left, ...right].some(({ code, period }) => period === 0 && codes.has(code ?? '')) ||
      marks?.some((code) => codes.has(code)),
  );
  const asked = new Set<string | null>([
    ...here.flatMap(({ indicator }) => [indicator.numerator, indicator.denominator]),
    ...checks.flatMap(({ left, right, marks = [] }) => [
      ...[...left, ...right].map(({ code }) => code),
      ...marks,
    ]),
  ]);
  const marks = new Map(
    form.submission.signedAt === null
      ? form.marks.map(({ indicator, note }) => [indicator, note])
      : [],
  );
  return {
    rows: here.map((row) => entryRow(row, marks, form.locks, behind)),
    elsewhere: form.rows
      .filter(({ indicator: { code } }) => asked.has(code) && !codes.has(code))
      .map(({ indicator, figure, previous }) => ({ indicator, figure, previous })),
    checks: checkSetup(form, checks, codes, behind.peers),
  };
}

function entryRow(
  { changes, target, limit, ...row }: Form['rows'][number],
  marks: ReadonlyMap<string, string>,
  locks: Form['locks'],
  { histories, evidence, years }: Behind,
): EntryRow {
  const { indicator, figure, previous, isAsked, workedOut, previousWorkedOut } = row;
  const { code } = indicator;
  return {
    ...{ indicator, figure, previous, isAsked, workedOut, previousWorkedOut },
    changes: [
      ...changes.map((change) => changeText(change, indicator)),
      ...[target, limit].flatMap((aim) => (aim ? [aimText(aim, figure, indicator)] : [])),
      ...[years.get(code) ?? []].flat(),
    ],
    mark: marks.get(code) ?? null,
    lock: locks.get(code) ?? null,
    history: histories.get(code) ?? [],
    evidence: evidence.flatMap(({ indicator: of, ...item }) => (of === code ? item : [])),
  };
}

/** What the checks need to run in the browser, without what stands behind rows that are not shown. */
function checkSetup(
  form: Form,
  checks: Check[],
  codes: ReadonlySet<string>,
  peers: Behind['peers'],
): CheckSetup {
  const members = form.rows.find(({ indicator }) => indicator.code === memberIndicator);
  return {
    checks,
    explanations: form.explanations.flatMap(({ check, text, values, by, at }) =>
      checks.some(({ code }) => code === check) ? { check, text, values, by, at } : [],
    ),
    waived: [...form.waived],
    hasPrevious: form.previousPeriod !== null,
    peers: Object.fromEntries(
      [...peers].flatMap(([code, { usual, reach, units }]) =>
        codes.has(code) ? [[code, { usual, reach, units }]] : [],
      ),
    ),
    members: members?.figure?.value ?? members?.previous?.value ?? null,
  };
}

const aimText = (aim: Figure, figure: Figure | null, indicator: Indicator): string => {
  const done = figure && aim.measure === 'target' ? printCompletion(figure, aim, indicator) : null;
  return `${measures[aim.measure]} ${printFigure(aim, indicator)}${done ? `，完成 ${done}` : ''}`;
};

const changeText = (change: Figure, indicator: Indicator): string =>
  `${measures[change.measure]} ${change.value?.startsWith('-') ? '−' : ''}${printFigure(change, indicator)}`;

// A change that was reported without its base is worded as in the documents, whatever the screen's language.
const measures: Record<Figure['measure'], string> = {
  level: '',
  growth: '增长',
  average_growth: '年均增长',
  gross_new: '新增',
  net_increase: '净增',
  target: '目标',
  limit: '控制线',
};
