import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure, Qualifier } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import {
  addTallies,
  emptyTally,
  isNarrowed,
  isOfPeriod,
  rateOf,
  rollUp,
  ruleOf,
  tallyOf,
  totalOf,
  wayOf,
  type Total,
} from './rollup';

const indicator = (
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
const figure = (code: string, value: string | null, rest: Partial<Figure> = {}): Figure => ({
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

const [flow, stock, top, bottom] = [
  indicator('F', 'flow'),
  indicator('S', 'stock'),
  indicator('T', 'flow'),
  indicator('B', 'flow'),
];
const rate = indicator('R', 'ratio', ['T', 'B']);
const year = { from: '2021-01', to: '2021-12' };

describe('what may be added up', () => {
  test.each([
    ['flow', null, 'sum'],
    ['stock', null, 'sum'],
    ['ratio', ['T', 'B'], 'ratio'],
    ['ratio', null, 'none'],
    ['streak', null, 'highest'],
    ['standard', null, 'none'],
    ['rank', null, 'none'],
  ] as const)('%s with parts %j: %s', (nature, parts, rule) => {
    expect(ruleOf(indicator('X', nature, parts as [string, string] | null))).toBe(rule);
  });
  test('a rate of which one part is not named has no total', () => {
    expect(ruleOf({ nature: 'ratio', numerator: 'T', denominator: null })).toBe('none');
    expect(ruleOf({ nature: 'ratio', numerator: null, denominator: 'B' })).toBe('none');
  });
  test('a stock is named apart from a flow, though both are summed', () => {
    expect(
      [flow, stock, rate, indicator('X', 'streak'), indicator('X', 'rank')].map(wayOf),
    ).toEqual(['sum', 'stock', 'ratio', 'highest', 'none']);
  });
});

describe('a total says how sure it is', () => {
  const cases: [Qualifier[], Qualifier][] = [
    [['', ''], ''],
    [['', '余'], '以上'],
    [['多', '以上'], '以上'],
    [['近', ''], '近'],
    [['近', '余'], '约'],
    [['约', ''], '约'],
    [['左右', '近'], '约'],
  ];
  test.each(cases)('%j → %s', (qualifiers, expected) => {
    expect(
      totalOf(flow, tallyOf(qualifiers.map((qualifier) => ({ value: '1', qualifier })))),
    ).toMatchObject({ value: String(qualifiers.length), qualifier: expected });
  });
});

describe('a figure of another date stays out', () => {
  test.each([
    [null, null, true],
    ['2021', null, true],
    ['2021-12', null, true],
    ['2021-10', null, false],
    ['2020', null, false],
    ['2021-12', '2021-07', false],
    ['2021-12', '2021-01', true],
    ['2021-12', '2021', true],
    [null, '2021', true],
    [null, '2020', false],
  ])('as of %s from %s: %s', (asOf, from, expected) => {
    expect(isOfPeriod({ asOf, from }, year)).toBe(expected);
  });
  test('a year is not the end of a period that ends earlier', () => {
    expect(isOfPeriod({ asOf: '2012', from: null }, { from: '2012-01', to: '2012-04' })).toBe(
      false,
    );
  });
});

describe('reports of units', () => {
  const reports = new Map([
    [
      'a',
      [
        figure('F', '3'),
        figure('S', '10'),
        figure('T', '1'),
        figure('B', '4'),
        figure('F', '99', { measure: 'growth' }),
      ],
    ],
    ['b', [figure('F', null), figure('S', '5', { asOf: '2021-06' }), figure('T', '5')]],
    ['c', [figure('F', '0.5'), figure('S', '7'), figure('T', '2'), figure('B', '6')]],
  ]);
  const row = (code: string) =>
    rollUp([flow, stock, rate, indicator('Z', 'rank')], reports, year).get(code);
  test('a flow is the sum of what has a number', () => {
    expect(row('F')).toMatchObject({
      value: '3.5',
      counted: ['a', 'c'],
      lacking: ['b'],
      otherDate: [],
    });
  });
  test('a stock of another date is named, not added', () => {
    expect(row('S')).toMatchObject({
      value: '17',
      counted: ['a', 'c'],
      lacking: [],
      otherDate: ['b'],
    });
  });
  test('a rate takes only units that have both parts, and is no average', () => {
    expect(row('R')).toMatchObject({ value: '30.0', units: 2, lacking: ['b'] });
  });
  test('what cannot be added up has no total', () => {
    expect(row('Z')).toMatchObject({ value: null, why: 'not-summable' });
  });
  test('no rate without anything to divide by', () => {
    const none = tallyOf([{ value: '0', qualifier: '' }]);
    expect(rateOf(rate, { numerator: none, denominator: none })).toMatchObject({
      value: null,
      why: 'nothing-to-divide-by',
    });
  });
});

describe('one total', () => {
  const tally = (...values: string[]) => tallyOf(values.map((value) => ({ value, qualifier: '' })));
  const none = { value: null, qualifier: '', units: 0 };
  test('of years running is the highest, not the sum', () => {
    expect(totalOf(indicator('X', 'streak'), tally('3', '11', '7'))).toEqual({
      value: '11',
      qualifier: '',
      units: 3,
      why: null,
    });
  });
  test('of nothing says so', () => {
    expect(totalOf(flow, emptyTally)).toEqual({ ...none, why: 'nothing-reported' });
    expect(tallyOf([])).toEqual(emptyTally);
    expect(addTallies([emptyTally, tally('3')])).toEqual(tally('3'));
    expect(rateOf(rate, { numerator: emptyTally, denominator: tally('1') })).toEqual({
      ...none,
      why: 'nothing-reported',
    });
  });
  test('is of its own kind: a rate is no sum, a sum no rate', () => {
    expect(totalOf(rate, tally('90'))).toEqual({ ...none, why: 'not-summable' });
    expect(rateOf(flow, { numerator: tally('1'), denominator: tally('2') })).toEqual({
      ...none,
      why: 'not-summable',
    });
  });
  test.each<[Qualifier, Qualifier, Qualifier]>([
    ['', '', ''],
    ['余', '', '约'],
    ['', '近', '约'],
  ])('a rate of parts that are %j and %j is %j', (numerator, denominator, qualifier) => {
    expect(
      rateOf(rate, {
        numerator: tallyOf([{ value: '1', qualifier: numerator }]),
        denominator: tallyOf([{ value: '4', qualifier: denominator }]),
      }),
    ).toEqual({ value: '25.0', qualifier, units: 1, why: null });
  });
  test('a rate of which nobody reported the other part lacks all its units', () => {
    expect(rollUp([rate], new Map([['a', [figure('T', '1')]]]), year).get('R')).toEqual({
      ...none,
      why: 'nothing-reported',
      counted: [],
      lacking: ['a'],
      otherDate: [],
    });
  });
  test('a rate of which a part is of another date leaves its unit out', () => {
    const late = { asOf: '2021-06' };
    for (const parts of [
      [figure('T', '1', late), figure('B', '4')],
      [figure('T', '1'), figure('B', '4', late)],
    ])
      expect(rollUp([rate], new Map([['a', parts]]), year).get('R')).toMatchObject({
        value: null,
        counted: [],
        otherDate: ['a'],
      });
  });
});

describe('changes of fewer units than the totals', () => {
  const total = (value: string | null, units: number): Total => ({
    value,
    units,
    qualifier: '',
    why: null,
  });
  const totals = [total('10', 3), total('8', 3)];
  test.each<[string, Total[], boolean]>([
    ['the same', totals, false],
    ['another value', [total('9', 3), total('8', 3)], true],
    ['fewer units, and the same by chance', [total('10', 3), total('8', 2)], true],
    ['none', [], false],
    ['one more than there are totals', [...totals, total('7', 3)], true],
  ])('%s', (_, alike, expected) => {
    expect(isNarrowed([{ totals, alike }])).toBe(expected);
    expect(
      isNarrowed([
        { totals, alike: totals },
        { totals, alike },
      ]),
    ).toBe(expected);
  });
});

// A tree of any shape: a leaf is a unit's own figure, a branch has its own (本级) and those below.
type Tree = { own: { value: string | null; qualifier: Qualifier }; below: Tree[] };
const own = fc.record({
  value: fc.option(
    fc
      .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }))
      .map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`),
    { nil: null },
  ),
  qualifier: fc.constantFrom<Qualifier>('', '', '', '近', '约', '余', '多', '以上', '左右'),
});
const { tree } = fc.letrec<{ tree: Tree; below: Tree[] }>((tie) => ({
  tree: fc.record({ own, below: tie('below') }),
  below: fc.oneof(
    { maxDepth: 4 },
    fc.constant<Tree[]>([]),
    fc.array(tie('tree'), { maxLength: 4 }),
  ),
}));
const leaves = (one: Tree): Tree['own'][] => [one.own, ...one.below.flatMap(leaves)];
const rolled = (one: Tree): ReturnType<typeof tallyOf> =>
  addTallies([tallyOf([one.own]), ...one.below.map(rolled)]);

describe('properties', () => {
  test('the roll-up of any tree is the sum over its leaves', () => {
    fc.assert(
      fc.property(tree, (one) => {
        expect(rolled(one)).toEqual(tallyOf(leaves(one)));
        // Worked out in whole hundredths, by other means.
        const cents = leaves(one).reduce(
          (total, { value }) =>
            total +
            (value === null ? 0n : BigInt(value.replace('.', '').replace(/^-0+(?=\d)/, '-'))),
          0n,
        );
        expect(BigInt(Math.round(Number(rolled(one).sum) * 100))).toBe(cents);
      }),
    );
  });
  test('the order of the units does not matter', () => {
    fc.assert(
      fc.property(
        fc
          .array(own)
          .chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
          ),
        ([all, shuffled]) => {
          expect(tallyOf(shuffled)).toEqual(tallyOf(all));
        },
      ),
    );
  });
  test('a rate is recomputed from the sums, and lies between the lowest and the highest', () => {
    const parts = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 })),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(parts, (units) => {
        const reports = new Map(
          units.map(([numerator, denominator], at) => [
            `${at}`,
            [figure('T', String(numerator)), figure('B', String(denominator))],
          ]),
        );
        const total = Number(rollUp([rate], reports, year).get('R')?.value);
        const [tops, bottoms] = [
          units.reduce((all, [one]) => all + one, 0),
          units.reduce((all, [, one]) => all + one, 0),
        ];
        expect(Math.abs(total - (100 * tops) / bottoms)).toBeLessThanOrEqual(0.0501);
        const rates = units.map(([numerator, denominator]) => (100 * numerator) / denominator);
        expect(total).toBeGreaterThanOrEqual(Math.min(...rates) - 0.0501);
        expect(total).toBeLessThanOrEqual(Math.max(...rates) + 0.0501);
      }),
    );
  });
  test('no unit counts twice: each is counted, lacking, or of another date', () => {
    const reports = fc.dictionary(
      fc.string({ minLength: 1, maxLength: 3 }),
      fc.array(
        fc.record({
          code: fc.constantFrom('F', 'S', 'T', 'B'),
          value: fc.option(fc.nat().map(String)),
          asOf: fc.option(fc.constantFrom('2021', '2021-06')),
        }),
        { maxLength: 8 },
      ),
    );
    fc.assert(
      fc.property(reports, (units) => {
        const given = new Map(
          Object.entries(units).map(([unit, figures]) => [
            unit,
            figures.map(({ code, value, asOf }) => figure(code, value, { asOf })),
          ]),
        );
        for (const row of rollUp([flow, stock, top, bottom, rate], given, year).values()) {
          const all = [...row.counted, ...row.lacking, ...row.otherDate];
          expect(all.toSorted()).toEqual([...given.keys()].toSorted());
          expect(row.value === null ? 0 : row.units).toBe(
            row.value === null ? 0 : row.counted.length,
          );
        }
      }),
    );
  });
});
