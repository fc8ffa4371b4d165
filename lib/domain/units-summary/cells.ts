// What stands in a cell of the tables of units, with its sources.
import { differenceOf } from '../comparison/change';
import { amountFormula, growthFormula, printAmount, printGrowth } from '../comparison/print-row';
import type { Answer } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import type { Sourced } from '../comparison/sourced';
import { printFigure } from '../figure/print';
import type { Segment } from '../comparison/source';
import type { TableCell } from '../comparison/table';

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
  const difference = differenceOf(current.figure, base.figure, indicator);
  if (!difference || (difference.direction === 0 && difference.isBounded)) return noChanges;
  const figures = [...current.keys, ...base.keys];
  const rate = printGrowth(difference, true);
  return {
    change: {
      text: printAmount(difference, current.figure, base.figure, indicator, true),
      figures,
      computed: amountFormula(current.figure, base.figure, indicator),
    },
    changePercent:
      rate === null
        ? null
        : { text: rate, figures, computed: growthFormula(current.figure, base.figure, indicator) },
  };
}
