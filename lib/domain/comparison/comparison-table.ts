// The comparison table as pages, files and the command line draw it.
import type { FigureKey } from '../figure/figure';
import type { Indicator, Nature } from '../catalogue/indicator';
import type { CellNumber, Computed, Segment } from './source';

export type ComparisonRow = {
  indicator: Pick<Indicator, 'code' | 'name' | 'nameEn' | 'section' | 'partOf'> & {
    nature: Nature;
  };
  /** Unit of the printed values of this row (万元, 人, %). */
  unit: string;
  /** One cell per column of the table, printed; null where there is no figure, with `answer` saying why. */
  cells: (
    | { text: string; figures: FigureKey[]; computed?: Computed; number?: CellNumber }
    | { text: null; answer: 'blank' | 'not_applicable' | 'not_available' }
  )[];
  change: (Segment & { number?: CellNumber }) | null;
  changePercent: (Segment & { number?: CellNumber }) | null;
  /** What the period was to reach, how much of it was done, and the control line; only where one of them was set. */
  aims?: Record<'target' | 'completion' | 'limit', (Segment & { number?: CellNumber }) | null>;
  /** 年均增长 over the years of the table's `average`; only where one may be stated. */
  average?: Segment & { number?: CellNumber };
};

export type ComparisonTable = {
  columns: { period: string; label: string; role: 'base' | 'year' | 'current' | 'total' }[];
  rows: ComparisonRow[];
  notes: string[];
  /** The years that 年均增长 speaks of, from the one after the base; only of a term where a row has it. */
  average?: { from: string; to: string };
};

/** A printed number of a table, or why there is none. */
export type TableCell = ComparisonRow['cells'][number];
