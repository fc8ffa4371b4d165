// Indicators and figures for tests of roll-ups.
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';

/** An indicator of this nature; a rate with the codes of its parts. */
export const indicator = (
  code: string,
  nature: Indicator['nature'],
  parts: [string, string] | null = null,
): Indicator => ({
  code,
  name: code,
  nameEn: code,
  section: 'XX',
  unit: nature === 'ratio' ? '%' : '个',
  nature,
  direction: 'up',
  display: { scale: 'none', decimals: nature === 'ratio' ? 1 : 0, moneyUnit: null },
  partOf: null,
  partsAddUp: false,
  numerator: parts?.[0] ?? null,
  denominator: parts?.[1] ?? null,
  chain: null,
  honour: false,
  level: null,
  definition: '',
  core: true,
  verb: null,
  aliases: [],
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
