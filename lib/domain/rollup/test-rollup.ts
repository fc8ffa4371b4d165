// Indicators and figures for tests of roll-ups.
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { testIndicator } from '../catalogue/test-indicator';

/** An indicator of this nature; a rate with the codes of its parts. */
export const indicator = (
  code: string,
  nature: Indicator['nature'],
  parts: [string, string] | null = null,
): Indicator =>
  testIndicator(code, {
    unit: nature === 'ratio' ? '%' : '个',
    nature,
    display: { scale: 'none', decimals: nature === 'ratio' ? 1 : 0, moneyUnit: null },
    numerator: parts?.[0] ?? null,
    denominator: parts?.[1] ?? null,
  });
/** A figure of the year. */
export const figure = (code: string, value: string | null, rest: Partial<Figure> = {}): Figure => ({
  indicator: code,
  measure: 'level',
  answer: value === null ? 'blank' : 'number',
  value,
  shown: null,
  qualifier: '',
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
  ...rest,
});

export const [flow, stock, top, bottom] = [
  indicator('F', 'flow'),
  indicator('S', 'stock'),
  indicator('T', 'flow'),
  indicator('B', 'flow'),
];
export const rate = indicator('R', 'ratio', ['T', 'B']);
export const year = { from: '2021-01', to: '2021-12' };
