import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peersOf, statisticalHints, type Surroundings } from './statistical-hints';

const kinds = (value: string, around: Surroundings) =>
  statisticalHints(value, around).map((hint) => `${hint.kind} ${hint.direction}`);

describe('against last year', () => {
  it.each<[string, string | null, string[]]>([
    ['121', '100', ['year up']],
    ['120', '100', []],
    ['79', '100', ['year down']],
    ['80', '100', []],
    ['20', '9', []],
    ['26000', '9', ['year up']],
    ['0', '9', ['year vanished']],
    ['3', '0', ['year appeared']],
    ['0', '0', []],
    ['500', null, []],
  ])('%s after %s', (value, last, expected) => {
    expect(kinds(value, { last, history: [] })).toEqual(expected);
  });

  it('says how many per cent, with one decimal', () => {
    expect(statisticalHints('1234', { last: '1000', history: [] })).toEqual([
      { kind: 'year', direction: 'up', percent: '23.4', strength: '1.17' },
    ]);
  });
});

describe('against the own years and the peers', () => {
  const years = ['100', '104', '98', '101', '103'];

  it.each<[string, string[], string[]]>([
    ['105', years, []],
    ['160', years, ['history up']],
    ['40', years, ['history down']],
    ['160', years.slice(1), []],
    ['100', ['100', '100', '100', '100', '100'], []],
    ['500', ['100', '100', '100', '100', '140'], ['history up']],
    ['119', years, []],
    // Far for years that were nearly the same, and yet a fifth is the least that is shown.
    ['120', ['99', '100', '100', '100', '101'], []],
    ['121', ['99', '100', '100', '100', '101'], ['history up']],
    ['130', years, ['history up']],
  ])('%s after %j', (value, history, expected) => {
    expect(kinds(value, { last: null, history })).toEqual(expected);
  });

  it('one odd year does not hide the next', () => {
    expect(kinds('160', { last: null, history: [...years, '9000'] })).toEqual(['history up']);
  });

  it('compares per member with the units beside it', () => {
    const peers = { own: '9.5', ...peersOf(['1.1', '1.2', '0.9', '1', '1.3'])! };
    expect(statisticalHints('950', { last: null, history: [], peers })).toEqual([
      { kind: 'peers', direction: 'up', usual: '1.1', value: '9.5', units: 5, strength: '10' },
    ]);
  });

  it.each([
    ['four units are too few to be spoken of', ['1', '2', '3', '4'], null],
    ['units that all have the same', ['2', '2', '2', '2', '2'], null],
    [
      'a single unit’s figure is not shown to the digit',
      ['10001', '10234', '10567.89', '11000', '12000'],
      '10600',
    ],
  ])('%s', (_, values, usual) => {
    expect(peersOf(values)?.usual ?? null).toBe(usual);
  });

  it('a value within what there was is never odd, in whatever order the years come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 5, maxLength: 10 }),
        fc.nat(),
        (numbers, seed) => {
          const sample = numbers.map(String);
          const sorted = [...numbers].sort((a, b) => a - b);
          const middle = String(sorted[sorted.length >> 1]);
          const turned = [
            ...sample.slice(seed % sample.length),
            ...sample.slice(0, seed % sample.length),
          ];
          const said = kinds(middle, { last: null, history: sample });
          expect(said).toEqual(kinds(middle, { last: null, history: turned }));
          if (numbers.length % 2 === 1) expect(said).toEqual([]);
        },
      ),
    );
  });
});
