// The columns of a table whose indicators stand in rows: which name a row, which say its unit of measure,
// which hold figures.
import { isPartLabel, isTotalLabel, readUnitWord } from './label';
import { distinct, isGap, isWord, looksLikeFigure, range } from './cell-text';
import { headTexts, isAside, isNumbering } from './lane-texts';
import type { Table } from './table';
import { readPeriod } from './read-period';

/** `names`: the columns that name a row, `corner` the one of its indicator. */
export type Columns = {
  corner: number;
  names: number[];
  units: number | undefined;
  values: number[];
};

/** The columns of a table with the names of its indicators in `names`. */
export function columnsOf(table: Table, names: number): Columns {
  const { rows, area, body } = table;
  const values = valueColumns(table, names);
  const units = range(area.left, area.right + 1).find(
    (column) => column !== names && isUnitColumn(table, column),
  );
  const beside = range(area.left, values[0] ?? area.right + 1).filter(
    (column) =>
      column !== names &&
      column !== units &&
      !isAside(headTexts(table, column)) &&
      body.some(
        (at) => isWord(rows[at]![column] ?? '') || readPeriod(rows[at]![column] ?? '') !== null,
      ) &&
      isNaming(table, names, column),
  );
  return { corner: names, names: [...beside, names].sort((a, b) => a - b), units, values };
}

/** The columns with figures: no codes, no numbering, no years that the rows are of. */
function valueColumns(table: Table, names: number): number[] {
  const { rows, figures, area, body } = table;
  const cellsOf = (column: number) => body.map((at) => figures[at]![column] ?? '');
  const all = range(names + 1, area.right + 1).filter(
    (column) => cellsOf(column).some(looksLikeFigure) && !isUnitColumn(table, column),
  );
  const isYears = (column: number) =>
    /^(?:年份|年度|时间|year)/i.test(headTexts(table, column).at(-1) ?? '') &&
    body.every((at) => {
      const cell = rows[at]![column] ?? '';
      return cell.trim() === '' || readPeriod(cell) !== null || isWord(cell);
    });
  const kept = all.filter((column) => !isAside(headTexts(table, column)) && !isYears(column));
  const figured = kept.filter(
    (column, at) =>
      at === kept.length - 1 || !isNumbering(cellsOf(column)) || periodIn(table, column),
  );
  return figured.length > 0 ? figured : kept;
}

const periodIn = (table: Table, column: number): boolean =>
  headTexts(table, column).some((text) => readPeriod(text) !== null);

/** Whether a column of words beside the names says more of the name: years, unions, parts, other names of
 *  indicators. */
function isNaming(
  { rows, body, recogniser, area, head }: Table,
  names: number,
  column: number,
): boolean {
  const cells = distinct(body.map((at) => rows[at]![column] ?? '')).filter(
    (cell) => !readUnitWord(cell),
  );
  // A column in English repeats the names.
  if (!cells.some((cell) => /[\u4e00-\u9fff]|\d{4}/.test(cell))) return false;
  const named = cells.filter(
    (cell) =>
      readPeriod(cell) !== null ||
      recogniser.whose.ofLabel(cell) !== null ||
      recogniser.match(cell).code !== null ||
      isPartLabel(cell) ||
      isTotalLabel(cell) ||
      /^(?:男|女)(?:性|职工|会员)?$/.test(cell),
  );
  if (named.length > 0) return true;
  // Groups stand to the left; what stands to the right goes on with the name where there is none.
  return column < names
    ? true
    : body.some(
        (at) => (rows[at]![names] ?? '').trim() === '' && isWord(rows[at]![column] ?? ''),
      ) && range(area.top, head).some((at) => (rows[at]![column] ?? '').trim() === '');
}

/** Whether a unit column says the unit of the row above. */
export const isDitto = (cell: string): boolean =>
  /^(?:〃|″|"|”|“|同上|‖|\/\/)$/.test(cell.normalize('NFKC').trim()) || isGap(cell);

function isUnitColumn({ rows, body }: Table, column: number): boolean {
  const cells = body
    .map((at) => (rows[at]![column] ?? '').trim())
    .filter((cell) => cell !== '' && !isDitto(cell));
  return (
    cells.length > 0 &&
    cells.filter((cell) => readUnitWord(cell) !== null).length * 2 > cells.length
  );
}
