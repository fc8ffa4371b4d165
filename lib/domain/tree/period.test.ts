import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isComparable,
  labelOf,
  labelOfCode,
  monthsIn,
  parsePeriodCode,
  periodBetween,
  periodFault,
  previousOf,
  yearsBetween,
  yearsOf,
  type Period,
  type PeriodKind,
} from './period';

const year = periodBetween('year', '2021-01', '2021-12');
const spring = periodBetween('part_year', '2012-01', '2012-04');
const term = periodBetween('term', '2012-01', '2017-12');
const unfinished = periodBetween('term', '2012-01', '2017-09');

describe('codes', () => {
  it.each([
    [year, '2021'],
    [spring, '2012-01..2012-04'],
    [periodBetween('part_year', '2012-10', '2012-12'), '2012-10..2012-12'],
    [term, '2012..2017'],
    [unfinished, '2012..2017'],
  ])('%o has code %s', (period, code) => {
    expect(period.code).toBe(code);
  });

  it.each([year, spring, periodBetween('part_year', '2012-10', '2012-12'), term])(
    '$code says the same period again',
    (period) => {
      expect(parsePeriodCode(period.code)).toEqual(period);
    },
  );

  it.each([
    '',
    '21',
    '2021年',
    '2021-13..2021-14',
    '2021-00..2021-03',
    '2021-04..2021-01',
    '2017..2012',
    '2012..2012',
    '2021-01..2021-12',
    '2021-10..2022-03',
    '2021-1..2021-4',
    '2012-01',
    ' 2021',
  ])('%j is no code', (code) => {
    expect(parsePeriodCode(code)).toBeNull();
  });

  it.each<[PeriodKind, string, string, string | null]>([
    ['year', '2021-01', '2021-12', null],
    ['year', '2021-02', '2021-12', 'period-not-a-year'],
    ['year', '2021-01', '2022-12', 'period-not-a-year'],
    ['part_year', '2021-04', '2021-06', null],
    ['part_year', '2021-04', '2021-04', null],
    ['part_year', '2021-01', '2021-12', 'period-not-a-part'],
    ['part_year', '2021-10', '2022-01', 'period-not-a-part'],
    ['term', '2012-01', '2017-09', null],
    ['term', '2012-01', '2012-12', 'period-not-a-term'],
    ['term', '2017-01', '2012-12', 'period-backwards'],
    ['part_year', '2021-06', '2021-04', 'period-backwards'],
  ])('%s from %s to %s: %s', (kind, from, to, fault) => {
    expect(periodFault({ kind, from, to })).toBe(fault);
  });
});

describe('previousOf', () => {
  it.each<[Period, Pick<Period, 'code' | 'from' | 'to'>]>([
    [year, { code: '2020', from: '2020-01', to: '2020-12' }],
    [spring, { code: '2011-01..2011-04', from: '2011-01', to: '2011-04' }],
    [term, { code: '2006..2011', from: '2006-01', to: '2011-12' }],
    [unfinished, { code: '2006..2011', from: '2006-01', to: '2011-09' }],
  ])('of $code', (period, previous) => {
    expect(previousOf(period)).toEqual({ kind: period.kind, ...previous });
  });

  const month = fc.record({
    year: fc.integer({ min: 1950, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
  });
  const text = ({ year: of, month: number }: { year: number; month: number }) =>
    `${of}-${String(number).padStart(2, '0')}`;

  it('has the same kind and length, can be compared, and ends before a term begins', () => {
    fc.assert(
      fc.property(
        month,
        month,
        fc.constantFrom<PeriodKind>('year', 'part_year', 'term'),
        (a, b, kind) => {
          const [from, to] = [text(a), text(b)].sort() as [string, string];
          fc.pre(periodFault({ kind, from, to }) === null);
          const period = periodBetween(kind, from, to);
          const previous = previousOf(period);
          expect(monthsIn(previous)).toBe(monthsIn(period));
          expect(isComparable(period, previous)).toBe(true);
          expect(previous.to < period.from).toBe(true);
          expect(periodFault(previous)).toBeNull();
        },
      ),
    );
  });
});

describe('spans', () => {
  it('counts years and months', () => {
    expect(yearsOf(term)).toEqual([2012, 2013, 2014, 2015, 2016, 2017]);
    expect(yearsOf(year)).toEqual([2021]);
    expect([year, spring, unfinished].map(monthsIn)).toEqual([12, 4, 69]);
    expect(
      yearsBetween(
        periodBetween('year', '2012-01', '2012-12'),
        periodBetween('year', '2016-01', '2016-12'),
      ),
    ).toBe(4);
  });

  it.each<[Period, Period, boolean]>([
    [year, previousOf(year), true],
    [spring, previousOf(spring), true],
    [spring, periodBetween('part_year', '2013-01', '2013-03'), false],
    [spring, periodBetween('year', '2012-01', '2012-12'), false],
    [term, periodBetween('term', '2011-01', '2015-12'), false],
    [term, unfinished, true],
    [term, year, false],
  ])('$code with %o', (a, b, expected) => {
    expect(isComparable(a, b)).toBe(expected);
    expect(isComparable(b, a)).toBe(expected);
  });
});

describe('labelOf', () => {
  it.each([
    [year, '2021年', '2021'],
    [spring, '2012年1—4月', 'January–April 2012'],
    [periodBetween('part_year', '2012-03', '2012-03'), '2012年3月', 'March 2012'],
    [unfinished, '2012—2017年', '2012–2017'],
  ])('%o', (period, chinese, english) => {
    expect(labelOf(period, 'zh-CN')).toBe(chinese);
    expect(labelOf(period, 'en')).toBe(english);
  });
  it('reads a code, and leaves what is none', () => {
    expect(['2012..2017', '上年'].map((code) => labelOfCode(code, 'zh-CN'))).toEqual([
      '2012—2017年',
      '上年',
    ]);
  });
});
