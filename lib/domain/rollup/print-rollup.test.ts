import { describe, expect, test } from 'vitest';
import type { Qualifier } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { testIndicator } from '../catalogue/test-indicator';
import { totalOf, tallyOf } from './rollup';
import { countedOf, figureOfTotal, printRollUp, printRollUpChange } from './print-rollup';

const indicator = (
  unit: string,
  nature: Indicator['nature'],
  display: Indicator['display'],
): Indicator => testIndicator('XX001', { unit, nature, display });
const count = indicator('件', 'flow', { scale: 'none', decimals: 0, moneyUnit: null });
const people = indicator('人', 'flow', { scale: '万', decimals: 2, moneyUnit: null });
const money = indicator('元', 'flow', { scale: 'none', decimals: 2, moneyUnit: '万元' });
const streak = indicator('年', 'streak', { scale: 'none', decimals: 0, moneyUnit: null });
const total = (value: string, of: Indicator, qualifier: Qualifier = '') =>
  totalOf(of, tallyOf([{ value, qualifier }]));

describe('a total prints in the unit it is typed in, with every digit it has', () => {
  test.each<[string, Indicator, string]>([
    ['0', count, '0件'],
    ['1234', count, '1234件'],
    ['855000', people, '855000人'],
    ['115984680', money, '11598.468万元'],
    // Money has four decimals at most: a fen of a 万元 is beyond them.
    ['115984680.12', money, '11598.4680万元'],
    ['115984685.12', money, '11598.4685万元'],
  ])('%s', (value, of, printed) => {
    expect(printRollUp(total(value, of), of)).toBe(printed);
  });
  test('of nothing there is none', () => {
    expect(printRollUp(totalOf(count, tallyOf([])), count)).toBeNull();
  });
  test('a rate keeps the decimals of its indicator', () => {
    const rate = indicator('%', 'ratio', { scale: 'none', decimals: 2, moneyUnit: null });
    expect(printRollUp({ value: '30', qualifier: '约' }, rate)).toBe('约30.00%');
  });
  test('as a figure it is a level with a number, or blank', () => {
    expect(figureOfTotal(total('12', count, '余'), count)).toEqual({
      indicator: 'XX001',
      measure: 'level',
      answer: 'number',
      value: '12',
      shown: { scale: 'none', decimals: 0, unit: '件' },
      qualifier: '以上',
      baseYear: null,
      asOf: null,
      from: null,
      scopeNote: null,
      note: null,
    });
    expect(figureOfTotal(totalOf(count, tallyOf([])), count)).toMatchObject({
      answer: 'blank',
      value: null,
      shown: null,
    });
  });
  test('says how many units are in it, of how many', () => {
    expect(countedOf({ units: 8, why: null, beside: 1 }, 9)).toBe('8/10');
    expect(countedOf({ units: 0, why: 'nothing-reported', beside: 0 }, 9)).toBe('0/9');
    expect(countedOf({ units: 0, why: 'not-summable', beside: 1 }, 9)).toBe('—');
  });
});

describe('the change of a total', () => {
  test.each<[string, Qualifier, string, Qualifier, [string, string | null] | null]>([
    ['120', '', '100', '', ['+20件', '+20.0%']],
    ['90', '', '100', '', ['−10件', '−10.0%']],
    ['100', '', '100', '', ['0件', '0.0%']],
    ['5', '', '0', '', ['+5件', null]],
    ['120', '以上', '100', '', ['+20件以上', '+20.0%以上']],
    // At least as much as before: of that no change is stated.
    ['100', '以上', '100', '', null],
    ['120', '以上', '100', '以上', null],
  ])('%s%s after %s%s', (value, mark, before, markBefore, expected) => {
    const change = printRollUpChange(
      total(value, count, mark),
      total(before, count, markBefore),
      count,
    );
    expect(change && [change.amount, change.percent]).toEqual(expected);
    // What is printed is there as a number too, and what is not is not.
    if (change) expect(change.percentNumber === null).toBe(change.percent === null);
  });
  test('is not stated of years running', () => {
    expect(printRollUpChange(total('5', streak), total('4', streak), streak)).toBeNull();
  });
});
