// What a person puts into one figure, in the one form it has from a cell, a form or a file to the database,
// and what the server answers.
import type { Figure, Measure } from '../figure/figure';
import type { Issue } from '../figure/read';

/** What people type: the level, and the target and the control line set for it. */
export type TypedMeasure = Extract<Measure, 'level' | 'target' | 'limit'>;

/** Why there is no number. */
export type Reason = 'not_applicable' | 'not_available';

/** What is said beside a number: a remark, a narrower or unusual scope, the date of a stock. */
export type FigureDetails = { note: string | null; scopeNote: string | null; asOf: string | null };

/** How long a remark may be, on a page, in a file that comes back and through the interface. */
export const longestNote = 500;

/** A number as typed, or why there is none. `details` only where they are being changed. */
export type FigureContent =
  { typed: string; details?: FigureDetails } | { answer: Reason; note: string | null };

/** `revision` is the one the person saw, 0 for none, and `submission` the one they saw it in; what is read
 *  and written in one transaction needs no submission. `measure`: the level unless a target or a control
 *  line is set. */
export type FigureEdit = {
  indicator: string;
  measure?: TypedMeasure;
  revision: number;
  submission?: number;
} & FigureContent;

/** A figure as it stands, with who entered it; `revision` counts the writes. Times cross to the browser as text. */
export type EnteredFigure = Figure & {
  revision: number;
  enteredBy: string;
  enteredAt: Date | string;
};

export type SaveResult<F extends EnteredFigure = EnteredFigure> = {
  indicator: string;
  measure?: TypedMeasure;
} & (
  | { outcome: 'saved' | 'unchanged'; figure: F }
  | { outcome: 'invalid'; issue: Issue }
  /** `submission`: the one in which the figure stands. */
  | { outcome: 'conflict'; figure: F; submission: number }
);
