// What a sentence of an official text claims, as the reader understands it without knowing who wrote it.
import type { FoundNumber } from './find-numbers';

/** What a figure is set against: the period before (上年, 上年末, 上年同期) or a year by its number.
 *  `isComparable`: 上年同口径, only of the units that have both. */
export type Base = { kind: 'previous'; isComparable?: true } | { kind: 'year'; year: number };

/** `level` and `from` are figures themselves; `named` is a subject without its figure (X比上年增长5%); the rest is
 *  said of one of those. `zero` is the base stated instead of a change (上年为0件). */
export type Kind =
  | 'level'
  | 'from'
  | 'named'
  | 'all'
  | 'zero'
  | 'growth'
  | 'points'
  | 'amount'
  | 'equal'
  | 'again'
  | 'nearly-equal'
  | 'average-growth'
  | 'average-amount'
  | 'multiple'
  | 'share'
  | 'share-move'
  | 'per-head'
  | 'target'
  | 'limit'
  | 'completion'
  | 'target-distance'
  | 'limit-distance'
  | 'count'
  | 'rank';

/** A net increase and what was newly won are stated with their verb: 净增会员3.07万人. */
export type StatedMeasure = 'level' | 'net_increase' | 'gross_new';

export type Statement = {
  kind: Kind;
  /** Where it stands in the text that was read. */
  start: number;
  end: number;
  number: FoundNumber | null;
  /** The words that name the matter. */
  words: string;
  measure: StatedMeasure;
  /** −1, 0, 1 by the verb; null where none is claimed. */
  direction: -1 | 0 | 1 | null;
  base: Base | null;
  /** Places, in the list of the sentence's statements, of the figures it is said of. */
  of: number[];
  /** 均, 分别, 双: one statement of several figures, and what it lists. */
  shared: 'all' | 'each' | null;
  /** The figure that 其中 takes apart, by its place. */
  whole: number | null;
  /** What is claimed of a target or a line: reached, passed, missed, kept. */
  claim: 'reached' | 'passed' | 'missed' | 'within' | 'beyond' | 'is' | null;
  /** The years a total or a figure is stated of, where the sentence names them. */
  time: Time | null;
  /** Whether the sentence speaks of a date (截至2021年底) or of a span (全年). */
  extent: 'date' | 'span' | null;
};

/** 2012年至2015年6月, 2016年, 截至2021年底. */
export type Time = { from: number | null; to: number };

export type Sentence = { text: string; start: number; statements: Statement[] };

/** Whether a statement is a figure or subject that others are said of. */
export const isHead = ({ kind }: Statement): boolean =>
  kind === 'level' || kind === 'named' || kind === 'all';
