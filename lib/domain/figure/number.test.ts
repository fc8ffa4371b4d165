import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  absolute,
  averageGrowth,
  averageGrowthInTenths,
  averageIncrease,
  change,
  compare,
  divide,
  growth,
  multiple,
  multiply,
  plain,
  rank,
  ratio,
  round,
  share,
  sum,
  whyNoGrowth,
} from './number';

const money = fc.bigInt(-(10n ** 17n), 10n ** 17n).map((cents) => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
});
const count = fc.bigInt(1n, 10n ** 15n).map(String);

describe('round', () => {
  it.each([
    ['0.5', 0, '1'],
    ['1.5', 0, '2'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['1.005', 2, '1.01'],
    ['1234567890123456.785', 2, '1234567890123456.79'],
    ['3', 2, '3.00'],
    ['-0.04', 1, '0.0'],
  ])('rounds %s to %i decimals half up: %s', (value, decimals, expected) => {
    expect(round(value, decimals)).toBe(expected);
  });

  it.each([
    ['7.89', 'down', '7.8'],
    ['7.81', 'up', '7.9'],
    ['7.80', 'up', '7.8'],
    ['-7.89', 'down', '-7.8'],
  ] as const)('takes %s %s: %s', (value, rounding, expected) => {
    expect(round(value, 1, rounding)).toBe(expected);
  });

  it('never moves by more than half a unit', () => {
    fc.assert(
      fc.property(money, (value) => compare(absolute(change(round(value, 1), value)), '0.05') <= 0),
    );
  });
});

describe('growth', () => {
  it.each([
    ['262', '462', '-43.29'],
    ['110', '100', '10.00'],
    ['0', '50', '-100.00'],
    ['2403000', '1527000', '57.37'],
    ['5', '5', '0.00'],
  ])('%s on %s is %s%%', (current, base, expected) => {
    expect(round(growth(current, base) as string, 2)).toBe(expected);
  });

  it('has no rate on a base of 0 or below', () => {
    expect([growth('5', '0'), growth('0', '0'), growth('5', '-1')]).toEqual([null, null, null]);
    expect([whyNoGrowth('0'), whyNoGrowth('-0.01'), whyNoGrowth('1')]).toEqual([
      'base-zero',
      'base-negative',
      null,
    ]);
  });

  it('has the sign of the change and leads back to the current value', () => {
    fc.assert(
      fc.property(count, count, (current, base) => {
        const percent = growth(current, base) as string;
        expect(compare(percent, 0)).toBe(compare(change(current, base), 0));
        expect(round(multiply(base, sum([divide(percent, 100) as string, 1])), 6)).toBe(
          round(current, 6),
        );
      }),
    );
  });

  it('is one less than the multiple', () => {
    fc.assert(
      fc.property(count, count, (current, base) => {
        const times = multiply(change(multiple(current, base) as string, 1), 100);
        expect(
          compare(
            absolute(change(times, growth(current, base) as string)),
            '0.0000000000000000001',
          ),
        ).toBe(-1);
      }),
    );
  });
});

describe('averageGrowth', () => {
  it.each([
    ['121', '100', 2, '10.00'],
    ['2', '1', 1, '100.00'],
    ['16', '1', 4, '100.00'],
    ['146.41', '100', 4, '10.00'],
    ['50', '100', 1, '-50.00'],
    ['0', '5', 3, '-100.00'],
  ])('%s from %s in %i years: %s% a year', (last, first, years, expected) => {
    expect(round(averageGrowth(last, first, years) as string, 2)).toBe(expected);
  });

  it('does not exist without a positive first value or a year between', () => {
    expect([
      averageGrowth('1', '0', 3),
      averageGrowth('-1', '2', 3),
      averageGrowth('1', '-2', 3),
      averageGrowth('2', '1', 0),
    ]).toEqual([null, null, null, null]);
  });

  it('repeated over the years leads from the first value to the last', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10 }),
        (last, first, years) => {
          const factor = sum([
            divide(averageGrowth(last, first, years) as string, 100) as string,
            1,
          ]);
          let value = plain(first);
          for (let year = 0; year < years; year += 1) value = multiply(value, factor);
          expect(compare(absolute(change(value, last)), '0.000001')).toBe(-1);
        },
      ),
    );
  });

  it('is rounded to tenths as the exact rate is', () => {
    const amounts = fc
      .oneof(
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 1, max: 10 ** 12 }),
        fc.constantFrom('0.3', '100.05', '123456789012345678901234567890'),
      )
      .map(String);
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 10 }), (last, first, years) => {
        const exact = averageGrowth(last, first, years);
        expect(averageGrowthInTenths(last, first, years)).toBe(
          exact === null ? null : round(exact, 1),
        );
      }),
    );
    expect(averageGrowthInTenths('20009', '20000', 1)).toBe('0.0');
    expect(averageGrowthInTenths('20010', '20000', 1)).toBe('0.1');
    expect(averageGrowthInTenths('19990', '20000', 1)).toBe('-0.1');
  });

  it('and the average increase divides the whole change', () => {
    expect(averageIncrease('150', '100', 5)).toBe('10');
    expect(averageIncrease('150', '100', 0)).toBeNull();
  });
});

describe('ratio, share, multiple', () => {
  it.each([
    [ratio('105', '144'), '72.9'],
    [ratio('0', '5'), '0.0'],
    [share('1', '3'), '33.3'],
    [ratio('350', '100'), '350.0'],
  ])('%s', (value, expected) => {
    expect(round(value as string, 1)).toBe(expected);
  });

  it('do not exist without a whole', () => {
    expect([
      ratio('1', '0'),
      share('1', '0'),
      share('1', '-2'),
      multiple('1', '0'),
      divide('1', '0'),
    ]).toEqual([null, null, null, null, null]);
  });

  it('a rate over several units is that of the sums, not the mean of the rates', () => {
    const [a, b] = [
      ['90', '100'],
      ['1', '10'],
    ] as const;
    expect(round(ratio(sum([a[0], b[0]]), sum([a[1], b[1]])) as string, 1)).toBe('82.7');
  });
});

describe('sum', () => {
  it('is exact where floats are not', () => {
    expect(sum(['0.1', '0.2'])).toBe('0.3');
    expect(sum([])).toBe('0');
  });

  it('does not depend on the order, and taking away what was added leaves the rest', () => {
    fc.assert(
      fc.property(fc.array(money, { maxLength: 20 }), money, (values, one) => {
        expect(sum([...values].reverse())).toBe(sum(values));
        expect(change(sum([...values, one]), one)).toBe(sum(values));
      }),
    );
  });

  it('is exact from 元 to 万元 and back', () => {
    fc.assert(
      fc.property(
        money,
        (value) => compare(multiply(divide(value, '10000') as string, '10000'), value) === 0,
      ),
    );
  });
});

describe('plain', () => {
  it.each([
    ['1e+21', '1000000000000000000000'],
    ['1e-7', '0.0000001'],
    ['-0', '0'],
    ['12.500', '12.5'],
  ])('%s is %s', (value, text) => {
    expect(plain(value)).toBe(text);
  });
});

describe('rank', () => {
  it('lets equal values share a place and leaves out the next', () => {
    expect(rank(['5', '9', '5.0', '1'])).toEqual([2, 1, 2, 4]);
    expect(rank(['5', '9', '5.0', '1'], 'lowest')).toEqual([2, 4, 2, 1]);
    expect(rank([])).toEqual([]);
  });

  it('gives the same place to the same value and a better one to a higher', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1 }), (values) => {
        const places = rank(values);
        expect(Math.min(...places)).toBe(1);
        values.forEach((a, i) =>
          values.forEach((b, j) =>
            expect(Math.sign(b - a)).toBe(
              Math.sign((places[i] as number) - (places[j] as number)) + 0,
            ),
          ),
        );
      }),
    );
  });
});
