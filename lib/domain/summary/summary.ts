// A summary: comparison + narrative + tables + chart series of a scope. No number is computed, rounded or
// formatted after `summarise`; page, command line and exports draw the same Summary.
import type { Explained } from '../checks/explained-note';
import type { ComparisonRow, ComparisonTable, TableCell } from '../comparison/comparison-table';
import type { Paragraph, Segment } from '../comparison/source';
import type { FigureKey } from '../figure/figure';

/** One unit's line in the table of an indicator: 单位 | 数值 | 占比 | 位次 | 上年 | 增减 | 增减%. `place`
 *  is null where the order is not certain (an approximate figure) or nothing is ordered (ranks, standards). */
export type UnitLine = {
  unit: string;
  value: TableCell;
  share: Segment | null;
  place: Segment | null;
  previous: TableCell;
  change: Segment | null;
  changePercent: Segment | null;
};

/** All units of one indicator, the largest first. `total` is the sum of flows and stocks, for a rate the one recomputed
 *  from numerators and denominators; `comparable` the same over the units that have both years, where these are
 *  fewer. */
export type UnitsOfIndicator = {
  indicator: ComparisonRow['indicator'];
  unit: string;
  lines: UnitLine[];
  total: Omit<UnitLine, 'unit' | 'place'> | null;
  comparable: Omit<UnitLine, 'unit' | 'place' | 'share'> | null;
  notes: string[];
  chart: Chart | null;
};

/** Units side by side. The overview has a line per unit and a few indicators across, so that it prints on A4 however
 *  many units there are; `indicators` holds the table of each indicator by itself, in the order of the catalogue. */
export type UnitsTable = {
  units: { code: string; name: string; nameEn: string; hasReported: boolean }[];
  overview: {
    section: string;
    indicators: string[];
    lines: { unit: string; cells: TableCell[] }[];
    totals: TableCell[];
  }[];
  indicators: UnitsOfIndicator[];
  /** Those that the text states most of: the first to look at. */
  headlines: string[];
  notes: string[];
};

export type Chart = {
  title: string;
  unit: string;
  /** `bars`: levels. `lines`: over years. `dots`: from where each was to where it is. `movements`: ranked changes. */
  kind: 'bars' | 'lines' | 'dots' | 'movements';
  categories: string[];
  series: {
    name: string;
    values: (number | null)[];
    texts: (string | null)[];
    figures: FigureKey[][];
  }[];
  /** A line across bars that are measured against it: the rate of the whole. */
  reference?: { name: string; value: number; text: string; figures: FigureKey[] };
};

export type Summary = {
  title: string;
  unit: string;
  period: string;
  /** True when a source is not approved, or is made up: said above the text. */
  cautions: ('draft' | 'unapproved' | 'made-up')[];
  paragraphs: Paragraph[];
  /** 要点: the page for the one who signs; none of units side by side, and of a summary that was frozen before there
   *  were any. */
  keyPoints?: Paragraph[];
  table: ComparisonTable;
  /** Only of a summary of units side by side. */
  units?: UnitsTable;
  charts: Chart[];
  /** What was explained of the narrated report's figures, as its notes say it; only where something was. */
  explained?: Explained[];
  /** Figures of the narrated period that no sentence states, with the reason. */
  unstated: { key: FigureKey; reason: string }[];
};
