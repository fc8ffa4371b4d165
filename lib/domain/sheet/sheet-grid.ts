// A sheet of a file that somebody else made: text cells, and which of them were merged.

/** First and last row and column of merged cells, counted from 0. */
export type Merge = readonly [row: number, column: number, lastRow: number, lastColumn: number];

export type SheetGrid = {
  name: string;
  rows: readonly (readonly string[])[];
  merges?: readonly Merge[];
  /** What its spreadsheet does not show, counted from 0. */
  hidden?: { rows: readonly number[]; columns: readonly number[] };
};

/** Rows without what the spreadsheet does not show: what nobody sees is not read. */
export function shown(rows: string[][], { hidden }: Pick<SheetGrid, 'hidden'>): string[][] {
  if (!hidden || hidden.rows.length + hidden.columns.length === 0) return rows;
  const [ofRows, ofColumns] = [new Set(hidden.rows), new Set(hidden.columns)];
  return rows.map((row, at) =>
    row.map((cell, column) => (ofRows.has(at) || ofColumns.has(column) ? '' : cell)),
  );
}

/** The rows with the text of merged cells in each of the cells they cover: for heads and names, never for figures. */
export function spread({ rows, merges = [] }: SheetGrid): string[][] {
  const copy = rows.map((row) => [...row]);
  for (const [top, left, bottom, right] of merges) {
    const text = rows[top]?.[left] ?? '';
    if (text.trim() === '') continue;
    for (let row = top; row <= Math.min(bottom, copy.length - 1); row += 1) {
      for (let column = left; column <= Math.min(right, left + widest); column += 1)
        copy[row]![column] = text;
    }
  }
  return copy.map((row) => Array.from(row, (cell) => cell ?? ''));
}

const widest = 200;

/** "C12": what a spreadsheet calls a cell; both counted from 0. */
export function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnName(Math.floor(column / 26) - 1)}${last}`;
}
