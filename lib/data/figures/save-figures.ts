import 'server-only';
import { missingIndicators } from '@/lib/domain/report/completeness';
import { InvalidError } from '@/lib/domain/access/errors';
import type { Answer, Qualifier, Shown } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { Action } from '@/lib/domain/access/policy';
import { readFigure, type Issue } from '@/lib/domain/figure/read';
import { takesTarget } from '@/lib/domain/figure/target';
import type { Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import type { StoredFigure } from './figure-row';
import {
  cellKey,
  lockFigures,
  writeFigures,
  type CellKey,
  type FigureOrigin,
  type FigureWrite,
  type TypedMeasure,
} from './write-figures';
import { readForm } from './form-content';
import { findLocks } from '../report/cell-locks';
import { recordEvents } from '../database/record-events';
import { periodOf } from '../report/report-state';
import { inTransaction, type Transaction } from '../database/transaction';
import { wordsOf } from '../database/words';
import { loadForWrite, refuseOther } from '../report/writable';

/** What is said beside a number: a remark, a narrower or unusual scope, the date of a stock. */
export type FigureDetails = { note: string | null; scopeNote: string | null; asOf: string | null };

/** `revision` is the one the person saw, 0 for none, and `submission` the one they saw it in; what is read and written in
 *  one transaction needs no submission. `measure`: the level unless a target or a control line is set. */
export type FigureEdit = {
  indicator: string;
  measure?: TypedMeasure;
  revision: number;
  submission?: number;
} & (
  | { typed: string; details?: FigureDetails }
  | { answer: 'not_applicable' | 'not_available'; note: string | null }
);

export type SaveResult = { indicator: string; measure?: TypedMeasure } & (
  | { outcome: 'saved' | 'unchanged'; figure: StoredFigure }
  | { outcome: 'invalid'; issue: Issue }
  /** `submission`: the one in which the figure stands. */
  | { outcome: 'conflict'; figure: StoredFigure; submission: number }
);

const mostEdits = 500;

/** Saves a batch of edits in one transaction; every edit is answered by itself, in the order given. Targets and control
 *  lines alone may also be set by the unit above (`target.set`).
 *  An edit that saw another revision than the standing one, or another submission, changes nothing and is told what stands. */
export async function saveFigures(
  viewer: Viewer,
  reportId: string,
  edits: FigureEdit[],
): Promise<SaveResult[]> {
  return inTransaction((tx) => saveEach(tx, viewer, reportId, edits));
}

/** Saves what somebody confirmed of a file, all of it or, where one edit cannot be saved as it was shown, nothing.
 *  Answers how many were written: none where all of it stands already. */
export async function importFigures(
  viewer: Viewer,
  reportId: string,
  edits: FigureEdit[],
  fileName: string,
): Promise<number> {
  return inTransaction(async (tx) => {
    const saved = await saveTogether(tx, viewer, reportId, edits);
    if (saved.length > 0)
      await recordEvents(tx, [
        {
          by: viewer.personId,
          kind: 'figures.imported',
          reportId,
          to: { file: wordsOf(fileName), indicators: saved },
        },
      ]);
    return saved.length;
  });
}

/** Writes what an import of history brings into one report: all of it, or it throws. `origins`: the cell of each figure, by
 *  indicator. Answers what was written, without what stood there already. */
export async function backfillFigures(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  edits: FigureEdit[],
  origins: ReadonlyMap<string, FigureOrigin>,
): Promise<StoredFigure[]> {
  const results = await saveEach(tx, viewer, reportId, edits, 'report.backfill', origins);
  return results.flatMap((result) => {
    if (result.outcome === 'invalid' || result.outcome === 'conflict')
      throw new InvalidError('changed-since-preview');
    return result.outcome === 'saved' ? [result.figure] : [];
  });
}

/** Saves all of the edits or refuses all of them; answers the indicators that were written. `origin`: the proposal of
 *  another system they were taken from. */
export async function saveTogether(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  edits: FigureEdit[],
  origin?: FigureOrigin,
): Promise<string[]> {
  const results = await saveEach(
    tx,
    viewer,
    reportId,
    edits,
    'report.fill',
    origin && new Map(edits.map(({ indicator }) => [indicator, origin])),
  );
  if (results.some(({ outcome }) => outcome === 'invalid' || outcome === 'conflict'))
    throw new InvalidError('changed-since-preview');
  return results.filter(({ outcome }) => outcome === 'saved').map(({ indicator }) => indicator);
}

async function saveEach(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  edits: FigureEdit[],
  wanted: Action = 'report.fill',
  origins?: ReadonlyMap<string, FigureOrigin>,
): Promise<SaveResult[]> {
  if (edits.length > mostEdits)
    throw new InvalidError('too-many-edits', { most: String(mostEdits) });
  const cells = edits.map(cellOf);
  const names = cells.map(cellKey);
  const twice = edits.find((_, at) => names.indexOf(names[at]!) < at);
  if (twice) throw new InvalidError('edited-twice', { indicator: twice.indicator });
  const { indicators } = await findCatalogue();
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const known = cells.filter(({ indicator }) => byCode.has(indicator));
  const action =
    cells.length > 0 && cells.every(({ measure }) => measure !== 'level') ? 'target.set' : wanted;
  const { row, subject } = await loadForWrite(tx, viewer, reportId, action, 'shared');
  const standing = await lockFigures(tx, row.submissionId, row.unitId, known);
  // What the unit above sets is its own to change.
  const locks = subject.relation === 'own' ? await findLocks(tx, reportId, row.number) : null;
  const results: SaveResult[] = [];
  const writes = new Map<string, { at: number; write: FigureWrite }>();
  edits.forEach((edit, at) => {
    const indicator = byCode.get(edit.indicator);
    const cell = cells[at]!;
    const place = standing.get(names[at]!);
    if (
      !indicator ||
      !(indicator.core || place?.onForm) ||
      (cell.measure !== 'level' && !takesTarget(indicator))
    ) {
      results[at] = invalid(edit, { code: 'not-on-form', params: { indicator: edit.indicator } });
      return;
    }
    const read = answerOf(edit, indicator, cell.measure);
    if ('issue' in read) {
      results[at] = invalid(edit, read.issue);
      return;
    }
    const before = place?.figure ?? null;
    if (before && isSame(before, read))
      results[at] = { ...nameOf(edit), outcome: 'unchanged', figure: before };
    else if (locks?.has(edit.indicator))
      results[at] = invalid(edit, { code: 'cell-locked', params: { indicator: edit.indicator } });
    else if (before && !hasSeen(edit, before, row.number))
      results[at] = {
        ...nameOf(edit),
        outcome: 'conflict',
        figure: before,
        submission: row.number,
      };
    else
      writes.set(names[at]!, {
        at,
        write: { ...writeOf(cell, read, before), origin: origins?.get(edit.indicator) },
      });
  });
  const written = await writeFigures(
    tx,
    viewer,
    row.id,
    row.submissionId,
    [...writes.values()].map(({ write }) => write),
  );
  const others = [...writes.entries()]
    .filter(([name]) => !written.has(name))
    .map(([, { write }]) => write);
  // Somebody else put the first figure into these cells a moment ago.
  const winners = others.length
    ? await lockFigures(tx, row.submissionId, row.unitId, others)
    : null;
  for (const [name, { at, write }] of writes) {
    const saved = written.get(name);
    const figure = saved ?? winners!.get(name)!.figure!;
    results[at] = {
      ...nameOf(edits[at]!),
      outcome: saved ? 'saved' : isSame(figure, write) ? 'unchanged' : 'conflict',
      figure,
      submission: row.number,
    };
  }
  return results;
}

/** Gives one answer to what a section asks for and has no answer yet; answers how many there were. `submission`: the one
 *  that the person looked at. */
export async function fillSection(
  viewer: Viewer,
  reportId: string,
  sectionCode: string,
  answer: 'zero' | 'not_applicable' | 'not_available',
  note: string | null,
  submission?: number,
): Promise<number> {
  return inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.fill', 'shared');
    refuseOther(row, submission);
    const { rows } = await readForm(tx, {
      reportId: row.id,
      unitId: row.unitId,
      period: periodOf(row),
      number: row.number,
    });
    const missing = new Set(missingIndicators(rows));
    const locks = await findLocks(tx, reportId, row.number);
    const section = rows
      .map(({ indicator }) => indicator)
      .filter(
        ({ code, section: of }) => of === sectionCode && missing.has(code) && !locks.has(code),
      );
    const standing = await lockFigures(
      tx,
      row.submissionId,
      row.unitId,
      section.map(({ code }) => levelOf(code)),
    );
    const writes = section.flatMap((indicator): FigureWrite[] => {
      const before = standing.get(indicator.code)?.figure ?? null;
      if (before && before.answer !== 'blank') return [];
      const edit = answer === 'zero' ? { typed: '0' } : { answer, note };
      const read = answerOf(
        { indicator: indicator.code, revision: 0, ...edit },
        indicator,
        'level',
      );
      return 'issue' in read ? [] : [writeOf(levelOf(indicator.code), read, before)];
    });
    return (await writeFigures(tx, viewer, row.id, row.submissionId, writes)).size;
  });
}

/** What an edit says. Typing a number says nothing of the note (undefined): it stays with an answer of the same kind. */
type Read = {
  answer: Answer;
  value: string | null;
  shown: Shown | null;
  qualifier: Qualifier;
} & Partial<FigureDetails>;

const levelOf = (indicator: string): CellKey => ({ indicator, measure: 'level' });
const cellOf = ({ indicator, measure = 'level' }: FigureEdit): CellKey => ({ indicator, measure });
// An answer says the measure only where the edit did.
const nameOf = ({ indicator, measure }: FigureEdit) =>
  measure === undefined ? { indicator } : { indicator, measure };

// Figures of another submission were typed for a paper that has gone its way since.
const hasSeen = (
  { revision, submission }: FigureEdit,
  standing: StoredFigure,
  newest: number,
): boolean => revision === standing.revision && (submission ?? newest) === newest;

function writeOf(cell: CellKey, read: Read, before: StoredFigure | null): FigureWrite {
  const kept = before?.answer === read.answer ? before : null;
  const {
    note = kept?.note ?? null,
    scopeNote = kept?.scopeNote ?? null,
    asOf = kept?.asOf ?? null,
  } = read;
  return { ...read, ...cell, before, note, scopeNote, asOf };
}

const invalid = (edit: FigureEdit, issue: Issue): SaveResult => ({
  ...nameOf(edit),
  outcome: 'invalid',
  issue,
});

function answerOf(
  edit: FigureEdit,
  indicator: Indicator,
  measure: TypedMeasure,
): Read | { issue: Issue } {
  const nothing = { value: null, shown: null, qualifier: '' as const };
  // A target is a number or there is none.
  if (measure !== 'level' && 'answer' in edit)
    return { issue: { code: 'target-not-a-number', params: {} } };
  if ('answer' in edit)
    return { ...nothing, answer: edit.answer, note: wordsOf(edit.note ?? '') || null };
  const read = readFigure(edit.typed, indicator);
  if (!read.ok) return { issue: read.issue };
  if (read.answer === 'number')
    return {
      answer: 'number',
      value: read.value,
      shown: read.shown,
      qualifier: read.qualifier,
      ...detailsOf(edit.details),
    };
  if (measure !== 'level' && read.answer !== 'blank')
    return { issue: { code: 'target-not-a-number', params: {} } };
  return { ...nothing, answer: read.answer };
}

function isSame(before: StoredFigure, now: Read): boolean {
  const print = ({ answer, value, shown, qualifier }: Read | StoredFigure) =>
    [answer, value, qualifier, shown?.scale, shown?.decimals].join('|');
  const isSaid = (name: keyof FigureDetails) =>
    now[name] === undefined || now[name] === before[name];
  return print(before) === print(now) && isSaid('note') && isSaid('scopeNote') && isSaid('asOf');
}

function detailsOf(details: FigureDetails | undefined): Partial<FigureDetails> {
  if (!details) return {};
  const { note, scopeNote, asOf } = details;
  return { note: wordsOf(note ?? '') || null, scopeNote: wordsOf(scopeNote ?? '') || null, asOf };
}
