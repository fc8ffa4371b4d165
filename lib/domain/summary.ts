// A summary: comparison + narrative + tables + chart series of a scope. No number is computed, rounded or
// formatted after `summarise`; page, command line and exports draw the same Summary.
import type { Figure, FigureKey } from './figure';
import type { Catalogue, Indicator, Nature } from './indicator';
import type { Period } from './period';

/** Figures of one submission, as the summary takes them. `standing` says how far the submission got. */
export type SourceReport = {
  unit: string;
  period: Period;
  submission: number;
  standing: 'draft' | 'submitted' | 'approved';
  madeUp: boolean;
  figures: Figure[];
};

/** `target` is what is told; `earlier` are the reports compared with, oldest first (for a year the year before and,
 *  when asked, base years; for a term the single years in it and its base year). A term may have no report of its own. */
export type SummaryInput = {
  unit: { code: string; name: string; level: 'nation' | 'province' | 'city' | 'county' };
  scope: { kind: 'year' | 'part_year' | 'term'; period: Period };
  reports: SourceReport[];
  catalogue: Catalogue;
};

/** How a computed number came about, for the trace: `formula` in words with the inputs' printed forms. */
export type Computed = { kind: 'change' | 'rate-change' | 'growth' | 'average-growth' | 'sum' | 'ratio' | 'share' | 'multiple' | 'count'; formula: string };

/** Every digit of a narrative belongs to a segment with figures, or to a date or a name. */
export type Segment = { text: string; figures?: FigureKey[]; computed?: Computed };
export type Paragraph = { kind: 'title' | 'heading' | 'body'; section?: string; segments: Segment[] };

export type ComparisonRow = {
  indicator: Pick<Indicator, 'code' | 'name' | 'nameEn' | 'section' | 'partOf'> & { nature: Nature };
  /** Unit of the printed values of this row (万元, 人, %). */
  unit: string;
  /** One cell per column of the table, printed; null where there is no figure, with `answer` saying why. */
  cells: ({ text: string; figures: FigureKey[]; computed?: Computed } | { text: null; answer: 'blank' | 'not_applicable' | 'not_available' })[];
  change: Segment | null;
  changePercent: Segment | null;
};

export type ComparisonTable = {
  columns: { period: string; label: string; role: 'base' | 'year' | 'current' | 'total' }[];
  rows: ComparisonRow[];
  notes: string[];
};

export type Chart = {
  title: string;
  unit: string;
  kind: 'bars' | 'lines';
  categories: string[];
  series: { name: string; values: (number | null)[]; texts: (string | null)[]; figures: FigureKey[][] }[];
};

export type Summary = {
  title: string;
  unit: string;
  period: string;
  /** True when a source is not approved, or is made up: said above the text. */
  cautions: ('draft' | 'unapproved' | 'made-up')[];
  paragraphs: Paragraph[];
  table: ComparisonTable;
  charts: Chart[];
  /** Figures of the target that no sentence tells, with the reason. */
  untold: { key: FigureKey; reason: string }[];
};
