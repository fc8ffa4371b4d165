// Whatever the figures are: places agree with values, shares do not come to more than all, totals are sums, the order
// in which units come changes nothing, and no number stands without a source.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure, Qualifier } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { anyDraw, drawnFrom, oneOf } from '../catalogue/test-draw';
import { findUnsourcedNumbers } from '../reader/find-unsourced';
import { compare, sum } from '../figure/number';
import { parsePeriodCode, type Period } from '../tree/period';
import type { SourceReport } from '../comparison/source';
import type { Summary } from '../summary/summary';
import type { UnitsInput } from './units-input';
import { summariseUnits } from './summarise-units';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const period = parsePeriodCode('2021') as Period;
const before = parsePeriodCode('2020') as Period;
const letters = '甲乙丙丁戊己庚辛壬癸子丑';

const value = fc
  .oneof(fc.constantFrom('0', '1', '3', '100', '9999', '10000'), fc.nat(12), fc.nat(200_000))
  .map(String);
const qualifier = fc.constantFrom<Qualifier>('', '', '', '', '', '', '近', '余', '以上', '约');
const inputs = fc
  .record({
    units: fc.integer({ min: 2, max: 12 }),
    draw: anyDraw(0.13),
    seeds: fc.array(fc.tuple(value, qualifier, fc.nat(11)), { minLength: 7, maxLength: 60 }),
    absent: fc.nat(3),
  })
  .map(({ units: count, draw, seeds, absent }): UnitsInput => {
    const units = Array.from({ length: count }, (_, at) => ({
      code: String(990001 + at),
      name: `${letters[at]}河县总工会`,
      nameEn: `County ${at}`,
      level: 'county' as const,
    }));
    const reportsOf = (of: Period, turn: number) =>
      units.slice(0, Math.max(1, count - absent)).map((unit, at): SourceReport => {
        const figures = drawnFrom(catalogue.indicators, draw).flatMap((indicator) => {
          const seed = oneOf(seeds, indicator, draw.salt, at * 3 + turn);
          return seed[2] === 0
            ? []
            : [figureOf(indicator, seed[2] === 1 ? null : seed[0], seed[1])];
        });
        return {
          unit: unit.code,
          period: of,
          submission: at + 1,
          standing: 'approved',
          madeUp: false,
          figures,
        };
      });
    return {
      above: { code: '990000', name: '示例市总工会', level: 'city' },
      period,
      units,
      reports: reportsOf(period, 0),
      previous: reportsOf(before, 5),
      catalogue,
    };
  });

describe('for any figures', () => {
  const samples = fc.sample(inputs, { numRuns: 150, seed: 20211231 }).flatMap((input) => {
    const summary = summariseUnits(structuredClone(input));
    return summary ? [{ input, summary }] : [];
  });
  const check = (holds: (summary: Summary, input: UnitsInput) => void) =>
    samples.forEach(({ summary, input }) => holds(summary, input));

  test('there are samples', () => expect(samples.length).toBeGreaterThan(100));

  test('no number stands without a source, and sentences are short', () => {
    check(({ paragraphs }, { units }) => {
      expect(
        findUnsourcedNumbers(
          paragraphs,
          units.map(({ name }) => name.replace('总工会', '')),
        ),
      ).toEqual([]);
      for (const { kind, segments } of paragraphs) {
        const text = segments.map((segment) => segment.text).join('');
        expect(text).not.toMatch(/[，；、。]{2}|undefined|null|\{\}|NaN/);
        if (kind === 'body')
          for (const sentence of text.split('。')) expect(sentence.length).toBeLessThanOrEqual(120);
      }
    });
  });

  test('a place says how many exact figures are larger', () => {
    check(({ units }, input) => {
      for (const { indicator, lines } of units?.indicators ?? []) {
        for (const line of lines.filter(({ place }) => place)) {
          const mine = numberOf(input, line.unit, indicator.code);
          const larger = lines.filter(
            (other) =>
              other.place &&
              compare(numberOf(input, other.unit, indicator.code) as string, mine as string) > 0,
          ).length;
          const place = Number(line.place?.text.replace('并列', ''));
          expect(mine).not.toBeNull();
          expect(place).toBeGreaterThanOrEqual(larger + 1);
          const isExact = input.reports.every(({ figures }) =>
            figures.every(
              (figure) => figure.indicator !== indicator.code || figure.qualifier === '',
            ),
          );
          if (isExact) expect(place).toBe(larger + 1);
        }
      }
    });
  });

  test('blank, not applicable and not available have no place', () => {
    check(({ units }) => {
      for (const { lines } of units?.indicators ?? [])
        for (const line of lines)
          if (line.value.text === null) expect([line.place, line.share]).toEqual([null, null]);
    });
  });

  test('shares come to all of it, as far as rounding goes', () => {
    check(({ units }) => {
      for (const { lines } of units?.indicators ?? []) {
        const shares = lines.flatMap(({ share }) =>
          share ? [Number(share.text.replace('%', ''))] : [],
        );
        if (shares.length > 0)
          expect(Math.abs(shares.reduce((total, one) => total + one, 0) - 100)).toBeLessThanOrEqual(
            0.05 * lines.length + 0.001,
          );
      }
    });
  });

  test('a total of exact figures is their sum', () => {
    check(({ units }, input) => {
      for (const { indicator, lines, total } of units?.indicators ?? []) {
        if (!total || total.value.text === null || indicator.nature === 'ratio') continue;
        const of = input.reports.flatMap(({ figures }) =>
          figures.filter((figure) => figure.indicator === indicator.code && figure.value !== null),
        );
        if (of.some((figure) => figure.qualifier !== '')) continue;
        const money = lines.some(({ value: cell }) => cell.text?.endsWith('万元'));
        const printed = Number(total.value.text.replace(/[^\d.]/g, '')) * (money ? 10000 : 1);
        expect([indicator.code, Math.round(printed)]).toEqual([
          indicator.code,
          Number(sum(of.map((figure) => figure.value as string))),
        ]);
      }
    });
  });

  test('whoever stands in front is in front: nobody named first has less than anybody else', () => {
    check(({ paragraphs }, input) => {
      for (const { segments } of paragraphs) {
        for (const segment of segments.filter(
          ({ computed, text }) => computed?.kind === 'rank' && /首位|最多/.test(text),
        )) {
          const code = segment.figures?.[0]?.indicator as string;
          const number = segments[
            segments.indexOf(segment) + 2
          ] as Summary['paragraphs'][number]['segments'][number];
          const stated = numberOf(input, number.figures?.[0]?.unit as string, code) as string;
          for (const key of segment.figures ?? [])
            expect(compare(numberOf(input, key.unit, code) as string, stated)).toBeLessThanOrEqual(
              0,
            );
        }
      }
    });
  });

  test('the same in whatever order the units come, and again', () => {
    samples.slice(0, 40).forEach(({ input, summary }) => {
      const turned = {
        ...input,
        units: [...input.units].reverse(),
        reports: [...input.reports].reverse(),
        previous: [...input.previous].reverse(),
      };
      expect(summariseUnits(structuredClone(turned))).toEqual(summary);
    });
  });
});

test('cost grows with the figures, not with their square', () => {
  /** How often the value of any figure is looked at, of so many units. */
  const looks = (count: number) => {
    let looked = 0;
    const counted = (figure: Figure): Figure =>
      Object.defineProperty({ ...figure }, 'value', {
        enumerable: true,
        get: () => {
          looked += 1;
          return figure.value;
        },
      });
    const units = Array.from({ length: count }, (_, at) => ({
      code: String(990001 + at),
      name: `第${at}县总工会`,
      nameEn: '',
      level: 'county' as const,
    }));
    const reports = (of: Period, turn: number) =>
      units.map((unit, at): SourceReport => ({
        unit: unit.code,
        period: of,
        submission: 1,
        standing: 'approved',
        madeUp: false,
        figures: catalogue.indicators
          .slice(0, 150)
          .map((indicator, n) =>
            counted(figureOf(indicator, String(((at + 1) * 7919 + n * 31 + turn) % 9973), '')),
          ),
      }));
    const given: UnitsInput = {
      above: { code: '990000', name: '示例市总工会', level: 'city' },
      period,
      units,
      reports: reports(period, 0),
      previous: reports(before, 3),
      catalogue,
    };
    summariseUnits(given);
    return looked;
  };
  const [few, many] = [looks(20), looks(100)];
  expect(few).toBeGreaterThan(0);
  // Five times the units; a square would be twenty-five times the looks.
  expect(many / few).toBeLessThan(6);
});

function numberOf({ reports }: UnitsInput, unit: string, code: string): string | null {
  const report = reports.find((one) => one.unit === unit);
  const found = report?.figures.find((figure) => figure.indicator === code);
  if (found) return found.value;
  const rate = catalogue.indicators.find((indicator) => indicator.code === code);
  const [top, bottom] = [rate?.numerator, rate?.denominator].map(
    (part) => report?.figures.find((figure) => figure.indicator === part)?.value,
  );
  return top && bottom ? String(Math.round((Number(top) / Number(bottom)) * 1000) / 10) : null;
}

function figureOf({ code, unit, nature }: Indicator, raw: string | null, by: Qualifier): Figure {
  const isMoney = unit === '元';
  const given =
    raw === null
      ? null
      : nature === 'ratio'
        ? String(Number(raw) % 101)
        : isMoney
          ? `${raw}000`
          : raw;
  const shown = {
    scale: isMoney ? ('万' as const) : ('none' as const),
    decimals: isMoney ? 1 : 0,
    unit,
  };
  return {
    indicator: code,
    measure: 'level',
    answer: given === null ? 'not_applicable' : 'number',
    value: given,
    shown: given === null ? null : shown,
    qualifier: given === null ? '' : by,
    baseYear: null,
    asOf: null,
    from: null,
    scopeNote: null,
    note: null,
  };
}
