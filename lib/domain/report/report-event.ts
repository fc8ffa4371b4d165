// What can happen to a report. Each kind says what is kept of it; whoever records, reads or shows one is held to that
// by type.
import type { Figure } from '../figure/figure';

/** A figure as an event keeps it. */
export type EventFigure = Pick<Figure, 'answer' | 'value' | 'shown' | 'qualifier' | 'note'> & {
  measure?: Figure['measure'];
  scopeNote?: string | null;
  asOf?: string | null;
  revision?: number;
  origin?: EventOrigin;
};
/** The cell of a file, or the other system, that a figure came from. */
export type EventOrigin = { file: string; sheet: string; cell: string } | { system: string };

type Numbered = { to: { submission: number } };
type Reasoned = { to: { submission: number; reason: string } };
/** Said of one indicator or check, its code as `subject`. */
type Said = { subject: string; to: string };
/** Said of a mark: null where it was settled without a word. */
type Answered = { subject: string; to: string | null };
type Proposed = { subject: string; to: { system: string; indicators: string[] } };
type Scan = { name: string; size: number; sha256: string };

/** What is kept of each kind of event: `subject` is what it is about, `from` what stood before, `to` what stands
 *  since. */
export type ReportEventData = {
  'figure.saved': { subject: string; from: EventFigure | null; to: EventFigure };
  'target.asked': Said;
  'target.takenBack': { subject: string; to: null };
  'target.refused': Said;
  'target.saved': { subject: string; from: EventFigure | null; to: EventFigure };
  'figures.imported': { to: { file: string; indicators: string[]; import?: string } };
  'figures.importUndone': {
    to: { import: string; file: string; indicators: string[]; kept: string[] };
  };
  'report.opened': { to: { import: string; file: string } };
  'report.sent': Numbered;
  'report.sentBack': Reasoned;
  'report.recalled': Numbered;
  'report.cosigned': Numbered;
  'report.uncosigned': Numbered;
  'report.signed': Numbered;
  'report.withdrawn': Reasoned;
  'report.locked': { to: string };
  'report.unlocked': { to: null };
  'report.reminded': { to: string };
  'report.coverage': { from: 'own' | 'whole'; to: 'own' | 'whole' };
  'review.approved': Numbered;
  'review.returned': {
    to: {
      submission: number;
      reason: string;
      marks: { indicator: string; note: string }[];
      opensAll?: boolean;
    };
  };
  'review.takenBack': Reasoned & { from: { submission: number; decision: string } };
  /** `from`: who read it before. */
  'review.accepted': Numbered & { from: string | null };
  'review.released': Numbered;
  'review.examined': Numbered;
  'review.unexamined': Numbered;
  'mark.answered': Answered;
  'mark.replied': Answered;
  'mark.settled': Answered;
  'cell.asked': Said;
  'cell.takenBack': { subject: string; to: null };
  'cell.opened': Said;
  'cell.refused': Said;
  'cell.openedAll': Numbered;
  'check.explained': { subject: string; from: string | null; to: string | null };
  'waiver.asked': Said;
  'waiver.takenBack': { subject: string; to: null };
  'waiver.granted': Said;
  'waiver.refused': Said;
  /** `subject`: section and kind of note. */
  'note.saved': { subject: string; from: string | null; to: string };
  'evidence.added': { subject: string; to: { name: string; size: number } };
  'evidence.removed': { subject: string; from: { name: string } };
  'cover.added': { to: Scan & { submission: number } };
  'cover.replaced': { from: Scan; to: Scan & { submission: number } };
  'extension.asked': { to: { until: string; reason: string } };
  'extension.takenBack': { to: { until: string } };
  /** `until` is null where it was refused. */
  'extension.decided': { to: { until: string | null; answer: string } };
  'rollup.accounted': { subject: string; from: string | null; to: string };
  'proposal.made': Proposed;
  'proposal.taken': Proposed;
  'proposal.refused': { subject: string; to: { system: string } };
};
export type ReportEventKind = keyof ReportEventData;

type Recorded = { id: string; at: Date; by: string | null };
/** One event of this kind. */
export type ReportEventOf<K extends ReportEventKind> = Recorded & { kind: K } & ReportEventData[K];
/** `by`: a person's name, null where nobody was signed in. An event whose record does not read is still shown. */
export type ReportEvent =
  | { [K in ReportEventKind]: ReportEventOf<K> }[ReportEventKind]
  | (Recorded & { kind: 'unreadable'; recordedAs: string });

/** Whether it changed a target or a control line that had been set before. */
export const isTargetChange = (event: ReportEvent): boolean =>
  event.kind === 'target.saved' && event.from !== null && event.from.answer !== 'blank';
