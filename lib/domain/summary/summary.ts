// A summary: comparison + narrative + tables + chart series of a scope. No number is computed, rounded or
// formatted after `summarise`; page, command line and exports draw the same Summary.
import type { Explained } from '../checks/explained-note';
import type { Figure, FigureKey, Qualifier } from '../figure/figure';
import type { Catalogue, Indicator, Nature } from '../catalogue/indicator';
import type { Period } from '../tree/period';
import type { Succession } from '../tree/succession';

/** Figures of one submission, as the summary takes them. `standing` says how far the submission got. */
export type SourceReport = {
  unit: string;
  period: Period;
  submission: number;
  standing: 'draft' | 'submitted' | 'approved';
  madeUp: boolean;
  figures: Figure[];
};

export type SummaryUnit = {
  code: string;
  name: string;
  level: 'nation' | 'province' | 'city' | 'county';
};

/** How an office writes; the default is that of the published reports. `falls`: a fall where more is better is told, or
 *  left to the table. `numbers`: as they were entered, or all in one way. */
export type SummaryStyle = {
  length: 'brief' | 'standard' | 'detailed';
  headings: 'plain' | 'four' | 'couplet';
  falls: 'told' | 'table';
  numbers: 'as-entered' | '万' | 'digits';
};

export const usualStyle: SummaryStyle = {
  length: 'standard',
  headings: 'plain',
  falls: 'told',
  numbers: 'as-entered',
};

/** What the staff wrote in the report about a section's work (工作举措) and what stands out (亮点), and who wrote it. */
export type WorkNote = {
  section: string;
  kind: 'measures' | 'highlights';
  text: string;
  by: string;
};

/** The report of the period is told; the others are what it is compared with: for a year the year before and, when
 *  asked, base years; for a term the single years in it and its base year. A term may have no report of its own.
 *  `peers`: reports of the same period of the units beside it, for ranks and shares among `among` (全市 10 个县区). */
export type SummaryInput = {
  unit: SummaryUnit;
  scope: { kind: 'year' | 'part_year' | 'term'; period: Period };
  reports: SourceReport[];
  catalogue: Catalogue;
  style?: SummaryStyle;
  notes?: WorkNote[];
  /** What was explained of the told report's figures. */
  explained?: Explained[];
  peers?: { above: SummaryUnit; expected: number; reports: SourceReport[] };
  /** Mergers and splits in which the unit had a part, whenever they were. */
  successions?: NamedSuccession[];
};

export type NamedSuccession = Succession & { unitName: string; intoName: string };

/** How a computed number came about, for the trace: `formula` in words with the inputs' printed forms. */
export type Computed = {
  kind:
    | 'change'
    | 'rate-change'
    | 'growth'
    | 'average-growth'
    | 'average-change'
    | 'sum'
    | 'ratio'
    | 'share'
    | 'multiple'
    | 'count'
    | 'completion'
    | 'per-head'
    | 'rank'
    | 'spread';
  formula: string;
};

/** Every digit of a narrative belongs to a segment with figures, to a date or a name, or to somebody's own words: `by` says
 *  whose. The system vouches for no number in own words, and looks for no source of it. */
export type Segment = { text: string; figures?: FigureKey[]; computed?: Computed; by?: string };
/** `sentences`: the index of the first segment of each sentence, under an id that stays the same when only figures change. */
export type Paragraph = {
  kind: 'title' | 'heading' | 'body';
  section?: string;
  segments: Segment[];
  sentences?: { id: string; start: number }[];
};

/** A number of the table for programs that calculate: exact, in the row's unit (a rate's change in points, a growth in
 *  per cent), with as many decimals as it shows. The printed text stays what people read. */
export type CellNumber = { value: string; decimals: number; qualifier: Qualifier };

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
  /** 年均增长 over the years of the table's `average`; only where one may be told. */
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

/** One unit's line in the table of an indicator: 单位 | 数值 | 占比 | 位次 | 上年 | 增减 | 增减%. `place` is null where the
 *  order is not certain (an approximate figure) or nothing is ordered (ranks, standards). */
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
 *  from numerators and denominators; `comparable` the same over the units that have both years, where these are fewer. */
export type UnitsOfIndicator = {
  indicator: ComparisonRow['indicator'];
  unit: string;
  lines: UnitLine[];
  total: Omit<UnitLine, 'unit' | 'place'> | null;
  comparable: Omit<UnitLine, 'unit' | 'place' | 'share'> | null;
  notes: string[];
  chart: Chart | null;
};

/** Units side by side. The overview has a line per unit and a few indicators across, so that it prints on A4 however many
 *  units there are; `indicators` holds the table of each indicator by itself, in the order of the catalogue. */
export type UnitsTable = {
  units: { code: string; name: string; nameEn: string; hasReported: boolean }[];
  overview: {
    section: string;
    indicators: string[];
    lines: { unit: string; cells: TableCell[] }[];
    totals: TableCell[];
  }[];
  indicators: UnitsOfIndicator[];
  /** Those that the text tells most of: the first to look at. */
  headlines: string[];
  notes: string[];
};

export type Chart = {
  title: string;
  unit: string;
  kind: 'bars' | 'lines';
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
  table: ComparisonTable;
  /** Only of a summary of units side by side. */
  units?: UnitsTable;
  charts: Chart[];
  /** What was explained of the told report's figures, as its notes say it; only where something was. */
  explained?: Explained[];
  /** Figures of the told period that no sentence tells, with the reason. */
  untold: { key: FigureKey; reason: string }[];
};
