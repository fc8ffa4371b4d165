// Whatever the figures are: order and grouping change no total, and no unit counts twice.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Qualifier } from '../figure/figure';
import { addTallies, rollUp, tallyOf } from './rollup';
import { figure, flow, stock, top, bottom, rate, year } from './test-rollup';

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
