import { describe, expect, test } from 'vitest';
import type { Qualifier } from '../figure/figure';
import {
  addTallies,
  emptyTally,
  isNarrowed,
  isOfPeriod,
  rateOf,
  rollUp,
  ruleOf,
  tallyOf,
  totalOf,
  wayOf,
  type Total,
} from './rollup';
import { indicator, figure, flow, stock, rate, year } from './test-rollup';

describe('what may be added up', () => {
  test.each([
    ['flow', null, 'sum'],
    ['stock', null, 'sum'],
    ['ratio', ['T', 'B'], 'ratio'],
    ['ratio', null, 'none'],
    ['streak', null, 'highest'],
    ['standard', null, 'none'],
    ['rank', null, 'none'],
  ] as const)('%s with parts %j: %s', (nature, parts, rule) => {
    expect(ruleOf(indicator('X', nature, parts as [string, string] | null))).toBe(rule);
  });
  test('a rate of which one part is not named has no total', () => {
    expect(ruleOf({ nature: 'ratio', numerator: 'T', denominator: null })).toBe('none');
    expect(ruleOf({ nature: 'ratio', numerator: null, denominator: 'B' })).toBe('none');
  });
  test('a stock is named apart from a flow, though both are summed', () => {
    expect(
      [flow, stock, rate, indicator('X', 'streak'), indicator('X', 'rank')].map(wayOf),
    ).toEqual(['sum', 'stock', 'ratio', 'highest', 'none']);
  });
});

describe('a total says how sure it is', () => {
  const cases: [Qualifier[], Qualifier][] = [
    [['', ''], ''],
    [['', '余'], '以上'],
    [['多', '以上'], '以上'],
    [['近', ''], '近'],
    [['近', '余'], '约'],
    [['约', ''], '约'],
    [['左右', '近'], '约'],
  ];
  test.each(cases)('%j → %s', (qualifiers, expected) => {
    expect(
      totalOf(flow, tallyOf(qualifiers.map((qualifier) => ({ value: '1', qualifier })))),
    ).toMatchObject({ value: String(qualifiers.length), qualifier: expected });
  });
});

describe('a figure of another date stays out', () => {
  test.each([
    [null, null, true],
    ['2021', null, true],
    ['2021-12', null, true],
    ['2021-10', null, false],
    ['2020', null, false],
    ['2021-12', '2021-07', false],
    ['2021-12', '2021-01', true],
    ['2021-12', '2021', true],
    [null, '2021', true],
    [null, '2020', false],
  ])('as of %s from %s: %s', (asOf, from, expected) => {
    expect(isOfPeriod({ asOf, from }, year)).toBe(expected);
  });
  test('a year is not the end of a period that ends earlier', () => {
    expect(isOfPeriod({ asOf: '2012', from: null }, { from: '2012-01', to: '2012-04' })).toBe(
      false,
    );
  });
});

describe('reports of units', () => {
  const reports = new Map([
    [
      'a',
      [
        figure('F', '3'),
        figure('S', '10'),
        figure('T', '1'),
        figure('B', '4'),
        figure('F', '99', { measure: 'growth' }),
      ],
    ],
    ['b', [figure('F', null), figure('S', '5', { asOf: '2021-06' }), figure('T', '5')]],
    ['c', [figure('F', '0.5'), figure('S', '7'), figure('T', '2'), figure('B', '6')]],
  ]);
  const row = (code: string) =>
    rollUp([flow, stock, rate, indicator('Z', 'rank')], reports, year).get(code);
  test('a flow is the sum of what has a number', () => {
    expect(row('F')).toMatchObject({
      value: '3.5',
      counted: ['a', 'c'],
      lacking: ['b'],
      otherDate: [],
    });
  });
  test('a stock of another date is named, not added', () => {
    expect(row('S')).toMatchObject({
      value: '17',
      counted: ['a', 'c'],
      lacking: [],
      otherDate: ['b'],
    });
  });
  test('a rate takes only units that have both parts, and is no average', () => {
    expect(row('R')).toMatchObject({ value: '30.0', units: 2, lacking: ['b'] });
  });
  test('what cannot be added up has no total', () => {
    expect(row('Z')).toMatchObject({ value: null, why: 'not-summable' });
  });
  test('no rate without anything to divide by', () => {
    const none = tallyOf([{ value: '0', qualifier: '' }]);
    expect(rateOf(rate, { numerator: none, denominator: none })).toMatchObject({
      value: null,
      why: 'nothing-to-divide-by',
    });
  });
});

describe('one total', () => {
  const tally = (...values: string[]) => tallyOf(values.map((value) => ({ value, qualifier: '' })));
  const none = { value: null, qualifier: '', units: 0 };
  test('of years running is the highest, not the sum', () => {
    expect(totalOf(indicator('X', 'streak'), tally('3', '11', '7'))).toEqual({
      value: '11',
      qualifier: '',
      units: 3,
      why: null,
    });
  });
  test('of nothing says so', () => {
    expect(totalOf(flow, emptyTally)).toEqual({ ...none, why: 'nothing-reported' });
    expect(tallyOf([])).toEqual(emptyTally);
    expect(addTallies([emptyTally, tally('3')])).toEqual(tally('3'));
    expect(rateOf(rate, { numerator: emptyTally, denominator: tally('1') })).toEqual({
      ...none,
      why: 'nothing-reported',
    });
  });
  test('is of its own kind: a rate is no sum, a sum no rate', () => {
    expect(totalOf(rate, tally('90'))).toEqual({ ...none, why: 'not-summable' });
    expect(rateOf(flow, { numerator: tally('1'), denominator: tally('2') })).toEqual({
      ...none,
      why: 'not-summable',
    });
  });
  test.each<[Qualifier, Qualifier, Qualifier]>([
    ['', '', ''],
    ['余', '', '约'],
    ['', '近', '约'],
  ])('a rate of parts that are %j and %j is %j', (numerator, denominator, qualifier) => {
    expect(
      rateOf(rate, {
        numerator: tallyOf([{ value: '1', qualifier: numerator }]),
        denominator: tallyOf([{ value: '4', qualifier: denominator }]),
      }),
    ).toEqual({ value: '25.0', qualifier, units: 1, why: null });
  });
  test('a rate of which nobody reported the other part lacks all its units', () => {
    expect(rollUp([rate], new Map([['a', [figure('T', '1')]]]), year).get('R')).toEqual({
      ...none,
      why: 'nothing-reported',
      counted: [],
      lacking: ['a'],
      otherDate: [],
    });
  });
  test('a rate of which a part is of another date leaves its unit out', () => {
    const late = { asOf: '2021-06' };
    for (const parts of [
      [figure('T', '1', late), figure('B', '4')],
      [figure('T', '1'), figure('B', '4', late)],
    ])
      expect(rollUp([rate], new Map([['a', parts]]), year).get('R')).toMatchObject({
        value: null,
        counted: [],
        otherDate: ['a'],
      });
  });
});

describe('changes of fewer units than the totals', () => {
  const total = (value: string | null, units: number): Total => ({
    value,
    units,
    qualifier: '',
    why: null,
  });
  const totals = [total('10', 3), total('8', 3)];
  test.each<[string, Total[], boolean]>([
    ['the same', totals, false],
    ['another value', [total('9', 3), total('8', 3)], true],
    ['fewer units, and the same by chance', [total('10', 3), total('8', 2)], true],
    ['none', [], false],
    ['one more than there are totals', [...totals, total('7', 3)], true],
  ])('%s', (_, alike, expected) => {
    expect(isNarrowed([{ totals, alike }])).toBe(expected);
    expect(
      isNarrowed([
        { totals, alike: totals },
        { totals, alike },
      ]),
    ).toBe(expected);
  });
});
