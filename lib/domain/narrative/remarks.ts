// What is said of an item beside its changes: how far a target was reached, what part of a whole it is, where it stands
// among others, and why it moved. Each family of remarks is a file of phrases; here stands which are asked, in which
// order they are said.
import type { Comparison } from '../comparison/compare';
import type { Item, Remark } from './item';
import { limitRemarks } from './phrases/limit';
import { perHeadRemarks } from './phrases/per-head';
import { rankRemarks } from './phrases/rank';
import { reasonRemarks } from './phrases/reason';
import { shareRemarks } from './phrases/share';
import { targetRemarks } from './phrases/target';

/** What a family says of an item of this comparison. */
export type RemarkSource = (comparison: Comparison) => (item: Item) => Remark[];

const sources: RemarkSource[] = [
  targetRemarks,
  limitRemarks,
  shareRemarks,
  perHeadRemarks,
  rankRemarks,
  reasonRemarks,
];

/** Everything the families say of an item. */
export function remarksFor(comparison: Comparison): (item: Item) => Remark[] {
  const families = sources.map((source) => source(comparison));
  return (item) => families.flatMap((family) => family(item));
}
