// Shortcuts through binary numbers for `number.ts`, which a city of ten years asks some hundred thousand times: each
// answers what decimals would answer, or null where it cannot be certain (proof: fast.test.ts).
import type { Decimal } from 'decimal.js';

/** A whole number in its plain form: what needs no arithmetic is read from its text. */
export const isWhole = (value: Decimal.Value): value is string =>
  typeof value === 'string' && wholeNumber.test(value);

/** Exact: a hundred whole numbers of up to 13 digits stay below 2^53 ≈ 9.007 × 10^15, added up as well. */
export function fastSum(values: readonly Decimal.Value[]): string | null {
  if (values.length > 100) return null;
  const total = values.reduce<number>((before, value) => before + small(value), 0);
  return Number.isNaN(total) ? null : String(total);
}

export function fastHighest(values: readonly Decimal.Value[]): string | null {
  const top = values.reduce<number>((before, value) => Math.max(before, small(value)), -Infinity);
  return Number.isFinite(top) ? String(top) : null;
}

export function fastChange(current: Decimal.Value, base: Decimal.Value): string | null {
  const distance = small(current) - small(base);
  return Number.isNaN(distance) ? null : String(distance);
}

/** A binary number is off by at most 2^-53 ≈ 1.1 × 10^-16 of its value: what lies ten thousand times further apart
 *  lies so in truth. Beyond the range of binary numbers, where that does not hold, nothing is known. */
export function fastCompare(a: Decimal.Value, b: Decimal.Value): -1 | 0 | 1 | null {
  if (a === b) return 0;
  const [left, right] = [Number(a), Number(b)];
  const size = Math.max(Math.abs(left), Math.abs(right));
  if (!(size > 1e-300 && size < 1e300) || Math.abs(left - right) <= 1e-12 * size) return null;
  return left > right ? 1 : -1;
}

/** Whether `value`, whatever its sign, lies more than 1 from `mark`: no rounding brings it there. */
export const isFarFrom = (value: Decimal.Value, mark: string): boolean =>
  Math.abs(Math.abs(Number(value)) - Number(mark)) > 1.000001;

/** Whole tenths of a per cent by which `first` grew each year on the way to `last`. The quotient, the root and the
 *  product are each right to some 15 digits; of a rate below 10,000% that leaves ten decimals, and next to where
 *  rounding turns, and for more than is printed, nothing is said. */
export function fastGrowthInTenths(
  last: Decimal.Value,
  first: Decimal.Value,
  years: number,
): number | null {
  const tenths = (Math.pow(Number(last) / Number(first), 1 / years) - 1) * 1000;
  const isCertain = Math.abs(tenths) < 10 ** 5 && Math.abs((Math.abs(tenths) % 1) - 0.5) > 10 ** -6;
  const isRooted = Number(first) > 0 && Number(last) >= 0 && years >= 1;
  return isCertain && isRooted ? Math.round(tenths) : null;
}

const small = (value: Decimal.Value): number =>
  typeof value === 'string' && value.length <= 13 && wholeNumber.test(value) ? Number(value) : NaN;

const wholeNumber = /^(?:0|-?[1-9]\d*)$/;
