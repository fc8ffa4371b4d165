import { describe, expect, test } from 'vitest';
import type { Qualifier } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { totalOf, tallyOf } from './rollup';
import { printRollUp, printRollUpChange } from './print';

const indicator = (
  unit: string,
  nature: Indicator['nature'],
  display: Indicator['display'],
): Indicator => ({
  code: 'XX001',
  name: '指标',
  nameEn: 'Indicator',
  section: 'XX',
  unit,
  nature,
  direction: 'up',
  display,
  partOf: null,
  partsAddUp: false,
  numerator: null,
  denominator: null,
  chain: null,
  honour: false,
  level: null,
  definition: '',
  core: true,
  verb: null,
  aliases: [],
});
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
  });
  test('is not stated of years running', () => {
    expect(printRollUpChange(total('5', streak), total('4', streak), streak)).toBeNull();
  });
});
