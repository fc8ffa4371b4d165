import { describe, expect, it } from 'vitest';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { testIndicator } from '@/lib/domain/catalogue/test-indicator';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import { exactValue, yearChange } from './year-change';

const count = testIndicator('T1', {
  display: { scale: '万', decimals: 2, moneyUnit: null },
});
const money: Indicator = {
  ...count,
  unit: '元',
  display: { scale: '万', decimals: 2, moneyUnit: '万元' },
};
const rate: Indicator = {
  ...count,
  unit: '%',
  nature: 'ratio',
  display: { scale: 'none', decimals: 1, moneyUnit: null },
};
const rank: Indicator = { ...count, unit: '位', nature: 'rank' };

describe('yearChange', () => {
  it.each([
    ['a rise', count, '550', '500', { amount: '+50', isPoints: false, percent: '+10.0%' }],
    [
      'a fall, 43.29 % as it is printed to one decimal',
      count,
      '262',
      '462',
      { amount: '−200', isPoints: false, percent: '−43.3%' },
    ],
    ['no change', count, '7', '7', { amount: '0', isPoints: false, percent: '0.0%' }],
    [
      'from nothing: an amount, no growth',
      count,
      '12',
      '0',
      { amount: '+12', isPoints: false, percent: null },
    ],
    [
      'thousands, not grouped',
      count,
      '12025',
      '11000',
      { amount: '+1025', isPoints: false, percent: '+9.3%' },
    ],
    [
      'money in the unit of its field',
      money,
      '1164500',
      '1000000',
      { amount: '+16.45', isPoints: false, percent: '+16.5%' },
    ],
    ['a rate changes in points', rate, '98', '90', { amount: '+8', isPoints: true, percent: null }],
    ['a rank has neither', rank, '2', '3', { amount: null, isPoints: false, percent: null }],
    ['nothing typed', count, null, '3', { amount: null, isPoints: false, percent: null }],
    ['nothing the year before', count, '3', null, { amount: null, isPoints: false, percent: null }],
  ])('%s', (_case, indicator, current, previous, expected) => {
    expect(yearChange(current, { value: previous }, indicator)).toEqual(expected);
  });
});

describe('yearChange of figures that are not of the same', () => {
  const period = parsePeriodCode('2021')!;
  const stock: Indicator = { ...count, nature: 'stock' };
  it.each([
    ['another scope', count, { scopeNote: '市本级' }, {}, 'scope'],
    ['another date', stock, { asOf: '2021-12' }, { asOf: '2020-06' }, 'date'],
    ['another span', count, { asOf: '2021-02' }, {}, 'span'],
    ['the same date of both years', stock, { asOf: '2021-06' }, { asOf: '2020-06' }, undefined],
    ['the whole year by its last month', stock, { asOf: '2021-12' }, {}, undefined],
    ['a remark, no scope', count, { scopeNote: '是否含咨询未写明' }, {}, undefined],
  ] as const)('%s', (_case, indicator, of, before, withheld) => {
    const said = yearChange('550', { value: '500', ...before }, indicator, undefined, {
      of,
      period,
    });
    expect(said.withheld).toBe(withheld);
    expect(said.amount).toBe(withheld ? null : '+50');
  });
});

describe('yearChange of rates that were worked out', () => {
  const [now, before] = ['85.342857142857', '83.011111111111'];
  it.each([
    ['in both years, rounded as it is printed', null, null, { now, before }, '+2.3'],
    ['beside a reported one', '86', null, { now, before }, '+3'],
    ['not in place of a reported one', '86', '85.5', { now, before }, '+0.5'],
    ['to the same rate', null, null, { now, before: '85.31' }, '0'],
    ['without one last year', null, null, { now, before: null }, null],
  ])('%s', (_case, reported, previous, worked, amount) => {
    expect(
      yearChange(reported, previous === null ? null : { value: previous }, rate, worked),
    ).toEqual({ amount, isPoints: true, percent: null });
  });
});

describe('exactValue', () => {
  it('says money in 元 to its last digit', () => {
    expect(exactValue('12345600', money)).toBe('12345600元');
    expect(exactValue('0.5', money)).toBe('0.5元');
  });
});
