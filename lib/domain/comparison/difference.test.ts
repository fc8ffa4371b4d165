import { describe, expect, test } from 'vitest';
import { differenceOf, isNearlyFlat, type Difference } from './difference';
import { leaning } from '../figure/leaning';
import { printAmount, printGrowth, printTotal } from './print-row';
import type { Figure, Qualifier } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';

const count = {
  code: 'JG001',
  unit: '件',
  nature: 'flow',
  direction: 'up',
  display: { scale: 'none', decimals: 0, moneyUnit: null },
} as Indicator;
const rate = { ...count, unit: '%', nature: 'ratio' } as Indicator;
const people = {
  ...count,
  unit: '人',
  nature: 'stock',
  display: { scale: '万', decimals: 2, moneyUnit: null },
} as Indicator;
const money = {
  ...count,
  unit: '元',
  display: { scale: 'none', decimals: 2, moneyUnit: '万元' },
} as Indicator;

const figure = (
  value: string,
  qualifier: Qualifier = '',
  shown: Figure['shown'] = { scale: 'none', decimals: 0, unit: '件' },
): Figure => ({
  indicator: 'JG001',
  measure: 'level',
  answer: 'number',
  value,
  shown,
  qualifier,
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
});

test.each<[string, Qualifier, ReturnType<typeof leaning>]>([
  ['5', '', 'exact'],
  ['5', '余', 'above'],
  ['5', '多', 'above'],
  ['5', '以上', 'above'],
  ['5', '近', 'below'],
  ['5', '约', 'either'],
  ['5', '左右', 'either'],
  // "0余" does not say on which side.
  ['0', '余', 'either'],
  ['0', '', 'exact'],
])('%s%s lies %s', (value, qualifier, side) => {
  expect(leaning(figure(value, qualifier))).toBe(side);
});

const differ = (current: Figure, base: Figure, of: Indicator) =>
  differenceOf({ figure: current, keys: [] }, { figure: base, keys: [] }, of);
const difference = (current: Figure, base: Figure, of: Indicator) =>
  differ(current, base, of) as Difference;

describe('what may be said of a difference', () => {
  test.each([
    ['120', '100', count, '+20件', '+20.0%'],
    ['90', '100', count, '−10件', '−10.0%'],
    ['100', '100', count, '0件', '0.0%'],
    ['5', '0', count, '+5件', null],
    ['-5', '-10', count, '+5件', null],
    ['12', '9', count, '+3件', null],
    ['12', '9.99', count, '+2.01件', null],
    ['12', '10', count, '+2件', '+20.0%'],
    ['5', '10', count, '−5件', '−50.0%'],
    ['9', '11', count, '−2件', '−18.2%'],
    ['98', '90', rate, '+8个百分点', null],
    ['87', '85.2', rate, '+1.8个百分点', null],
  ])('%s against %s', (current, base, indicator, amount, growth) => {
    const [now, then] = [figure(current), figure(base)];
    const found = differ(now, then, indicator);
    expect(found && [printAmount(found, true), printGrowth(found, true)]).toEqual([amount, growth]);
  });

  test.each<[string, Qualifier, string, Qualifier, string | null]>([
    ['98', '以上', '90', '', '8个百分点以上'],
    ['98', '以上', '90', '近', '8个百分点以上'],
    ['98', '以上', '90', '以上', null],
    ['88', '以上', '90', '', null],
    ['88', '近', '90', '', '2个百分点以上'],
    ['98', '近', '90', '', null],
    ['98', '约', '90', '', null],
    ['98', '', '90', '左右', null],
    ['88', '', '90', '余', '2个百分点以上'],
  ])('%s%s against %s%s', (current, mark, base, otherMark, said) => {
    const [now, then] = [figure(current, mark), figure(base, otherMark)];
    const found = differ(now, then, rate);
    expect(found && printAmount(found)).toBe(said);
  });

  test('under half a per cent is nearly flat, equal is not', () => {
    const near = (current: string) =>
      isNearlyFlat(difference(figure(current), figure('1000'), count));
    expect([near('1004'), near('1005'), near('1000')]).toEqual([true, false, false]);
  });

  test('part of a year is not set against the whole, ranks not at all', () => {
    const part = { figure: figure('5'), keys: [], offset: { start: 0, end: -9 } };
    expect(differenceOf(part, { figure: figure('4'), keys: [] }, count)).toBeNull();
    expect(differenceOf(part, { ...part, figure: figure('4') }, count)?.amount).toBe('1');
    expect(differ(figure('1'), figure('2'), { ...count, nature: 'rank' })).toBeNull();
  });
});

describe('how differences and totals print', () => {
  const inWan = { scale: '万' as const, decimals: 2, unit: '人' };
  test('a difference of figures in 万 keeps their precision, and single persons where it is finer', () => {
    const [now, then] = [figure('482900', '', inWan), figure('452200', '', inWan)];
    expect(printAmount(difference(now, then, people))).toBe('3.07万人');
    const exact = figure('452201', '', { scale: 'none', decimals: 0, unit: '人' });
    expect(printAmount(difference(now, exact, people))).toBe('30699人');
  });

  test('totals add up to the last digit that any part has', () => {
    const part = (value: string, decimals: number) =>
      figure(value, '', { scale: '万', decimals, unit: '元' });
    expect(printTotal('1030750', [part('978000', 1), part('52750', 3)], money)).toBe('103.075万元');
    expect(printTotal('180', [figure('100', '余'), figure('80')], count)).toBe('180件以上');
  });
});
