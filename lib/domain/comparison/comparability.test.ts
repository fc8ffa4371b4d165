// The gate by its cases: scope, date and span of two numbers, and whether several may be added up.
import { expect, test } from 'vitest';
import {
  isOfItsMonths,
  offsetOf,
  scopeOf,
  whyIncomparable,
  whyNotTogether,
  type Offset,
  type Placed,
} from './comparability';

const of = (scopeNote: string | null = null, offset?: Offset): Placed => ({
  figure: { scopeNote },
  offset,
});
const year = { from: '2021-01', to: '2021-12' };

test.each([
  [null, null, undefined],
  [null, '2021', undefined],
  ['2021', '2021-12', undefined],
  [null, '2021-06', { start: 0, end: -6 }],
  [null, '2022-01', { start: 0, end: 1 }],
  [null, '2020', { start: 0, end: -12 }],
  ['2021-03', null, { start: 2, end: 0 }],
  ['2020-11', '2021-10', { start: -2, end: -2 }],
])('from %s as of %s lies at %j of its year', (from, asOf, offset) => {
  expect(offsetOf({ from, asOf }, year)).toEqual(offset);
});

test('a date is seen from a part of a year as from a whole one', () => {
  const firstQuarter = { from: '2021-01', to: '2021-03' };
  expect(offsetOf({ from: null, asOf: '2021-03' }, firstQuarter)).toBeUndefined();
  expect(offsetOf({ from: null, asOf: '2021-05' }, firstQuarter)).toEqual({ start: 0, end: 2 });
});

test.each([
  [null, null],
  ['一线职工', '一线职工'],
  ['口径未写明', null],
  ['两级合计', null],
  ['合计中的本级', '合计中的本级'],
])('the scope of %s is %s', (scopeNote, scope) => {
  expect(scopeOf({ scopeNote })).toBe(scope);
});

const june: Offset = { start: 0, end: -6 };
const fromMarch: Offset = { start: 2, end: 0 };

test.each([
  ['the same', of(), of(), 'flow', null],
  ['one scope', of('本级'), of('本级'), 'stock', null],
  ['two scopes', of('本级'), of(), 'stock', 'scope'],
  ['another date of a stock', of(null, june), of(), 'stock', 'date'],
  ['the same date of a stock', of(null, june), of(null, june), 'stock', null],
  ['another start of a stock, which has none', of(null, fromMarch), of(), 'stock', null],
  ['another start of a flow', of(null, fromMarch), of(), 'flow', 'span'],
  ['another end of a flow', of(), of(null, june), 'flow', 'span'],
  ['another start of a rate', of(null, fromMarch), of(), 'ratio', 'date'],
  ['scope before date', of('本级', june), of(), 'stock', 'scope'],
] as const)('%s: %#', (_, a, b, nature, why) => {
  expect(whyIncomparable(a, b, nature)).toBe(why);
  expect(whyIncomparable(b, a, nature)).toBe(why);
});

test.each([
  ['none', [], 'flow', null],
  ['one', [of()], 'flow', null],
  ['whole years of one scope', [of('本级'), of('本级')], 'flow', null],
  ['years of two scopes', [of(), of('本级')], 'flow', 'scope'],
  ['a part of a year', [of(), of(null, june)], 'flow', 'span'],
  ['a stock of another date, both alike', [of(null, june), of(null, june)], 'stock', 'date'],
  ['a standard of another date', [of(null, june), of(null, june)], 'standard', null],
] as const)('%s together', (_, numbers, nature, why) => {
  expect(whyNotTogether(numbers, nature)).toBe(why);
});

test.each([
  ['flow', null, true],
  ['stock', null, false],
  ['ratio', 'flow', true],
  ['ratio', 'stock', false],
  ['ratio', 'nobody', false],
  ['ratio', null, false],
  ['stock', 'flow', false],
] as const)('a %s over %s is of all months: %s', (nature, numerator, isIt) => {
  const natureOf = (code: string) => (code === 'flow' || code === 'stock' ? code : undefined);
  expect(isOfItsMonths({ nature, numerator }, natureOf)).toBe(isIt);
});
