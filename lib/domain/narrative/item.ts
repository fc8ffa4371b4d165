// What the text has to state: one item per figure, in the order of the catalogue, with its time, scope and changes.
import { scopeOf } from '../comparison/comparability';
import { numberOf, type Sourced } from '../comparison/sourced';
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import type { Segment } from '../comparison/source';
import type { Frame } from './frame';
import type { LexicalisedChange } from './lexicalise-change';
import { wordingOf, type Wording } from './wording';

export type Item = {
  indicator: Indicator;
  wording: Wording;
  /** The figure; for a total the first part's answer with the total as value. */
  figure: Figure;
  number: Segment;
  frame: Frame;
  /** A narrower scope, in the reporter's words; null where it is a remark and no scope. */
  scope: string | null;
  changes: LexicalisedChange[];
  /** 由…提高到…: the base this item is stated from. */
  from: { base: string; number: Segment; direction: -1 | 1 } | null;
  /** Its part in the whole it is stated after. */
  share: Segment | null;
  remarks: Remark[];
  /** The same honour was won the year before: 再次荣获. */
  isAgain?: boolean;
};

/** What is said of an item after its changes, without its comma: 完成年度目标（50场次）的90.0%, 占43.5%,
 *  居全市第二位. `closing`: it may end a list of items, since it says itself what it speaks of. `ofWhole`: it
 *  is understood only where the whole was named just before. `isGoal`: it is of a target or a control line;
 *  `isReason`: it says why the figure moved. */
export type Remark = {
  segments: Segment[];
  closing?: boolean;
  ofWhole?: boolean;
  isGoal?: boolean;
  isReason?: boolean;
};

/** 净增 or 新增: stated in a list of its own. */
export type ReportedItem = {
  indicator: Indicator;
  wording: Wording;
  figure: Figure;
  number: Segment;
  frame: Frame;
};

/** An item for a single figure, without changes. */
export function itemOf(sourced: Sourced, indicator: Indicator, frame: Frame): Item {
  const { figure } = sourced;
  return {
    indicator,
    wording: wordingOf(indicator),
    figure,
    number: numberOf(sourced, indicator),
    frame,
    scope: scopeOf(figure),
    changes: [],
    from: null,
    share: null,
    remarks: [],
  };
}
