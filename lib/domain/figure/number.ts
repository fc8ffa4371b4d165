// The only arithmetic on figures, in decimals. Rules of official statistics: growth is change over base, rates change
// in percentage points, rates are never averaged, rounding is half up and comes last.
import { Decimal as Base } from 'decimal.js';
import {
  fastChange,
  fastCompare,
  fastGrowthInTenths,
  fastHighest,
  fastSum,
  isFarFrom,
  isWhole,
} from './fast';

/** 40 digits carry a division far beyond what is printed; numbers never show an exponent. */
export const Decimal = Base.clone({
  precision: 40,
  rounding: Base.ROUND_HALF_UP,
  toExpNeg: -1e9,
  toExpPos: 1e9,
});

/** A decimal as people and the database write it: no exponent, no needless zeros. All results here are of this form. */
export type DecimalText = string;
type Input = Base.Value;

export type Rounding = 'half-up' | 'down' | 'up';

/** `value` with exactly `decimals` decimals; `down` is towards zero, `up` away from it. */
export function round(value: Input, decimals: number, rounding: Rounding = 'half-up'): DecimalText {
  if (isWhole(value)) return decimals > 0 ? `${value}.${'0'.repeat(decimals)}` : value;
  const rounded = new Decimal(value).toFixed(decimals, roundings[rounding]);
  return isZero(rounded) ? rounded.replace('-', '') : rounded;
}

/** As many decimals as it takes, but no fewer than `decimals`, for a value that is not one of `marks` not to be rounded
 *  to it: 99.96% is not 100.0%. */
export function placesApart(value: Input, decimals: number, marks: readonly string[]): number {
  if (marks.every((mark) => isFarFrom(value, mark))) return decimals;
  const isMarked = (text: string) => marks.some((mark) => compare(text, mark) === 0);
  if (isMarked(absolute(value))) return decimals;
  const more = Array.from({ length: mostMorePlaces }, (_, place) => decimals + place);
  return more.find((places) => !isMarked(absolute(round(value, places)))) ?? decimals;
}

const mostMorePlaces = 8;

/** `value` in its shortest plain form. */
export function plain(value: Input): DecimalText {
  if (isWhole(value)) return value;
  const text = (Base.isDecimal(value) ? value : new Decimal(value)).toFixed();
  return text === '-0' ? '0' : text;
}

export function sum(values: Input[]): DecimalText {
  return (
    fastSum(values) ??
    plain(values.reduce<Base>((total, value) => total.plus(value), new Decimal(0)))
  );
}

/** The largest of some numbers; null of none. */
export function highest(values: DecimalText[]): DecimalText | null {
  return (
    fastHighest(values) ??
    values.reduce<DecimalText | null>(
      (before, value) => (before === null || compare(value, before) > 0 ? value : before),
      null,
    )
  );
}

export function multiply(value: Input, factor: Input): DecimalText {
  return factor === '1' ? plain(value) : plain(new Decimal(value).times(factor));
}

export function divide(value: Input, divisor: Input): DecimalText | null {
  if (divisor === '1') return plain(value);
  return isZero(divisor) ? null : plain(new Decimal(value).div(divisor));
}

export function absolute(value: Input): DecimalText {
  if (isWhole(value)) return value.replace('-', '');
  return plain(new Decimal(value).abs());
}

/** −1, 0 or 1. */
export function compare(a: Input, b: Input): -1 | 0 | 1 {
  return fastCompare(a, b) ?? (new Decimal(a).comparedTo(b) as -1 | 0 | 1);
}

export function isZero(value: Input): boolean {
  if (isWhole(value)) return value === '0';
  return new Decimal(value).isZero();
}

/** 增长量: current less base. For two rates the same number is in percentage points (百分点). */
export function change(current: Input, base: Input): DecimalText {
  return fastChange(current, base) ?? plain(new Decimal(current).minus(base));
}

/** Why there is no growth rate on this base: only amounts may then be stated. */
export function whyNoGrowth(base: Input): 'base-zero' | 'base-negative' | null {
  if (isZero(base)) return 'base-zero';
  if (isWhole(base)) return base.startsWith('-') ? 'base-negative' : null;
  return new Decimal(base).isNegative() ? 'base-negative' : null;
}

/** 增长率 in per cent; null on a base of 0 or below. */
export function growth(current: Input, base: Input): DecimalText | null {
  return whyNoGrowth(base) ? null : ratio(change(current, base), base);
}

/** 100 × numerator ÷ denominator, the way of every rate; null without a denominator. */
export function ratio(numerator: Input, denominator: Input): DecimalText | null {
  return isZero(denominator) ? null : plain(new Decimal(numerator).times(100).div(denominator));
}

/** 比重: what part of `whole` is `part`, in per cent; null where the whole is not above 0. */
export function share(part: Input, whole: Input): DecimalText | null {
  return whyNoGrowth(whole) ? null : ratio(part, whole);
}

/** How many times the base the current value is (是…的几倍); null on a base of 0 or below. */
export function multiple(current: Input, base: Input): DecimalText | null {
  return whyNoGrowth(base) ? null : divide(current, base);
}

/** 年均增长率 by the level method in per cent: (last ÷ first)^(1 ÷ years) − 1, `years` between the two. Null
 *  on a first value of 0 or below, a last one below 0, or less than one year. */
export function averageGrowth(last: Input, first: Input, years: number): DecimalText | null {
  const times = multiple(last, first);
  if (times === null || years < 1 || new Decimal(times).isNegative()) return null;
  return plain(rootOf(new Decimal(times), years).minus(1).times(100).toDecimalPlaces(20));
}

/** The same rounded to a tenth of a per cent, as it is printed. */
export function averageGrowthInTenths(
  last: Input,
  first: Input,
  years: number,
): DecimalText | null {
  const tenths = fastGrowthInTenths(last, first, years);
  if (tenths !== null) return round(new Decimal(tenths).div(10), 1);
  const rate = averageGrowth(last, first, years);
  return rate === null ? null : round(rate, 1);
}

// One step of Newton's method doubles the digits that are right, from some 15 of a binary root to more than are kept.
function rootOf(value: Base, degree: number): Base {
  const start = Math.pow(value.toNumber(), 1 / degree);
  if (value.isZero() || !Number.isFinite(start) || start === 0)
    return value.pow(new Decimal(1).div(degree));
  const root = new Decimal(start);
  const below = root.pow(degree - 1);
  return root.minus(below.times(root).minus(value).div(below.times(degree)));
}

/** 年均增长量: total change over the years between. */
export function averageIncrease(last: Input, first: Input, years: number): DecimalText | null {
  return years < 1 ? null : divide(change(last, first), years);
}

/** Places of `values` in order, the best 1; equal values share a place and the next is left out (1, 2, 2, 4). */
export function rank(values: Input[], best: 'highest' | 'lowest' = 'highest'): number[] {
  const ahead = best === 'highest' ? 1 : -1;
  return values.map(
    (value) => 1 + values.filter((other) => compare(other, value) === ahead).length,
  );
}

const roundings = {
  'half-up': Base.ROUND_HALF_UP,
  down: Base.ROUND_DOWN,
  up: Base.ROUND_UP,
} as const;
