import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Qualifier } from '../figure/figure';
import { rank } from '../figure/number';
import { isAbove, rankFigures } from './ranking';

type Written = string | [string, Qualifier];
const read = (written: Written) =>
  Array.isArray(written)
    ? { value: written[0], qualifier: written[1] }
    : { value: written, qualifier: '' as const };
const places = (...written: Written[]) =>
  rankFigures(written.map(read)).map((one) =>
    one ? `${one.place}${one.isTied ? '=' : ''}` : null,
  );

describe('places', () => {
  test.each<[Written[], (string | null)[]]>([
    [
      ['5', '9', '7'],
      ['3', '1', '2'],
    ],
    [
      ['9', '7', '7', '5'],
      ['1', '2=', '2=', '4'],
    ],
    [
      ['0', '0', '0'],
      ['1=', '1=', '1='],
    ],
    [
      ['3', '3.0'],
      ['1=', '1='],
    ],
    [[], []],
    [
      ['-2', '-5', '0'],
      ['2', '3', '1'],
    ],
    // 20000余 is more than 20000 and less than 30000.
    [
      [['20000', '余'], '35000', '18000'],
      ['2', '1', '3'],
    ],
    [
      [['20000', '余'], '25000', '18000'],
      [null, null, '3'],
    ],
    [
      [['20000', '余'], '20000'],
      ['1', '2'],
    ],
    [
      [['20000', '余'], '30000'],
      ['2', '1'],
    ],
    [
      [['90', '近'], '90', '79'],
      ['2', '1', '3'],
    ],
    [
      [['90', '近'], '85'],
      [null, null],
    ],
    [
      [['90', '以上'], '90'],
      [null, null],
    ],
    [
      [['90', '以上'], '98', '70'],
      [null, null, '3'],
    ],
    [
      [
        ['90', '以上'],
        ['90', '以上'],
      ],
      [null, null],
    ],
    [
      [['35', '约'], '36', '37'],
      [null, null, '1'],
    ],
    [
      [['0', '左右'], '5'],
      ['2', '1'],
    ],
  ])('%j → %j', (written, expected) => {
    expect(places(...written)).toEqual(expected);
  });

  test('exact figures stand as a plain ranking has them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -20, max: 20 }).map(String), { maxLength: 30 }),
        (values) => {
          expect(rankFigures(values.map(read)).map((one) => one?.place)).toEqual(rank(values));
        },
      ),
    );
  });

  test('whatever the true values are, a place that is given is right', () => {
    // A true value within what each word promises.
    const truth: Record<Qualifier, (value: number, part: number) => number> = {
      '': (value) => value,
      余: (value, part) => value + 1 + part * 8,
      多: (value, part) => value + 1 + part * 8,
      以上: (value, part) => value + part * 500,
      超: (value, part) => value + 1 + part * 500,
      近: (value, part) => value - 1 - part * 8,
      约: (value, part) => value + part * 20 - 10,
      左右: (value, part) => value + part * 20 - 10,
    };
    const figure = fc.tuple(
      fc.integer({ min: 1, max: 9 }).map((n) => n * 10),
      fc.constantFrom<Qualifier>('', '', '余', '多', '近', '以上', '超', '约', '左右'),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 12 }), (figures) => {
        const real = figures.map(([value, qualifier, part]) => truth[qualifier](value, part));
        rankFigures(
          figures.map(([value, qualifier]) => ({ value: String(value), qualifier })),
        ).forEach((one, at) => {
          if (one)
            expect(one.place).toBe(1 + real.filter((other) => other > (real[at] as number)).length);
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('above a value', () => {
  test.each<[Written, string, boolean | null]>([
    ['5', '4', true],
    ['5', '5', false],
    [['90', '以上'], '90', null],
    [['90', '以上'], '89', true],
    [['90', '近'], '90', false],
    [['90', '余'], '90', true],
    [['90', '约'], '95', null],
  ])('%j > %s: %s', (written, value, expected) => {
    expect(isAbove(read(written), value)).toBe(expected);
  });
});
