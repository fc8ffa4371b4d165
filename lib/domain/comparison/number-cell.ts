// The numbers behind the printed cells of a comparison, in the row's unit, for programs that calculate.
import type { Difference } from './difference';
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { divide, placesApart, plain, round } from '../figure/number';
import { entryScale, scaleFactors } from '../figure/print';
import type { CellNumber } from './source';

/** A figure's number: 855000 of "85.5万人", 97.8 of "97.8万元". */
export function figureNumber(
  { value, shown, qualifier, measure }: Figure,
  indicator: Indicator,
): CellNumber {
  const isChange = measure === 'growth' || measure === 'average_growth';
  const number = isChange ? (value as string) : inRowUnit(value as string, indicator);
  const printed =
    shown && (isChange || shown.scale === entryScale(indicator.display)) ? shown.decimals : 0;
  return { value: number, decimals: Math.max(printed, fewest(number, indicator)), qualifier };
}

/** Total of several years; a part that says 余 makes it a lower bound. */
export function totalNumber(total: string, parts: Figure[], indicator: Indicator): CellNumber {
  const value = inRowUnit(total, indicator);
  return {
    value,
    decimals: decimalsOf(value),
    qualifier: parts.some(({ qualifier }) => qualifier !== '') ? '以上' : '',
  };
}

/** The distance between two figures with its sign; for rates in points. */
export function movedNumber({
  amount,
  direction,
  isBounded,
  current: { figure: current },
  base: { figure: base },
  indicator,
}: Difference): CellNumber {
  const value = inRowUnit(direction < 0 ? `-${amount}` : amount, indicator);
  const printed = Math.max(current.shown?.decimals ?? 0, base.shown?.decimals ?? 0, 1);
  return {
    value,
    decimals: indicator.nature === 'ratio' ? printed : decimalsOf(value),
    qualifier: isBounded ? '以上' : '',
  };
}

/** A growth in per cent as it is printed: one decimal, more of what is not quite the whole, a bound cut down. */
export function growthNumber({ percent, direction, isBounded }: Difference): CellNumber {
  const decimals = isBounded ? 1 : placesApart(percent as string, 1, ['100']);
  const value = round(percent as string, decimals, isBounded ? 'down' : 'half-up');
  return {
    value: plain(direction < 0 ? `-${value}` : value),
    decimals,
    qualifier: isBounded ? '以上' : '',
  };
}

const inRowUnit = (value: string, { display }: Indicator): string =>
  divide(value, scaleFactors[entryScale(display)]) as string;
const decimalsOf = (value: string): number => plain(value).split('.')[1]?.length ?? 0;
// A rate that was worked out has endless decimals: it shows as many as it prints.
const fewest = (value: string, { nature, display }: Indicator): number =>
  nature === 'ratio'
    ? Math.min(decimalsOf(value), Math.max(display.decimals, 1))
    : decimalsOf(value);
