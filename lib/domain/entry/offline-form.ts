// The offline form (离线填报表): what its cells say, and what reading it back would do, cell by cell, before
// anything is written. Three things are compared: the cell as it was handed out, as it came back, and what stands by
// now.
import type { Issue } from '../access/errors';
import { longestNote, type FigureEdit } from './figure-edit';
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { printInput } from '../figure/print';
import { readFigure } from '../figure/read';
import { tidy } from '../figure/tidy-typing';

type Standing = Figure & { revision: number; enteredBy: string };

/** A cell as the form was handed out. `revision`: 0 for a field without figure. `unit`: in which it was to be typed. */
export type HandedOut = {
  code: string;
  revision: number;
  unit: string;
  typed: string;
  note: string;
};

/** A row of the form that came back. `line`: its number in the sheet. */
export type CameBack = { line: number; code: string; label: string; typed: string; note: string };

export const offlineKinds = [
  'new',
  'changed',
  'cleared',
  'wrong',
  'conflict',
  'outside',
  'same',
] as const;
/** `same`: the person did not touch it, or it says what stands anyway. `conflict`: somebody entered it since. */
export type OfflineKind = (typeof offlineKinds)[number];

/** What would happen to one row. `now` is what stands in the system, `by` who entered that. */
export type OfflineLine = {
  line: number;
  code: string;
  label: string;
  kind: OfflineKind;
  now: string;
  typed: string;
  note: string;
  issue?: Issue;
  by?: string;
};

export type OfflinePlan = { lines: OfflineLine[]; edits: FigureEdit[] };

/** The unit in which a field is typed. */
export const fieldUnit = ({ unit, display }: Pick<Indicator, 'unit' | 'display'>): string =>
  display.moneyUnit ?? unit;

/** What stands in the input of the offline form for this figure. */
export function offlineText(figure: Figure | null, indicator: Indicator): string {
  if (figure?.answer === 'not_applicable') return '不适用';
  if (figure?.answer === 'not_available') return '无法取得';
  return figure?.answer === 'number' ? printInput(figure, indicator) : '';
}

/** Plans what a form that came back would change. `locks`: figures that may not be changed now. */
export function planOffline(
  rows: readonly CameBack[],
  handedOut: readonly HandedOut[],
  form: readonly { indicator: Indicator; figure: Standing | null }[],
  locks: { has(code: string): boolean } = new Set<string>(),
): OfflinePlan {
  const origins = new Map(handedOut.map((cell) => [cell.code, cell]));
  const fields = new Map(form.map((field) => [field.indicator.code, field]));
  const seen = new Set<string>();
  const edits: FigureEdit[] = [];
  const lines: OfflineLine[] = [];
  for (const row of rows) {
    const code = row.code.normalize('NFKC').trim().toUpperCase();
    if (tidy(row.typed) === '' && !origins.has(code)) continue;
    const [origin, field] = [origins.get(code), fields.get(code)];
    const said = {
      line: row.line,
      code,
      label: row.label,
      now: '',
      typed: row.typed,
      note: row.note,
    };
    if (!origin || !field) {
      lines.push({ ...said, kind: 'outside' });
      continue;
    }
    const line = { ...said, now: offlineText(field.figure, field.indicator) };
    if (seen.has(code))
      lines.push({ ...line, kind: 'wrong', issue: { code: 'edited-twice', params: {} } });
    else
      lines.push({
        ...line,
        ...judge(row, origin, { ...field, isLocked: locks.has(code) }, edits),
      });
    seen.add(code);
  }
  return { lines, edits };
}

type Verdict = Pick<OfflineLine, 'kind' | 'issue' | 'by'>;

function judge(
  row: CameBack,
  origin: HandedOut,
  {
    indicator,
    figure,
    isLocked,
  }: { indicator: Indicator; figure: Standing | null; isLocked: boolean },
  edits: FigureEdit[],
): Verdict {
  const note = row.note.trim();
  const isNoteTouched = note !== origin.note.trim();
  if (tidy(row.typed) === tidy(origin.typed) && !isNoteTouched) return { kind: 'same' };
  if (origin.unit !== fieldUnit(indicator))
    return {
      kind: 'wrong',
      issue: {
        code: 'offline-unit-changed',
        params: { before: origin.unit, now: fieldUnit(indicator) },
      },
    };
  const read = readFigure(row.typed, indicator);
  if (!read.ok) return { kind: 'wrong', issue: read.issue };
  if (note.length > longestNote)
    return {
      kind: 'wrong',
      issue: { code: 'text-too-long', params: { most: String(longestNote) } },
    };
  const isBlank = figure === null || figure.answer === 'blank';
  // A spreadsheet drops the zeros at the end of 12.50: how it is printed is no change of the figure.
  const isSame =
    read.answer === 'blank'
      ? isBlank
      : figure?.answer === read.answer &&
        (read.answer !== 'number' ||
          (figure.value === read.value && figure.qualifier === read.qualifier));
  if (isSame && (read.answer === 'blank' || note === (figure?.note ?? '') || !isNoteTouched))
    return { kind: 'same' };
  if (isLocked) return { kind: 'wrong', issue: { code: 'cell-locked', params: {} } };
  if ((figure?.revision ?? 0) !== origin.revision)
    return { kind: 'conflict', by: figure?.enteredBy };
  const key = { indicator: indicator.code, revision: origin.revision };
  if (read.answer === 'not_applicable' || read.answer === 'not_available')
    edits.push({ ...key, answer: read.answer, note: note || null });
  else if (read.answer === 'number' && isNoteTouched)
    edits.push({
      ...key,
      typed: row.typed,
      details: {
        note: note || null,
        scopeNote: figure?.scopeNote ?? null,
        asOf: figure?.asOf ?? null,
      },
    });
  else edits.push({ ...key, typed: row.typed });
  if (read.answer === 'blank') return { kind: 'cleared' };
  return { kind: isBlank ? 'new' : 'changed' };
}
