import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import type { Action } from '@/lib/domain/access/policy';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type {
  FigureDetails,
  FigureEdit,
  SaveResult,
  TypedMeasure,
} from '@/lib/domain/entry/figure-edit';
import { readFigure, type Issue } from '@/lib/domain/figure/read';
import { takesTarget } from '@/lib/domain/figure/target';
import type { Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import type { StoredFigure } from './figure-row';
import {
  cellKey,
  lockFigures,
  writeFigures,
  type FigureCell,
  type FigureOrigin,
  type FigureWrite,
  type Place,
} from './write-figures';
import { findLocks } from '../report/cell-locks';
import { inTransaction, type Transaction } from '../database/transaction';
import { wordsOf } from '../database/words';
import { loadForWrite } from '../report/writable';
import { notifyEach } from '../notices/notices';
import { grantTargetRequests } from './grant-target-requests';
import { readTargetOwners } from './target-owners';

const mostEdits = 500;

/** Saves a batch of edits in one transaction; every edit is answered by itself, in the order given. Targets and control
 *  lines alone may also be set by the unit above (`target.set`).
 *  An edit that saw another revision than the standing one, or another submission, changes nothing and receives what
 *  stands. */
export async function saveFigures(
  viewer: Viewer,
  reportId: string,
  edits: FigureEdit[],
): Promise<SaveResult<StoredFigure>[]> {
  return inTransaction((tx) => saveEach(tx, viewer, reportId, edits));
}

/** The same within a transaction. `origins`: where figures came from that nobody typed, by indicator. */
export async function saveEach(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  edits: FigureEdit[],
  wanted: Action = 'report.fill',
  origins?: ReadonlyMap<string, FigureOrigin>,
): Promise<SaveResult<StoredFigure>[]> {
  refuseUnfit(edits);
  const { indicators } = await findCatalogue();
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const cells = edits.map(cellOf);
  const action =
    cells.length > 0 && cells.every(({ measure }) => measure !== 'level') ? 'target.set' : wanted;
  const { row, subject } = await loadForWrite(tx, viewer, reportId, action, 'shared');
  const known = cells.filter(({ indicator }) => byCode.has(indicator));
  const standing = await lockFigures(tx, row.submissionId, row.unitId, known);
  // What the unit above sets is its own to change.
  const locks = subject.relation === 'own' ? await findLocks(tx, reportId, row.number) : null;
  const aims = cells.some(({ measure }) => measure !== 'level');
  const owners =
    aims && subject.relation === 'own'
      ? await readTargetOwners(tx, row.submissionId, row.lineage)
      : null;
  const judged = edits.map((edit, at) =>
    judge(edit, byCode.get(edit.indicator), standing.get(cellKey(cells[at]!)), {
      isLocked: locks?.has(edit.indicator) ?? false,
      owner: owners?.get(cellKey(cells[at]!))?.name ?? null,
      submission: row.number,
    }),
  );
  const writes = judged.flatMap((one) =>
    'write' in one ? { ...one.write, origin: origins?.get(one.write.indicator) } : [],
  );
  const written = await writeFigures(tx, viewer, row.id, row.submissionId, writes);
  if (subject.relation !== 'own') await notifyOfTargets(tx, viewer, row, [...written.values()]);
  const others = writes.filter((write) => !written.has(cellKey(write)));
  // Somebody else put the first figure into these cells a moment ago.
  const winners = others.length
    ? await lockFigures(tx, row.submissionId, row.unitId, others)
    : null;
  return judged.map((one, at): SaveResult<StoredFigure> => {
    if ('result' in one) return one.result;
    const [name, key] = [nameOf(edits[at]!), cellKey(one.write)];
    const saved = written.get(key);
    if (saved) return { ...name, outcome: 'saved', figure: saved };
    const figure = winners!.get(key)!.figure!;
    return isSame(figure, one.write)
      ? { ...name, outcome: 'unchanged', figure }
      : { ...name, outcome: 'conflict', figure, submission: row.number };
  });
}

/** A target that the unit above sets or changes is a notice to the unit, each named: it is judged by it. */
async function notifyOfTargets(
  tx: Transaction,
  viewer: Viewer,
  { id: reportId, unitId }: { id: string; unitId: string },
  written: readonly StoredFigure[],
): Promise<void> {
  await grantTargetRequests(
    tx,
    viewer,
    reportId,
    written.flatMap(({ indicator, measure }) =>
      measure === 'target' || measure === 'limit' ? [{ indicator, measure }] : [],
    ),
  );
  await notifyEach(
    tx,
    ['reporter', 'signatory'],
    written.map(({ indicator, measure }) => ({
      ...{ unitId, reportId, byId: viewer.personId, text: null, subject: indicator },
      kind: measure === 'limit' ? ('limit.set' as const) : ('target.set' as const),
    })),
  );
}

function refuseUnfit(edits: readonly FigureEdit[]): void {
  if (edits.length > mostEdits)
    throw new InvalidError('too-many-edits', { most: String(mostEdits) });
  const names = edits.map((edit) => cellKey(cellOf(edit)));
  const twice = edits.find((_, at) => names.indexOf(names[at]!) < at);
  if (twice) throw new InvalidError('edited-twice', { indicator: twice.indicator });
}

type Judged = { result: SaveResult<StoredFigure> } | { write: FigureWrite };

/** What is to become of one edit over what stands in its cell. */
function judge(
  edit: FigureEdit,
  indicator: Indicator | undefined,
  place: Place | undefined,
  { isLocked, owner, submission }: { isLocked: boolean; owner: string | null; submission: number },
): Judged {
  const cell = cellOf(edit);
  const name = nameOf(edit);
  const invalid = (issue: Issue): Judged => ({ result: { ...name, outcome: 'invalid', issue } });
  const params = { indicator: edit.indicator };
  if (
    !indicator ||
    !(indicator.core || place?.onForm) ||
    (cell.measure !== 'level' && !takesTarget(indicator))
  )
    return invalid({ code: 'not-on-form', params });
  const read = readEdit(edit, indicator, cell.measure);
  if ('issue' in read) return invalid(read.issue);
  const before = place?.figure ?? null;
  if (before && isSame(before, read))
    return { result: { ...name, outcome: 'unchanged', figure: before } };
  if (owner !== null) return invalid({ code: 'target-of-above', params: { by: owner } });
  if (isLocked) return invalid({ code: 'cell-locked', params });
  // Figures of another submission were typed for a paper that has gone its way since.
  const hasSeen =
    edit.revision === before?.revision && (edit.submission ?? submission) === submission;
  return before && !hasSeen
    ? { result: { ...name, outcome: 'conflict', figure: before, submission } }
    : { write: writeOver(cell, read, before) };
}

const cellOf = ({ indicator, measure = 'level' }: FigureEdit): FigureCell => ({
  indicator,
  measure,
});
// An answer says the measure only where the edit did.
const nameOf = ({ indicator, measure }: FigureEdit) =>
  measure === undefined ? { indicator } : { indicator, measure };

/** What an edit says. Typing a number says nothing of the note (undefined): it stays with an answer of the same
 *  kind. */
type Read = Pick<FigureWrite, 'answer' | 'value' | 'shown' | 'qualifier'> & Partial<FigureDetails>;

/** Reads an edit as what is to be written, or as what is wrong with it. */
export function readEdit(
  edit: FigureEdit,
  indicator: Indicator,
  measure: TypedMeasure,
): Read | { issue: Issue } {
  const nothing = { value: null, shown: null, qualifier: '' as const };
  const noTarget = { issue: { code: 'target-not-a-number', params: {} } };
  // A target is a number or there is none.
  if ('answer' in edit)
    return measure === 'level'
      ? { ...nothing, answer: edit.answer, note: wordsOf(edit.note ?? '') || null }
      : noTarget;
  const read = readFigure(edit.typed, indicator);
  if (!read.ok) return { issue: read.issue };
  const { answer } = read;
  if (answer !== 'number')
    return measure === 'level' || answer === 'blank' ? { ...nothing, answer } : noTarget;
  const { value, shown, qualifier } = read;
  return { answer, value, shown, qualifier, ...cleanDetails(edit.details) };
}

/** The write of what was read over what stands. */
export function writeOver(cell: FigureCell, read: Read, before: StoredFigure | null): FigureWrite {
  const kept = before?.answer === read.answer ? before : null;
  const {
    note = kept?.note ?? null,
    scopeNote = kept?.scopeNote ?? null,
    asOf = kept?.asOf ?? null,
  } = read;
  return { ...read, ...cell, before, note, scopeNote, asOf };
}

function isSame(before: StoredFigure, now: Read): boolean {
  const print = ({ answer, value, shown, qualifier }: Read | StoredFigure) =>
    [answer, value, qualifier, shown?.scale, shown?.decimals].join('|');
  const isSaid = (name: keyof FigureDetails) =>
    now[name] === undefined || now[name] === before[name];
  return print(before) === print(now) && isSaid('note') && isSaid('scopeNote') && isSaid('asOf');
}

function cleanDetails(details: FigureDetails | undefined): Partial<FigureDetails> {
  if (!details) return {};
  const { note, scopeNote, asOf } = details;
  return { note: wordsOf(note ?? '') || null, scopeNote: wordsOf(scopeNote ?? '') || null, asOf };
}
