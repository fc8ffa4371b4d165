// The proof of the shortcuts: over every kind of number that a figure may be, what they answer is what decimals answer.
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  fastChange,
  fastCompare,
  fastGrowthInTenths,
  fastHighest,
  fastSum,
  isFarFrom,
  isWhole,
} from './fast';

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpPos: 1e9 });
const runs = { numRuns: 3000 };

const whole = fc.bigInt(-(10n ** 16n), 10n ** 16n).map(String);
const fraction = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.integer({ min: 0, max: 9999 }))
  .map(([before, after]) => `${before}.${String(after).padStart(4, '0')}`);
const edge = fc.constantFrom(
  '0',
  '-1',
  '9999999999999',
  '-999999999999',
  '9007199254740993',
  '0.1',
);
const figure = fc.oneof(whole, fraction, edge);
/** Two numbers that are the same, or next to each other far behind the point. */
const close = fc
  .tuple(figure, fc.integer({ min: -3, max: 3 }), fc.integer({ min: 1, max: 30 }))
  .map(([value, step, places]) => [value, new Exact(value).plus(`${step}e-${places}`).toFixed()]);

describe('a shortcut', () => {
  test('calls far from a mark only what no rounding brings there', () => {
    const near = fc
      .tuple(fc.constantFrom('-1', '1'), fc.integer({ min: -300, max: 300 }), figure)
      .map(
        ([sign, hundredths, value]) =>
          new Exact(sign).times(new Exact(100).plus(new Exact(hundredths).div(100))).toFixed(2) +
          value.slice(-1),
      );
    fc.assert(
      fc.property(fc.oneof(near, figure), fc.integer({ min: 0, max: 8 }), (value, places) => {
        if (isFarFrom(value, '100'))
          expect(new Exact(value).toDecimalPlaces(places).abs().eq(100)).toBe(false);
      }),
      runs,
    );
    expect(['98.9', '-101.1', '7'].map((value) => isFarFrom(value, '100'))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('sums, subtracts and finds the highest as decimals do', () => {
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 120 }), figure, (values, base) => {
        const sum = fastSum(values);
        if (sum !== null)
          expect(sum).toBe(values.reduce((all, one) => all.plus(one), new Exact(0)).toFixed());
        const top = fastHighest(values);
        if (top !== null) expect(top).toBe(Exact.max(...values).toFixed());
        const change = fastChange(values[0] ?? base, base);
        if (change !== null)
          expect(change).toBe(new Exact(values[0] ?? base).minus(base).toFixed());
      }),
      runs,
    );
  });

  test('compares as decimals do, however near two numbers are', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(figure, figure), close), ([a, b]) => {
        const order = fastCompare(a!, b!);
        if (order !== null) expect(order).toBe(new Exact(a!).comparedTo(b!));
      }),
      runs,
    );
    expect(fastCompare('1e400', '2e400')).toBeNull();
    expect(fastCompare('1e-400', '2e-400')).toBeNull();
  });

  test('rounds average growth as decimals do, also next to where rounding turns', () => {
    const positive = fc.bigInt(1n, 10n ** 13n).map(String);
    // A growth of n + ½ tenths exactly, and a hair beside it.
    const turning = fc
      .tuple(fc.integer({ min: -900, max: 3000 }), fc.integer({ min: 1, max: 6 }), fc.nat(20))
      .map(([tenths, years, places]) => {
        const rate = new Exact(tenths)
          .plus('0.5')
          .plus(`1e-${places + 1}`)
          .div(1000)
          .plus(1);
        return { last: rate.pow(years).toFixed(), first: '1', years };
      });
    const any = fc.record({
      last: positive,
      first: positive,
      years: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.oneof(any, turning), ({ last, first, years }) => {
        const tenths = fastGrowthInTenths(last, first, years);
        if (tenths === null) return;
        const rate = new Exact(last).div(first).pow(new Exact(1).div(years)).minus(1).times(1000);
        expect(tenths.toFixed(0).replace(/^-0$/, '0')).toBe(
          rate.toDecimalPlaces(0).toFixed().replace(/^-0$/, '0'),
        );
      }),
      runs,
    );
  });

  test('answers nearly always where figures are counts', () => {
    const counts = Array.from({ length: 1000 }, (_, at) => String(at * 7919));
    expect(counts.filter((one) => fastChange(one, '12345') === null)).toEqual([]);
    expect(counts.filter((one) => fastCompare(one, '12345') === null)).toEqual([]);
    expect(
      counts.slice(1).filter((one) => fastGrowthInTenths(one, '12345', 5) === null).length,
    ).toBeLessThan(20);
  });
});

test.each(['0', '7', '-12'])('%s is whole', (value) => expect(isWhole(value)).toBe(true));
test.each(['-0', '007', '1.0', '1e3', '', '+1', ' 1'])(
  '%j is no whole number in its plain form',
  (value) => expect(isWhole(value)).toBe(false),
);
