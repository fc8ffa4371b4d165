// What stands in a cell of the tables of units, with its sources.
import { differenceOf } from '../comparison/difference';
import { amountSegment, growthSegment } from '../comparison/print-row';
import type { Answer } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import type { Sourced } from '../comparison/sourced';
import { printFigure } from '../figure/print';
import type { Segment } from '../comparison/source';
import type { TableCell } from '../comparison/comparison-table';

/** A number, or why there is none. */
export function cellOf(found: Sourced | null, answer: Answer, indicator: Indicator): TableCell {
  if (!found) return { text: null, answer: answer === 'number' ? 'blank' : answer };
  return {
    text: printFigure(found.figure, indicator),
    figures: found.keys,
    ...(found.computed ? { computed: found.computed } : {}),
  };
}

export type Changes = { change: Segment | null; changePercent: Segment | null };
export const noChanges: Changes = { change: null, changePercent: null };

/** 增减 and 增减% by the rules of every comparison; nothing where nothing true can be said. */
export function changesBetween(current: Sourced, base: Sourced, indicator: Indicator): Changes {
  const difference = differenceOf(current, base, indicator);
  if (!difference || (difference.direction === 0 && difference.isBounded)) return noChanges;
  return {
    change: amountSegment(difference, true),
    changePercent: growthSegment(difference, true),
  };
}
