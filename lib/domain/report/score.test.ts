import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreOf, type Reported } from './score';

const due = new Date('2026-01-31T23:59:59+08:00');
const after = (days: number) => new Date(due.getTime() + days * 86_400_000);
const now = after(10);
const report: Reported = {
  firstSignedAt: after(-3),
  dueAt: due,
  marked: 0,
  returnedBare: 0,
  expected: 120,
};

describe('the score of a report', () => {
  it.each<[string, Partial<Reported>, Partial<ReturnType<typeof scoreOf>>]>([
    ['on time and right', {}, { lateDays: 0, errors: 0, wrongShare: '0.0', score: 100 }],
    ['on its last second', { firstSignedAt: due }, { lateDays: 0, score: 100 }],
    [
      'a second late is a day late',
      { firstSignedAt: new Date(due.getTime() + 1000) },
      { lateDays: 1, score: 99 },
    ],
    ['two days late', { firstSignedAt: after(2) }, { lateDays: 2, score: 98 }],
    ['three figures marked', { marked: 3 }, { errors: 3, wrongShare: '2.5', score: 97 }],
    [
      'a return without marks is one error',
      { returnedBare: 1 },
      { errors: 1, wrongShare: '0.0', score: 99 },
    ],
    [
      'all of it',
      { firstSignedAt: after(2), marked: 3, returnedBare: 1 },
      { lateDays: 2, errors: 4, score: 94 },
    ],
    ['not handed in has days and no score', { firstSignedAt: null }, { lateDays: 10, score: null }],
    ['nothing asked for has no share', { expected: 0 }, { wrongShare: null, score: 100 }],
  ])('%s', (_, change, expected) => {
    expect(scoreOf({ ...report, ...change }, now)).toMatchObject(expected);
  });

  it('is never below nought, and never better for more errors or more days', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(300), fc.nat(5), (days, marked, returnedBare) => {
        const of = (change: Partial<Reported>) =>
          scoreOf(
            {
              ...report,
              firstSignedAt: after(days),
              marked,
              returnedBare,
              expected: 300,
              ...change,
            },
            now,
          ).score!;
        const here = of({});
        expect(here).toBeGreaterThanOrEqual(0);
        expect(of({ marked: marked + 1 })).toBeLessThanOrEqual(here);
        expect(of({ firstSignedAt: after(days + 1) })).toBeLessThanOrEqual(here);
      }),
    );
  });
});
