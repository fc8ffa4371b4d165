import { expect, test } from 'vitest';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import type { SourceReport } from './source';
import { workOut } from './rates';
import { indexed } from './sourced';

const { indicators } = standardCatalogue;
const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
const rate = byCode.get('ZZ034') as Indicator;

function figure(indicator: string, value: string | null, more: Partial<Figure> = {}): Figure {
  const answer = value === null ? 'blank' : 'number';
  return {
    indicator,
    measure: 'level',
    answer,
    value,
    shown: null,
    qualifier: '',
    baseYear: null,
    asOf: null,
    from: null,
    scopeNote: null,
    note: null,
    ...more,
  };
}

function report(...figures: Figure[]): SourceReport {
  const period = { code: '2021', kind: 'year', from: '2021-01', to: '2021-12' } as const;
  return { unit: '1', period, submission: 1, standing: 'approved', madeUp: false, figures };
}

test.each<[string, Figure[], string | null]>([
  [
    'numerator ÷ denominator, with one decimal',
    [figure('ZZ025', '900'), figure('ZZ023', '1100')],
    '81.8',
  ],
  ['a whole number stays one', [figure('ZZ025', '900'), figure('ZZ023', '900')], '100'],
  [
    'also beside an empty cell of the rate itself',
    [figure('ZZ034', null), figure('ZZ025', '900'), figure('ZZ023', '1000')],
    '90',
  ],
  [
    'a rate that was reported stands',
    [figure('ZZ034', '95'), figure('ZZ025', '900'), figure('ZZ023', '1000')],
    null,
  ],
  ['a part is missing', [figure('ZZ025', '900')], null],
  ['nothing to divide by', [figure('ZZ025', '900'), figure('ZZ023', '0')], null],
  [
    'an approximate part',
    [figure('ZZ025', '900', { qualifier: '近' }), figure('ZZ023', '1000')],
    null,
  ],
  [
    'parts of different scope',
    [figure('ZZ025', '900', { scopeNote: '市本级' }), figure('ZZ023', '1000')],
    null,
  ],
  [
    'a numerator of another scope',
    [figure('ZZ025', '900'), figure('ZZ023', '1000', { scopeNote: '市本级' })],
    null,
  ],
  [
    'an approximate denominator',
    [figure('ZZ025', '900'), figure('ZZ023', '1000', { qualifier: '余' })],
    null,
  ],
  [
    'parts of one scope that is not all of it',
    [
      figure('ZZ025', '900', { scopeNote: '市本级' }),
      figure('ZZ023', '1000', { scopeNote: '市本级' }),
    ],
    null,
  ],
  [
    'a numerator of another date',
    [figure('ZZ025', '900', { asOf: '2021-06' }), figure('ZZ023', '1000')],
    null,
  ],
  [
    'a denominator of another date',
    [figure('ZZ025', '900'), figure('ZZ023', '1000', { asOf: '2021-06' })],
    null,
  ],
  [
    'parts counted from different months',
    [
      figure('ZZ025', '900', { from: '2021-01', asOf: '2021-06' }),
      figure('ZZ023', '1000', { from: '2021-03', asOf: '2021-06' }),
    ],
    null,
  ],
  [
    'parts of the same months',
    [
      figure('ZZ025', '900', { from: '2021-01', asOf: '2021-06' }),
      figure('ZZ023', '1000', { from: '2021-01', asOf: '2021-06' }),
    ],
    '90',
  ],
])('%s', (_, figures, expected) => {
  const found = workOut(indexed(report(...figures)), rate, byCode);
  expect(found && Number(found.figure.value)).toBe(expected === null ? null : Number(expected));
});

test('it names both figures and how it came about', () => {
  const found = workOut(
    indexed(report(figure('ZZ025', '900'), figure('ZZ023', '1000'))),
    rate,
    byCode,
  );
  expect(found?.keys.map(({ indicator }) => indicator)).toEqual(['ZZ025', 'ZZ023']);
  expect(found?.computed).toEqual({ kind: 'ratio', formula: '900人÷1000人×100%' });
});
