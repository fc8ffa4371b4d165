// A total as a figure, so that it is printed and compared by the same rules as a reported one.
import { differenceOf } from '../comparison/difference';
import { growthNumber, movedNumber } from '../comparison/number-cell';
import { printAmount, printGrowth } from '../comparison/print-row';
import type { Figure } from '../figure/figure';
import { rateDecimals } from '../figure/rate';
import type { Indicator } from '../catalogue/indicator';
import { divide, plain } from '../figure/number';
import { entryScale, printFigure, scaleFactors } from '../figure/print';
import type { Total } from './rollup';
import type { CellNumber } from '../comparison/source';

/** The total as a figure in the unit its indicator is typed in, with every digit it has (money at most four
 *  decimals). */
export function figureOfTotal(
  { value, qualifier }: Pick<Total, 'value' | 'qualifier'>,
  indicator: Indicator,
): Figure {
  const scale = entryScale(indicator.display);
  const shown =
    value === null
      ? null
      : { scale, decimals: decimalsFor(value, indicator), unit: indicator.unit };
  return {
    indicator: indicator.code,
    measure: 'level',
    answer: value === null ? 'blank' : 'number',
    value,
    shown,
    qualifier,
    baseYear: null,
    asOf: null,
    from: null,
    scopeNote: null,
    note: null,
  };
}

/** "11598.468万元"; null where there is no total. */
export function printRollUp(
  total: Pick<Total, 'value' | 'qualifier'>,
  indicator: Indicator,
): string | null {
  return total.value === null ? null : printFigure(figureOfTotal(total, indicator), indicator);
}

/** "8/10": how many units are in a total, of how many that are expected and those `beside` that are in it all the same;
 *  a dash where there is none by its nature. */
export function countedOf(
  { units, why, beside }: Pick<Total, 'units' | 'why'> & { beside: number },
  expected: number,
): string {
  return why === 'not-summable' ? '—' : `${units}/${expected + beside}`;
}

/** Change of a total in amount and in per cent, printed with their signs; null where nothing true can be said. */
export function printRollUpChange(
  now: Total,
  before: Total,
  indicator: Indicator,
): {
  amount: string;
  amountNumber: CellNumber;
  percent: string | null;
  percentNumber: CellNumber | null;
} | null {
  const [current, base] = [figureOfTotal(now, indicator), figureOfTotal(before, indicator)];
  const difference = differenceOf(
    { figure: current, keys: [] },
    { figure: base, keys: [] },
    indicator,
  );
  if (!difference) return null;
  return {
    amount: printAmount(difference, true),
    amountNumber: movedNumber(difference),
    percent: printGrowth(difference, true),
    percentNumber: difference.percent === null ? null : growthNumber(difference),
  };
}

function decimalsFor(value: string, { nature, display }: Indicator): number {
  if (nature === 'ratio') return rateDecimals(display.decimals);
  const scaled = plain(divide(value, scaleFactors[entryScale(display)]) as string);
  return Math.min(scaled.split('.')[1]?.length ?? 0, 4);
}
