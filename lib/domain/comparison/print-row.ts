// The printed forms of differences, totals and rates, the same in prose, table and chart.
import type { Difference } from './difference';
import type { Figure, Shown } from '../figure/figure';
import type { Indicator, Scale } from '../catalogue/indicator';
import { absolute, compare, isZero, multiply, plain } from '../figure/number';
import { styleInTenThousands } from './number-style';
import {
  printFigure,
  printNumber,
  printPercent,
  printPoints,
  printValue,
  scaleFactors,
  styleOf,
} from '../figure/print';
import type { Computed, Segment } from './source';

/** "8.8%", without sign unless asked for; a bound is cut down and says 以上. */
export function printGrowth(
  { percent, direction, isBounded }: Difference,
  signed = false,
): string | null {
  if (percent === null) return null;
  if (isBounded)
    return compare(percent, '0.1') < 0
      ? null
      : `${signFor(direction, signed)}${printNumber(percent, 1, 'down')}%以上`;
  return printPercent(direction < 0 ? `-${percent}` : percent, 1, signed);
}

/** "403家", "3.1个百分点": the difference in the form of the figures it comes from. */
export function printAmount(difference: Difference, signed = false): string {
  const { amount, direction, isBounded, indicator } = difference;
  const [current, base] = [difference.current.figure, difference.base.figure];
  const decimals = Math.max(current.shown?.decimals ?? 0, base.shown?.decimals ?? 0);
  const text =
    indicator.nature === 'ratio'
      ? printPoints(amount, Math.max(decimals, 1))
      : printValue(amount, indicator, amountStyle(amount, current, base, indicator, signed));
  return `${signFor(direction, signed && !isZero(amount))}${text}${isBounded ? '以上' : ''}`;
}

/** The amount of a difference with where it comes from. */
export function amountSegment(difference: Difference, signed = false): Segment {
  const { current, base, indicator } = difference;
  const formula = `${printFigure(current.figure, indicator)}－${printFigure(base.figure, indicator)}`;
  return {
    text: printAmount(difference, signed),
    figures: [...current.keys, ...base.keys],
    computed: { kind: indicator.nature === 'ratio' ? 'rate-change' : 'change', formula },
  };
}

/** Its growth in per cent, likewise; null where none may be stated. */
export function growthSegment(difference: Difference, signed = false): Segment | null {
  const { current, base, indicator } = difference;
  const text = printGrowth(difference, signed);
  if (text === null) return null;
  const [now, then] = [printFigure(current.figure, indicator), printFigure(base.figure, indicator)];
  return {
    text,
    figures: [...current.keys, ...base.keys],
    computed: { kind: 'growth', formula: `（${now}－${then}）÷${then}×100%` },
  };
}

/** Total of several years in the form of its last part. */
export function printTotal(value: string, parts: Figure[], indicator: Indicator): string {
  const last = parts.at(-1) as Figure;
  const isLowerBound = parts.some(({ qualifier }) => qualifier !== '');
  return printFigure(
    {
      value,
      shown: totalShown(value, parts, indicator, last.shown?.unit),
      qualifier: isLowerBound ? '以上' : '',
    },
    indicator,
  );
}

/** How a sum of these figures is printed: no digit is lost. `unit` is the measure word, the indicator's own where left
 *  out. */
export function totalShown(
  value: string,
  parts: Figure[],
  indicator: Indicator,
  unit: string = indicator.unit,
): Shown {
  return { ...totalStyle(value, parts, indicator), unit };
}

export function totalFormula(parts: Figure[], indicator: Indicator): Computed {
  return { kind: 'sum', formula: parts.map((part) => printFigure(part, indicator)).join('＋') };
}

/** In a table (`inTable`) decimals stand below each other; in a sentence 5.0万元 is 5万元. */
function amountStyle(
  amount: string,
  current: Figure,
  base: Figure,
  indicator: Indicator,
  inTable: boolean,
): { scale: Scale; decimals: number; unit: string } {
  const unit = current.shown?.unit ?? indicator.unit;
  const usual = styleOf(amount, indicator);
  const isSmall =
    indicator.display.numbers === '万' &&
    indicator.unit !== '元' &&
    compare(absolute(amount), scaleFactors['万']) < 0;
  const scale = isSmall ? 'none' : (current.shown?.scale ?? usual.scale);
  const decimals = Math.max(decimalsIn(current, scale), decimalsIn(base, scale));
  // In 万 a difference keeps every digit that its two sides have; where that is too many, single pieces are plainer.
  const needed = decimalsOf(multiply(absolute(amount), inverse[scale]));
  if (needed > Math.max(decimals, 2) && indicator.unit !== '元')
    return { scale: 'none', decimals: decimalsOf(amount), unit };
  return {
    scale,
    decimals:
      needed > decimals
        ? Math.min(needed, 4)
        : inTable
          ? trimmedDecimals(amount, scale, decimals)
          : needed,
    unit,
  };
}

function totalStyle(
  value: string,
  parts: Figure[],
  indicator: Indicator,
): { scale: Scale; decimals: number } {
  const scale =
    indicator.unit === '元'
      ? ((parts.at(-1) as Figure).shown?.scale ?? '万')
      : parts.every(({ shown }) => shown?.scale === '万')
        ? '万'
        : 'none';
  const styled = indicator.display.numbers === '万' ? styleInTenThousands(value, indicator) : null;
  if (styled) return styled;
  if (scale === 'none' && indicator.display.numbers === '万')
    return { scale, decimals: decimalsOf(value) };
  const decimals = Math.min(decimalsOf(multiply(value, inverse[scale])), 4);
  return { scale, decimals };
}

const inverse: Record<Scale, string> = { none: '1', 万: '0.0001', 亿: '0.00000001' };
const decimalsIn = ({ shown }: Figure, scale: Scale): number =>
  shown && shown.scale === scale ? shown.decimals : 0;
const decimalsOf = (value: string): number => plain(value).split('.')[1]?.length ?? 0;

function trimmedDecimals(amount: string, scale: Scale, decimals: number): number {
  return scaleFactors[scale] === '1' ? Math.min(decimals, decimalsOf(amount)) : decimals;
}

const signFor = (direction: -1 | 0 | 1, signed: boolean): string =>
  !signed || direction === 0 ? '' : direction > 0 ? '+' : '−';
