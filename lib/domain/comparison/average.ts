// 年均增长 by the level method. The years are counted from the base, which is not one of them; single years' growth
// is never averaged.
import type { Figure } from '../figure/figure';
import { averageGrowthInTenths, compare } from '../figure/number';
import { printFigure } from '../figure/print';
import type { Indicator } from '../catalogue/indicator';
import type { Computed } from './source';

/** 年均增长 in per cent of two exact figures, to one decimal; null for a single year, on a base under 10, and for
 *  what fell to 0 or below. */
export function averageRateOf(last: Figure, base: Figure, years: number): string | null {
  const [end, start] = [last.value as string, base.value as string];
  return years < 2 || compare(start, 10) < 0 || compare(end, 0) <= 0
    ? null
    : averageGrowthInTenths(end, start, years);
}

/** "（11万人÷6万人）的4次方根－1" */
export function averageFormula(
  last: Figure,
  base: Figure,
  years: number,
  indicator: Indicator,
): Computed {
  return {
    kind: 'average-growth',
    formula: `（${printFigure(last, indicator)}÷${printFigure(base, indicator)}）的${years}次方根－1`,
  };
}
