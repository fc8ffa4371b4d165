// A cell of the entry grid: what the server holds, what stands in the input, and how the two relate.
import type { PastFigure } from '@/components/figures/trend-line';
import type { EnteredFigure, FigureContent, FigureDetails } from '@/lib/domain/entry/figure-edit';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { printInput } from '@/lib/domain/figure/print';
import { readFigure, type Issue } from '@/lib/domain/figure/read';
import type { CellLock } from '@/lib/domain/report/reopened';
import { unitSlip, type UnitSlip } from '@/lib/domain/figure/unit-slip';

/** A file that stands behind a figure. */
export type EvidenceItem = {
  id: string;
  name: string;
  size: number;
  by: string;
  at: Date | string;
};

export type EntryRow = {
  indicator: Indicator;
  figure: EnteredFigure | null;
  previous: Figure | null;
  /** Changes that were reported without their base, the target set for the figure, and the years of a term, printed. */
  changes: readonly string[];
  /** Whether the form is incomplete without an answer here. */
  isAsked: boolean;
  /** A rate that nobody reported, from its numerator and denominator: as they are stored, and in the period before. */
  workedOut: string | null;
  previousWorkedOut: string | null;
  /** The reviewer's note on this very figure. */
  mark: string | null;
  /** Why the figure cannot be changed just now; null where it can. */
  lock: CellLock | null;
  /** Up to ten periods before, oldest first. */
  history: readonly PastFigure[];
  evidence: readonly EvidenceItem[];
};

export type OtherRow = { indicator: Indicator; figure: Figure | null; previous: Figure | null };

/** A content that the server has not confirmed. `revision` is the one it was typed over, `over` the text that a text
 *  was. */
export type Unsent = FigureContent & { revision: number; at: number; over?: string };

/** editing: being typed; waiting: to be sent (again); failed: the server refused and will not be asked again by
 *  itself. */
export type CellState =
  'idle' | 'editing' | 'waiting' | 'saving' | 'saved' | 'failed' | 'invalid' | 'conflict';

export type Cell = {
  row: EntryRow;
  saved: EnteredFigure | null;
  /** The revision this person saw: what an edit is based on. */
  seen: number;
  content: FigureContent;
  state: CellState;
  issue: Issue | null;
  theirs: EnteredFigure | null;
  /** What stood here when typing began. */
  before: Pick<Cell, 'content' | 'state' | 'issue'> | null;
  /** Somebody else changed it while this page was open. */
  isNews: boolean;
  /** The number for which the person said that its unit is right. */
  acceptedValue: string | null;
};

/** A cell as the server's figure leaves it. */
export function cellOf(row: EntryRow): Cell {
  const content = contentOf(row.figure, row.indicator);
  return {
    row,
    saved: row.figure,
    seen: row.figure?.revision ?? 0,
    content,
    state: 'idle',
    issue: null,
    theirs: null,
    before: null,
    isNews: false,
    acceptedValue: null,
  };
}

/** What a person would have typed to get this figure. */
export function contentOf(figure: Figure | null, indicator: Indicator): FigureContent {
  if (figure?.answer === 'not_applicable' || figure?.answer === 'not_available')
    return { answer: figure.answer, note: figure.note };
  return { typed: figure?.answer === 'number' ? printInput(figure, indicator) : '' };
}

export function isSameContent(a: FigureContent, b: FigureContent): boolean {
  if ('typed' in a)
    return 'typed' in b && a.typed === b.typed && isSameDetails(a.details, b.details);
  return 'answer' in b && a.answer === b.answer && (a.note ?? '') === (b.note ?? '');
}

function isSameDetails(a: FigureDetails | undefined, b: FigureDetails | undefined): boolean {
  return (
    a === b ||
    (a !== undefined &&
      b !== undefined &&
      a.note === b.note &&
      a.scopeNote === b.scopeNote &&
      a.asOf === b.asOf)
  );
}

/** Note, scope and date as they stand in the cell. */
export function detailsOf({ content, saved }: Cell): FigureDetails {
  const {
    note = null,
    scopeNote = null,
    asOf = null,
  } = ('typed' in content ? content.details : undefined) ??
  (saved?.answer === 'number' ? saved : {}) ??
  {};
  return { note, scopeNote, asOf };
}

/** Whether the server does not hold yet what the person put in. */
export function isUnsent({ state, content, saved, row }: Cell): boolean {
  if (state === 'waiting' || state === 'saving') return true;
  return (
    state !== 'idle' &&
    state !== 'saved' &&
    !isSameContent(content, contentOf(saved, row.indicator))
  );
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
  if (content.details && !isSameDetails(content.details, saved ?? undefined)) return false;
  if (read.answer === 'blank') return saved === null || saved.answer === 'blank';
  if (read.answer !== 'number') return saved?.answer === read.answer;
  return (
    saved?.answer === 'number' &&
    saved.value === read.value &&
    saved.qualifier === read.qualifier &&
    saved.shown?.scale === read.shown.scale &&
    saved.shown.decimals === read.shown.decimals &&
    saved.shown.text === read.shown.text
  );
}

/** A number that looks as if it had been typed in another unit than last year's; null where there is nothing to ask. */
export function slipOf(cell: Cell): UnitSlip | null {
  const value = valueOf(cell);
  return value === null || value === cell.acceptedValue
    ? null
    : unitSlip(value, cell.row.previous?.value ?? null, cell.row.indicator);
}

/** Whether nobody is at work on a cell. */
export const isAtRest = ({ state }: Pick<Cell, 'state'>): boolean =>
  state === 'idle' || state === 'saved';

/** Whether a cell is asked for and still has nothing in it. */
export const isEmpty = ({ row, content }: Cell): boolean =>
  row.isAsked && row.lock === null && 'typed' in content && content.typed.trim() === '';

const isUnreasoned = (content: FigureContent): boolean =>
  'answer' in content && !content.note?.trim();

/** Whether a cell wants to be looked at: wrong, refused, in conflict, marked by the reviewer, without its reason, or
 *  in a doubtful unit. */
export function isFlagged(cell: Cell): boolean {
  return (
    cell.state === 'invalid' ||
    cell.state === 'failed' ||
    cell.state === 'conflict' ||
    cell.row.mark !== null ||
    isUnreasoned(cell.content) ||
    slipOf(cell) !== null
  );
}
