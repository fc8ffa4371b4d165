import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysAsked, askedCodes, checksOn, formIndicators } from './form-indicators';
import { workedOutValue } from '../figure/rate';
import type { Check, Indicator } from './indicator';

const indicator = (
  code: string,
  core: boolean,
  parts: [string, string] | null = null,
): Indicator => ({
  code,
  core,
  name: code,
  nameEn: code,
  section: 'S',
  unit: '人',
  nature: 'flow',
  direction: 'up',
  partOf: null,
  partsAddUp: false,
  display: { scale: 'none', decimals: 0, moneyUnit: null },
  numerator: parts?.[0] ?? null,
  denominator: parts?.[1] ?? null,
  chain: null,
  honour: false,
  level: null,
  definition: '',
  verb: null,
  aliases: [],
});
// R follows from core indicators, T has an optional part, Q is optional itself.
const all = [
  indicator('A', true),
  indicator('B', true),
  indicator('C', false),
  indicator('D', false),
  indicator('Q', false, ['A', 'B']),
  indicator('R', true, ['A', 'B']),
  indicator('T', false, ['C', 'B']),
];
const asked = (chosen: string[], withFigure: string[] = []) =>
  askedCodes(all, new Set(chosen), new Set(withFigure));

it('a form has the core indicators, what was chosen and what has a figure', () => {
  expect(formIndicators(all, new Set(['C'])).map(({ code }) => code)).toEqual(['A', 'B', 'C', 'R']);
  expect(formIndicators(all, new Set()).map(({ code }) => code)).toEqual(['A', 'B', 'R']);
});

it('a check stands where all its indicators do', () => {
  const check = (code: string, left: string, right: string): Check => ({
    code,
    kind: 'hint',
    op: '<=',
    tolerance: 0,
    note: '',
    left: [{ code: left, factor: 1, period: 0 }],
    right: [{ code: right, factor: 1, period: 0 }],
  });
  expect(
    checksOn([check('1', 'A', 'B'), check('2', 'A', 'C')], new Set(['A', 'B'])).map(
      ({ code }) => code,
    ),
  ).toEqual(['1']);
});

describe('what is asked for', () => {
  it.each<[string, string[], string[], string[]]>([
    ['the core', [], [], ['A', 'B']],
    ['the chosen too', ['C', 'D'], [], ['A', 'B', 'C', 'D']],
    ['no rate that follows from its parts, though it was chosen', ['Q'], [], ['A', 'B']],
    ['a rate of which a part is not on the form', ['T'], [], ['A', 'B', 'T']],
    ['that rate no more once its part was chosen', ['C', 'T'], [], ['A', 'B', 'C']],
    ['that rate no more where its part has a figure', ['T'], ['C'], ['A', 'B']],
    ['nothing that merely has a figure', [], ['C', 'Q'], ['A', 'B']],
    ['no rate for having a figure itself', ['T'], ['C', 'T'], ['A', 'B']],
  ])('%s', (_, chosen, withFigure, codes) => {
    expect(asked(chosen, withFigure)).toEqual(codes);
  });

  it('on every form: what is always asked for is asked for, and nothing beyond the core and the chosen', () => {
    const codes = fc.subarray(all.map(({ code }) => code));
    fc.assert(
      fc.property(codes, codes, (chosen, withFigure) => {
        const found = asked(chosen, withFigure);
        expect(found).toEqual(expect.arrayContaining(alwaysAsked(all)));
        expect(
          found.every(
            (code) => chosen.includes(code) || all.some((one) => one.code === code && one.core),
          ),
        ).toBe(true);
      }),
    );
  });
});

it.each<[string, [string, string][], string | null]>([
  [
    'from its parts',
    [
      ['A', '853'],
      ['B', '1000'],
    ],
    '85.3',
  ],
  ['not from one part alone', [['A', '853']], null],
  [
    'not from nothing',
    [
      ['A', '0'],
      ['B', '0'],
    ],
    null,
  ],
])('a rate follows %s', (_, values, rate) => {
  expect(workedOutValue(indicator('R', true, ['A', 'B']), new Map(values))).toBe(rate);
});

it('what is no rate does not follow from anything', () => {
  expect(workedOutValue(indicator('A', true), new Map([['A', '1']]))).toBeNull();
});
