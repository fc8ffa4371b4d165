// What is compared, and what a printed number is made of: the reports as they come in, and the segments that state
// them.
import type { Explained } from '../checks/explained-note';
import type { Figure, FigureKey, Qualifier } from '../figure/figure';
import type { Catalogue } from '../catalogue/indicator';
import type { DocumentPlan } from '../document-plan/plan';
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
  /** Where a figure was reported by nobody but adds up what several reported: by indicator, what it rests on. */
  sums?: ReadonlyMap<string, { keys: FigureKey[]; computed?: Computed }>;
};

export type SummaryUnit = {
  code: string;
  name: string;
  level: 'nation' | 'province' | 'city' | 'county';
};

/** How an office writes; the default is that of the published reports. `falls`: a fall where more is better is stated,
 *  or left to the table. `numbers`: as they were entered, or all in one way. */
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

/** What the staff wrote in the report about a section's work (工作举措) and what stands out (亮点), and who wrote
 *  it. */
export type WorkNote = {
  section: string;
  kind: 'measures' | 'highlights';
  text: string;
  by: string;
};

/** The report of the period is stated; the others are what it is compared with: for a year the year before and, when
 *  asked, base years; for a term the single years in it and its base year. A term may have no report of its own.
 *  `peers`: reports of the same period of the units beside it, for ranks and shares among `among` (全市 10
 *  个县区). */
export type SummaryInput = {
  unit: SummaryUnit;
  scope: { kind: 'year' | 'part_year' | 'term'; period: Period };
  reports: SourceReport[];
  catalogue: Catalogue;
  style?: SummaryStyle;
  /** How the office's document is made up; without one each section of the catalogue is a part. */
  plan?: DocumentPlan;
  /** The report of the period after, for its targets. */
  next?: SourceReport;
  notes?: WorkNote[];
  /** The figures are those of the unit together with the ones below it: `words` 全市, `parts` who is in them,
   *  `missing` who has not reported, `lacking` which indicators somebody did not answer. */
  whole?: { words: string; parts: string[]; missing: string[]; lacking: string[] };
  /** What was explained of the narrated report's figures. */
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

/** Every digit of a narrative belongs to a segment with figures, to a date or a name, or to somebody's own words:
 *  `by` says whose. The system vouches for no number in own words, and looks for no source of it. */
export type Segment = { text: string; figures?: FigureKey[]; computed?: Computed; by?: string };
/** `sentences`: the index of the first segment of each sentence, under an id that stays the same when only figures
 *  change. */
export type Paragraph = {
  kind: 'title' | 'heading' | 'body';
  section?: string;
  segments: Segment[];
  sentences?: { id: string; start: number }[];
};

/** A number of the table for programs that calculate: exact, in the row's unit (a rate's change in points, a growth in
 *  per cent), with as many decimals as it shows. The printed text stays what people read. */
export type CellNumber = { value: string; decimals: number; qualifier: Qualifier };
