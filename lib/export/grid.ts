// A table as every file draws it: Word, Excel, CSV and print take the same grid, so that they cannot differ.
import type { FigureKey } from '@/lib/domain/figure/figure';
import type { CellNumber } from '@/lib/domain/comparison/source';

/** How a cell follows from others of its row (`now`, `then`, `columns` are places of columns) or, a total, from the
 *  cells above it: what a spreadsheet works out again when somebody changes a number. */
export type Formula =
  | { kind: 'difference'; now: number; then: number }
  | { kind: 'growth'; now: number; then: number }
  | { kind: 'sum'; columns: number[] }
  | { kind: 'total' };

/** `text` is what people read, the same as on the page; `number` what programs calculate with. */
export type GridCell = {
  text: string;
  number?: CellNumber;
  formula?: Formula;
  figures?: FigureKey[];
  indent?: boolean;
};

export type GridColumn = {
  head: string;
  kind: 'text' | 'number';
  /** In characters, of a column whose words may run over several lines; the others take what they need. */
  width?: number;
};

/** `unit` is said once above the table where all numbers have the same. */
export type Grid = {
  name: string;
  unit?: string;
  columns: GridColumn[];
  groups: { name: string | null; rows: GridCell[][] }[];
  notes: string[];
};
