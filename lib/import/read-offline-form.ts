import { InvalidError } from '@/lib/domain/access/errors';
import type { CameBack, HandedOut } from '@/lib/domain/entry/offline-form';
import { tidy } from '@/lib/domain/figure/tidy-typing';
import { fingerprintMark, fingerprintSheet, offlineHeads } from '@/lib/export/offline-layout';
import type { SheetText } from './read-workbook';

export type ReturnedForm = {
  reportId: string;
  submission: number;
  handedOut: HandedOut[];
  rows: CameBack[];
};

/** The offline form in a workbook. Sheet and columns are found by their heads, since offices put sheets in
 *  front and columns between; refuses what was not made here, and what does not say which column is which. */
export function readOfflineForm(sheets: readonly SheetText[]): ReturnedForm {
  const [mark, ...made] = sheets.find(({ name }) => name === fingerprintSheet)?.rows ?? [];
  if (mark?.[0] !== fingerprintMark) throw new InvalidError('offline-not-our-form');
  const handedOut = made.map(
    ([code = '', revision = '0', unit = '', typed = '', note = '']): HandedOut => ({
      code,
      revision: Number(revision),
      unit,
      typed,
      note,
    }),
  );
  const origins = new Map(handedOut.map((cell) => [cell.code, cell]));
  const forms = sheets
    .filter(({ name, isHidden }) => name !== fingerprintSheet && !isHidden)
    .flatMap((sheet) => {
      const head = headOf(sheet.rows);
      return head ? [{ name: sheet.name, rows: rowsUnder(sheet.rows, head, origins) }] : [];
    });
  if (forms.length === 0)
    throw new InvalidError('offline-no-heads', {
      code: offlineHeads.code,
      typed: offlineHeads.typed,
    });
  // A copy of the form that nobody touched says nothing; of two that were filled in nobody knows which one counts.
  const filled = forms.filter(({ rows }) => rows.some((row) => isTouched(row, origins)));
  if (filled.length > 1)
    throw new InvalidError('offline-two-forms', {
      sheets: filled.map(({ name }) => `“${name}”`).join('、'),
    });
  return {
    reportId: mark[1] ?? '',
    submission: Number(mark[2]),
    handedOut,
    rows: (filled[0] ?? forms[0]!).rows,
  };
}

type Head = { row: number; code: number; name: number; typed: number; note: number };

/** The row of heads and the columns under them; null where there is none. A head that stands twice says nothing. */
function headOf(rows: readonly (readonly string[])[]): Head | null {
  for (const [row, cells] of rows.slice(0, mostHeadRows).entries()) {
    const at = (word: string) => {
      const found = cells.flatMap((cell, column) => (tidy(cell) === word ? [column] : []));
      if (found.length > 1) throw new InvalidError('offline-head-twice', { head: word });
      return found[0] ?? -1;
    };
    const [code, typed] = [at(offlineHeads.code), at(offlineHeads.typed)];
    if (code !== -1 && typed !== -1)
      return { row, code, typed, name: at(offlineHeads.name), note: at(offlineHeads.note) };
  }
  return null;
}

const mostHeadRows = 30;

function rowsUnder(
  rows: readonly (readonly string[])[],
  head: Head,
  origins: ReadonlyMap<string, HandedOut>,
): CameBack[] {
  return rows.slice(head.row + 1).flatMap((row, place) => {
    const cell = (column: number) => row[column] ?? '';
    const code = cell(head.code);
    const back = {
      line: head.row + place + 2,
      code,
      label: cell(head.name),
      typed: cell(head.typed),
      // Without a column of notes nobody has changed one.
      note: head.note === -1 ? (origins.get(code.trim())?.note ?? '') : cell(head.note),
    };
    return back.code === '' && back.typed === '' ? [] : [back];
  });
}

function isTouched(
  { code, typed, note }: CameBack,
  origins: ReadonlyMap<string, HandedOut>,
): boolean {
  const origin = origins.get(code.normalize('NFKC').trim().toUpperCase());
  return (
    origin !== undefined &&
    (tidy(typed) !== tidy(origin.typed) || note.trim() !== origin.note.trim())
  );
}
