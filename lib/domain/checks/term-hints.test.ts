import { describe, expect, test } from 'vitest';
import type { Indicator } from '../catalogue/indicator';
import { termHint, yearsOnFile } from './term-hints';

const flow = { code: 'F', nature: 'flow', numerator: null, denominator: null } as const;
const stock = { code: 'S', nature: 'stock', numerator: null, denominator: null } as const;
const rate = { code: 'R', nature: 'ratio', numerator: 'F', denominator: 'G' } as const;
const natures: Record<string, Indicator['nature']> = {
  F: 'flow',
  G: 'flow',
  S: 'stock',
  R: 'ratio',
};
const all = [2017, 2018, 2019, 2020, 2021];
const on = (...values: Record<string, string>[]) =>
  new Map(values.map((one, at) => [all[at]!, new Map(Object.entries(one))]));
const five = on(...all.map((_, at) => ({ F: String(100 + at), G: '200', S: String(1000 + at) })));
const hint = (indicator: Parameters<typeof termHint>[0], value: string, years = five) =>
  termHint(indicator, value, { years, all }, (code) => natures[code]);

describe('a term against its years on file', () => {
  test.each([
    ['10', { basis: 'sum', expected: '510', years: 5, direction: 'down' }],
    ['600', { basis: 'sum', expected: '510', direction: 'up' }],
    ['510', null],
    ['512', null],
  ])('a flow of %s', (value, expected) => {
    if (expected) expect(hint(flow, value)).toMatchObject(expected);
    else expect(hint(flow, value)).toBeNull();
  });

  test('some of its years are a floor alone', () => {
    const two = on({ F: '100' }, { F: '101' });
    expect(hint(flow, '150', two)).toMatchObject({ basis: 'sum', expected: '201', years: 2 });
    expect(hint(flow, '900', two)).toBeNull();
    expect(hint(flow, '10', new Map())).toBeNull();
  });

  test('a stock is what stood at the end', () => {
    expect(hint(stock, '100')).toMatchObject({ basis: 'end', expected: '1004', direction: 'down' });
    expect(hint(stock, '1004')).toBeNull();
    expect(hint(stock, '100', on({ S: '1000' }))).toBeNull();
  });

  test('a rate of flows is that of its parts over all years', () => {
    expect(hint(rate, '89.3')).toMatchObject({ basis: 'parts', expected: '51.0', direction: 'up' });
    expect(hint(rate, '51.2')).toBeNull();
    expect(hint(rate, '89.3', on({ F: '1', G: '2' }))).toBeNull();
  });
});

test('what the years on file say stands beside the cell: a flow with its sum, anything else year by year', () => {
  const two = on({ F: '100', S: '9' }, { F: '101' });
  expect(yearsOnFile(flow, { years: two, all })).toEqual({
    ...{
      values: [
        { year: 2017, value: '100' },
        { year: 2018, value: '101' },
      ],
      sum: '201',
    },
  });
  expect(yearsOnFile(stock, { years: two, all })).toEqual({
    ...{ values: [{ year: 2017, value: '9' }], sum: null },
  });
  expect(yearsOnFile(flow, { years: new Map(), all })).toEqual({ values: [], sum: null });
});
