import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heirsOf, placesBetween, type Succession } from './succession';

const merged = (unit: string, into: string, on: string): Succession => ({
  unit,
  into,
  on,
  goesOn: false,
});
const split = (unit: string, into: string, on: string, goesOn = false): Succession => ({
  unit,
  into,
  on,
  goesOn,
});

describe('where figures of a day belong today', () => {
  const cases: [string, Succession[], string, string, string[]][] = [
    ['nothing has happened', [], 'a', '2020-12-31', ['a']],
    ['it was merged later', [merged('a', 'b', '2021-05-01')], 'a', '2020-12-31', ['b']],
    ['it was merged before', [merged('a', 'b', '2020-05-01')], 'b', '2020-12-31', ['b']],
    [
      'a merger on the last day is over by its end',
      [split('b', 'c', '2020-12-31', true)],
      'b',
      '2020-12-31',
      ['b'],
    ],
    [
      'a chain',
      [merged('a', 'b', '2021-05-01'), merged('b', 'c', '2022-05-01')],
      'a',
      '2020-12-31',
      ['c'],
    ],
    [
      'split and gone',
      [split('a', 'b', '2021-05-01'), split('a', 'c', '2021-05-01')],
      'a',
      '2020-12-31',
      ['b', 'c'],
    ],
    ['split and going on', [split('a', 'b', '2021-05-01', true)], 'a', '2020-12-31', ['a', 'b']],
    [
      'a part has been merged back',
      [split('a', 'b', '2021-05-01', true), merged('b', 'a', '2022-05-01')],
      'a',
      '2020-12-31',
      ['a'],
    ],
    [
      'what was split off before it came',
      [split('b', 'c', '2019-05-01', true), merged('a', 'b', '2021-05-01')],
      'a',
      '2020-12-31',
      ['b'],
    ],
    [
      'what it went into was split',
      [merged('a', 'b', '2021-05-01'), split('b', 'c', '2022-05-01', true)],
      'a',
      '2020-12-31',
      ['b', 'c'],
    ],
  ];
  test.each(cases)('%s', (_, successions, unit, day, heirs) => {
    expect(heirsOf(unit, day, successions)).toEqual(heirs);
  });
  test('always somebody, and it ends whatever the record says', () => {
    const one = fc.record({
      unit: fc.constantFrom('a', 'b', 'c', 'd'),
      into: fc.constantFrom('a', 'b', 'c', 'd'),
      on: fc.constantFrom('2019-01-01', '2020-01-01', '2021-01-01'),
      goesOn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (all) => {
        for (const unit of ['a', 'b', 'c', 'd'])
          expect(heirsOf(unit, '2022-01-01', all)).toEqual([unit]);
        expect(
          heirsOf(
            'a',
            '2018-01-01',
            all.map((each) => ({ ...each, goesOn: true })),
          ).length,
        ).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what is compared together', () => {
  const all = [
    split('a', 'b', '2021-05-01', true),
    split('a', 'c', '2021-05-01', true),
    merged('d', 'c', '2021-07-01'),
    merged('e', 'a', '2019-05-01'),
    merged('f', 'a', '2023-05-01'),
  ];
  const place = placesBetween('2020-12-31', '2021-12-31', all);
  test('units that gave something to one another in between', () => {
    expect(new Set(['a', 'b', 'c', 'd'].map(place)).size).toBe(1);
  });
  test('not those of other years', () => {
    expect(['e', 'f', 'x'].map(place)).toEqual(['e', 'f', 'x']);
  });
  test('what happened on the last day is in between, on the first day it had happened', () => {
    const between = placesBetween('2020-12-31', '2021-12-31', [
      merged('a', 'b', '2020-12-31'),
      merged('c', 'd', '2021-12-31'),
    ]);
    expect([between('a') === between('b'), between('c') === between('d')]).toEqual([false, true]);
  });
});
