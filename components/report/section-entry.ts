// One section of a form, as the entry page draws it.
import type { Figure } from '@/lib/domain/figure';
import type { Indicator } from '@/lib/domain/indicator';
import { printFigure } from '@/lib/domain/print-figure';
import type { CellLock } from '@/lib/domain/reopened';
import { printCompletion } from '@/lib/domain/target';
import type { EntryRow, EvidenceItem, OtherRow, PastFigure, ServerFigure } from '@/components/entry/entry-cell';

type Form = {
  rows: (Pick<EntryRow, 'isAsked' | 'workedOut' | 'previousWorkedOut'> & {
    indicator: Indicator;
    figure: ServerFigure | null;
    previous: Figure | null;
    changes: Figure[];
    target: Figure | null;
    limit: Figure | null;
  })[];
  marks: readonly { indicator: string; note: string }[];
  locks: ReadonlyMap<string, CellLock>;
  submission: { signedAt: Date | null };
};

export type SectionEntry = {
  rows: EntryRow[];
  /** Rows of other sections that rates of this one are worked out from. */
  elsewhere: OtherRow[];
};

/** What stands behind the figures, by indicator. */
export type Behind = { histories: ReadonlyMap<string, readonly PastFigure[]>; evidence: readonly (EvidenceItem & { indicator: string })[] };

/** Rows of a section, or of all of them, with the reviewer's marks on them; marks are told while the figures are being corrected. */
export function sectionEntry(form: Form, section: string | null, { histories, evidence }: Behind): SectionEntry {
  const marks = new Map(form.marks.map(({ indicator, note }) => [indicator, note]));
  const here = form.rows.filter(({ indicator }) => section === null || indicator.section === section);
  const parts = new Set(here.flatMap(({ indicator }) => [indicator.numerator, indicator.denominator]));
  const codes = new Set(here.map(({ indicator }) => indicator.code));
  return {
    rows: here.map(({ indicator, figure, previous, changes, isAsked, workedOut, previousWorkedOut, target, limit }) => ({
      indicator,
      figure,
      previous,
      isAsked,
      workedOut,
      previousWorkedOut,
      changes: [...changes.map((change) => changeText(change, indicator)), ...[target, limit].flatMap((aim) => (aim ? [aimText(aim, figure, indicator)] : []))],
      mark: form.submission.signedAt === null ? (marks.get(indicator.code) ?? null) : null,
      lock: form.locks.get(indicator.code) ?? null,
      history: histories.get(indicator.code) ?? [],
      evidence: evidence.flatMap(({ indicator: of, ...item }) => (of === indicator.code ? item : [])),
    })),
    elsewhere: form.rows
      .filter(({ indicator: { code } }) => parts.has(code) && !codes.has(code))
      .map(({ indicator, figure }) => ({ indicator, figure })),
  };
}

const aimText = (aim: Figure, figure: Figure | null, indicator: Indicator): string => {
  const done = figure && aim.measure === 'target' ? printCompletion(figure, aim, indicator) : null;
  return `${measures[aim.measure]} ${printFigure(aim, indicator)}${done ? `，完成 ${done}` : ''}`;
};

const changeText = (change: Figure, indicator: Indicator): string =>
  `${measures[change.measure]} ${change.value?.startsWith('-') ? '−' : ''}${printFigure(change, indicator)}`;

// A change that was reported without its base is told in the words of the documents, whatever the screen's language.
const measures: Record<Figure['measure'], string> = { level: '', growth: '增长', average_growth: '年均增长', gross_new: '新增', net_increase: '净增', target: '目标', limit: '控制线' };
