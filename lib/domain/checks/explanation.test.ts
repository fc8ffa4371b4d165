import { expect, test } from 'vitest';
import { checkValues, isOutOfDate } from './explanation';
import type { Check } from '../catalogue/indicator';

const check: Check = {
  code: 'JY900',
  kind: 'verify',
  left: [{ code: 'A', factor: 1, period: 0 }],
  op: '=',
  right: [
    { code: 'A', factor: 1, period: -1 },
    { code: 'B', factor: 1, period: 0 },
    { code: null, factor: 5, period: 0 },
  ],
  tolerance: 0,
  note: '',
};

test('an explanation holds for the figures it was written for, this year and last', () => {
  const written = checkValues(
    check,
    new Map([
      ['A', '7'],
      ['B', '2'],
    ]),
    new Map([['A', '4']]),
  );
  expect(written).toEqual({ 'A@0': '7', 'A@-1': '4', 'B@0': '2' });
  expect(
    isOutOfDate(
      check,
      written,
      new Map([
        ['A', '7'],
        ['B', '2'],
        ['C', '1'],
      ]),
      new Map([['A', '4']]),
    ),
  ).toBe(false);
  expect(
    isOutOfDate(
      check,
      written,
      new Map([
        ['A', '8'],
        ['B', '2'],
      ]),
      new Map([['A', '4']]),
    ),
  ).toBe(true);
  expect(
    isOutOfDate(
      check,
      written,
      new Map([
        ['A', '7'],
        ['B', '2'],
      ]),
      new Map([['A', '5']]),
    ),
  ).toBe(true);
  expect(isOutOfDate(check, written, new Map([['A', '7']]), new Map([['A', '4']]))).toBe(true);
});

test('it does not hold for a check that has come to look at other figures', () => {
  const values = new Map([
    ['A', '7'],
    ['B', '2'],
  ]);
  const narrower = { ...check, right: check.right.slice(0, 1) };
  expect(isOutOfDate(narrower, checkValues(check, values, null), values, null)).toBe(true);
});
