// What a stock gained in an average year, in words: 年均净增24个, 年均增长3.3%.
import { absolute, averageIncrease, compare, divide, isZero, round } from '../figure/number';
import { printFigure, printPercent, printValue, scaleFactors } from '../figure/print';
import type { Indicator } from '../catalogue/indicator';
import { averageFormula, averageRateOf } from '../comparison/average';
import type { Sourced } from '../comparison/sourced';
import type { LexicalisedChange } from './lexicalise-change';

/** 年均净增 or 年均减少; nothing for a single year, and where it would print as 0. */
export function averageAmount(
  last: Sourced,
  base: Sourced,
  years: number,
  indicator: Indicator,
): LexicalisedChange[] {
  const amount =
    years < 2
      ? null
      : averageIncrease(last.figure.value as string, base.figure.value as string, years);
  if (amount === null) return [];
  const { scale = 'none', decimals = 0, unit = indicator.unit } = last.figure.shown ?? {};
  // Whole pieces, where there are enough of them.
  const places =
    scale === 'none' ? (compare(absolute(amount), 10) < 0 ? 1 : 0) : Math.max(decimals, 2);
  const size = round(divide(absolute(amount), scaleFactors[scale]) as string, places);
  // Nobody gains 0.7 of a piece.
  if (isZero(size) || (scale === 'none' && indicator.unit !== '元' && compare(size, 1) < 0))
    return [];
  const direction = compare(amount, 0) as -1 | 1;
  const text = printValue(scale === 'none' ? size : absolute(amount), indicator, {
    scale,
    decimals: places,
    unit,
  }).replace(/\.0(?=\D|$)/, '');
  const formula = `（${printFigure(last.figure, indicator)}－${printFigure(base.figure, indicator)}）÷${years}年`;
  return [
    {
      base: '年均',
      word: direction > 0 ? '净增' : '减少',
      direction,
      number: {
        text,
        figures: [...last.keys, ...base.keys],
        computed: { kind: 'average-change', formula },
      },
    },
  ];
}

/** 年均增长 or 年均下降; nothing where it would print as 0. */
export function averageRate(
  last: Sourced,
  base: Sourced,
  years: number,
  indicator: Indicator,
): LexicalisedChange[] {
  const rate = averageRateOf(last.figure, base.figure, years);
  if (rate === null || isZero(rate)) return [];
  const direction = compare(rate, 0) as -1 | 1;
  const number = {
    text: printPercent(absolute(rate)),
    figures: [...last.keys, ...base.keys],
    computed: averageFormula(last.figure, base.figure, years, indicator),
  };
  return [{ base: '年均', word: direction > 0 ? '增长' : '下降', direction, number }];
}
