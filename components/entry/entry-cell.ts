// A cell of the entry grid: what the server holds, what stands in the input, and how the two relate.
import type { Figure } from '@/lib/domain/figure';
import type { Indicator } from '@/lib/domain/indicator';
import { printInput } from '@/lib/domain/print-figure';
import { readFigure, type Issue } from '@/lib/domain/read-figure';
import type { Unsent } from './unsent-figures';

/** A figure as the server answers it; times cross as text or as Date. */
export type ServerFigure = Figure & { revision: number; enteredBy: string; enteredAt: Date | string };

export type EntryRow = {
  indicator: Indicator;
  figure: ServerFigure | null;
  previous: Figure | null;
  /** Changes that were reported without their base, printed. */
  changes: readonly string[];
  /** Whether the form is incomplete without an answer here. */
  isAsked: boolean;
  /** A rate that nobody reported, from its numerator and denominator: as they are stored, and in the period before. */
  workedOut: string | null;
  previousWorkedOut: string | null;
  /** The reviewer's note on this very figure. */
  mark: string | null;
};

export type OtherRow = Pick<EntryRow, 'indicator' | 'figure'>;

export type Reason = 'not_applicable' | 'not_available';
export type Content = { typed: string } | { answer: Reason; note: string | null };

/** editing: being typed; waiting: to be sent (again); failed: the server refused and will not be asked again by itself. */
export type CellState = 'idle' | 'editing' | 'waiting' | 'saving' | 'saved' | 'failed' | 'invalid' | 'conflict';

export type Cell = {
  row: EntryRow;
  saved: ServerFigure | null;
  /** The revision this person saw: what an edit is based on. */
  seen: number;
  content: Content;
  state: CellState;
  issue: Issue | null;
  theirs: ServerFigure | null;
};

/** A cell as the server's figure leaves it. */
export function cellOf(row: EntryRow): Cell {
  const content = contentOf(row.figure, row.indicator);
  return { row, saved: row.figure, seen: row.figure?.revision ?? 0, content, state: 'idle', issue: null, theirs: null };
}

/** What a person would have typed to get this figure. */
export function contentOf(figure: Figure | null, indicator: Indicator): Content {
  if (figure?.answer === 'not_applicable' || figure?.answer === 'not_available') return { answer: figure.answer, note: figure.note };
  return { typed: figure?.answer === 'number' ? printInput(figure, indicator) : '' };
}

export function isSameContent(a: Content, b: Content): boolean {
  if ('typed' in a) return 'typed' in b && a.typed === b.typed;
  return 'answer' in b && a.answer === b.answer && (a.note ?? '') === (b.note ?? '');
}

/** Whether the server does not hold yet what the person put in. */
export function isUnsent({ state, content, saved, row }: Cell): boolean {
  return state !== 'idle' && state !== 'saved' && !isSameContent(content, contentOf(saved, row.indicator));
}

export function unsentOf({ content, seen }: Cell): Unsent {
  return { ...content, revision: seen, at: Date.now() };
}

/** What is wrong with the content, as the server would say it; null where it can be sent. */
export function issueOf({ content, row }: Cell): Issue | null {
  if (!('typed' in content)) return null;
  const read = readFigure(content.typed, row.indicator);
  return read.ok ? null : read.issue;
}

/** The number the content stands for at this moment, in base units; null where it is none. */
export function valueOf({ content, row }: Cell): string | null {
  if (!('typed' in content)) return null;
  const read = readFigure(content.typed, row.indicator);
  return read.ok && read.answer === 'number' ? read.value : null;
}

/** Whether the content says the same as the figure that stands, though it may be written otherwise. */
export function saysTheSame({ content, saved, row }: Cell): boolean {
  if (isSameContent(content, contentOf(saved, row.indicator))) return true;
  if (!('typed' in content)) return false;
  const read = readFigure(content.typed, row.indicator);
  if (!read.ok) return false;
  if (read.answer === 'blank') return saved === null || saved.answer === 'blank';
  if (read.answer !== 'number') return saved?.answer === read.answer;
  return (
    saved?.answer === 'number' && saved.value === read.value && saved.qualifier === read.qualifier &&
    saved.shown?.scale === read.shown.scale && saved.shown.decimals === read.shown.decimals && saved.shown.text === read.shown.text
  );
}
