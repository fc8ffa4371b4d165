import { describe, expect, test } from 'vitest';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import type { Figure, Shown } from '../figure/figure';
import { averageRateOf } from '../comparison/average';
import { averageAmount, averageRate } from './average-change';
import { proseOf, scope } from './test-input';
import type { Sourced } from '../comparison/sourced';
import type { LexicalisedChange } from './lexicalise-change';

test.each<[string, string, string, string, string]>([
  ['members', 'ZZ025', '60000', '110000', '年均净增12500人，年均增长16.4%'],
  ['not whole, many', 'ZZ025', '100', '167', '年均净增17人，年均增长13.7%'],
  ['not whole, few', 'ZZ001', '100', '110', '年均净增2.5个，年均增长2.4%'],
  ['fewer', 'ZZ025', '100000', '96000', '年均减少1000人，年均下降1.0%'],
  ['from under ten: no rate', 'ZZ001', '4', '24', '年均净增5个。'],
])('%s: the years are counted from the base', (_, code, first, last, said) => {
  expect(
    proseOf(
      scope('2012..2016', {
        '2012': { [code]: first },
        '2014': { [code]: first },
        '2016': { [code]: last },
      }),
    ),
  ).toContain(said);
});

const members = standardCatalogue.indicators.find(({ code }) => code === 'ZZ025')!;
const aid = standardCatalogue.indicators.find(({ code }) => code === 'BF003')!;
const figure = (value: string, shown: Shown | null): Figure => ({
  indicator: members.code,
  measure: 'level',
  answer: 'number',
  value,
  shown,
  qualifier: '',
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
});
const sourced = (value: string, shown: Shown | null = null): Sourced => ({
  figure: figure(value, shown),
  keys: [],
});
const said = (stated: LexicalisedChange[]) =>
  stated.map(({ word, number }) => `${word}${number?.text}`).join();

describe('an average amount', () => {
  const inTenThousands: Shown = { scale: '万', decimals: 1, unit: '人' };
  test.each<[string, string, string, number, Shown | null, string]>([
    [
      'of figures in 万 is in 万, two places at least',
      '110000',
      '60000',
      4,
      inTenThousands,
      '净增1.25万人',
    ],
    ['in 万 may be less than one', '61000', '60000', 4, inTenThousands, '净增0.03万人'],
    [
      'in 万 with three places keeps them',
      '61000',
      '60000',
      4,
      { ...inTenThousands, decimals: 3 },
      '净增0.025万人',
    ],
    ['in 万 that would print as nothing is not said', '60180', '60000', 4, inTenThousands, ''],
    ['in 万 of the least that prints', '60200', '60000', 4, inTenThousands, '净增0.01万人'],
    ['in 万 that fell', '60000', '110000', 4, inTenThousands, '减少1.25万人'],
    ['of a single year is none', '110000', '60000', 1, inTenThousands, ''],
    ['of two years is half the change', '140', '100', 2, null, '净增20人'],
    ['that is nothing is not said', '100', '100', 4, null, ''],
    ['of less than one piece is not said', '103', '100', 4, null, ''],
    ['of exactly one piece is', '104', '100', 4, null, '净增1人'],
    ['of just under ten has one place', '139', '100', 4, null, '净增9.8人'],
    ['of ten has none', '141', '100', 4, null, '净增10人'],
  ])('%s', (_, last, base, years, shown, text) => {
    expect(said(averageAmount(sourced(last, shown), sourced(base, shown), years, members))).toBe(
      text,
    );
  });

  test('of money may be less than one yuan a year', () => {
    expect(said(averageAmount(sourced('102'), sourced('100'), 4, aid))).toBe('净增0.5元');
  });
});

describe('an average rate', () => {
  test.each<[string, string, string, number, string | null]>([
    ['doubled in five years', '20', '10', 5, '14.9'],
    ['from just ten', '11', '10', 2, '4.9'],
    ['from under ten', '11', '9', 2, null],
    ['from exactly nothing', '11', '0', 2, null],
    ['from below nothing', '11', '-20', 2, null],
    ['down to nothing', '0', '20', 2, null],
    ['down below nothing', '-1', '20', 2, null],
    ['of a single year', '20', '10', 1, null],
  ])('%s', (_, last, base, years, rate) => {
    expect(averageRateOf(figure(last, null), figure(base, null), years)).toBe(rate);
  });

  test.each<[string, string, string]>([
    ['100000', '100000', ''],
    ['100100', '100000', ''],
    ['100300', '100000', '增长0.1%'],
    ['99700', '100000', '下降0.1%'],
  ])('%s from %s in three years', (last, base, text) => {
    expect(said(averageRate(sourced(last), sourced(base), 3, members))).toBe(text);
  });
});
