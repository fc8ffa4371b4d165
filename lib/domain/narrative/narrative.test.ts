// Whatever the figures are, the text says nothing false: no number without source, every direction that of the figures,
// every figure stated, sentences short enough to be read.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure, FigureKey, Qualifier } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { anyDraw, drawnFrom, oneOf } from '../catalogue/test-draw';
import { compare } from '../figure/number';
import { parsePeriodCode, type Period } from '../tree/period';
import { printFigure } from '../figure/print';
import { summarise } from '../summary/summarise';
import type { Paragraph, SourceReport, SummaryInput } from '../comparison/source';
import type { Summary } from '../summary/summary';
import { isSameKey, isStated } from './is-stated';
import { findUnsourcedNumbers } from '../reader/find-unsourced';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const value = fc
  .oneof(
    fc.constantFrom('0', '1', '3', '9', '10', '100', '9999', '10000', '123456789'),
    fc.nat(30),
    fc.nat(200_000),
  )
  .map(String);
const qualifier = fc.constantFrom<Qualifier>(
  '',
  '',
  '',
  '',
  '近',
  '余',
  '多',
  '以上',
  '约',
  '左右',
);

const inputs = fc
  .record({
    scope: fc.constantFrom('2021', '2017..2021', '2021-01..2021-06'),
    draw: anyDraw(0.16),
    seeds: fc.array(fc.tuple(value, value, qualifier, qualifier, fc.nat(9)), {
      minLength: 1,
      maxLength: 40,
    }),
    hasOwn: fc.boolean(),
  })
  .map(({ scope, draw, seeds, hasOwn }): SummaryInput => {
    const period = parsePeriodCode(scope) as Period;
    const earlier = {
      '2021': ['2015', '2020'],
      '2017..2021': ['2017', '2018', '2019', '2020', '2021'],
      '2021-01..2021-06': ['2020-01..2020-06', '2020'],
    }[scope] as string[];
    const periods = period.kind !== 'term' || hasOwn ? [...earlier, scope] : earlier;
    const reports = periods.map((code, at): SourceReport => {
      const figures = drawnFrom(catalogue.indicators, draw).flatMap((indicator) => {
        const seed = oneOf(seeds, indicator, draw.salt, at);
        const current = code === scope || at === periods.length - 1;
        // One in ten is missing, so that gaps occur.
        return seed[4] === 0
          ? []
          : [figureOf(indicator, seed[current ? 0 : 1], seed[current ? 2 : 3])];
      });
      return {
        unit: '329999',
        period: parsePeriodCode(code) as Period,
        submission: at + 1,
        standing: 'approved',
        madeUp: false,
        figures,
      };
    });
    return {
      unit: { code: '329999', name: '示例县总工会', level: 'county' },
      scope: { kind: period.kind, period },
      reports,
      catalogue,
    };
  });

describe('for any figures', () => {
  // One set of random inputs, summarised once, serves every property.
  const samples = fc
    .sample(inputs, { numRuns: 250, seed: 20211231 })
    .map((input) => ({ input, summary: summarise(input) }));
  const check = (holds: (summary: Summary, input: SummaryInput) => void) =>
    samples.forEach(({ summary, input }) => holds(summary, input));

  test('no number stands without a source', () => {
    check((summary) => expect(findUnsourcedNumbers(summary.paragraphs)).toEqual([]));
  });

  test('every figure of the narrated period is stated in its printed form', () => {
    check(({ paragraphs, unstated }, { reports, scope }) => {
      const target = reports.find(({ period }) => period.code === scope.period.code);
      const missing = (target?.figures ?? []).filter(
        (figure) =>
          !isStated(
            paragraphs,
            {
              unit: '329999',
              period: scope.period.code,
              indicator: figure.indicator,
              submission: (target as SourceReport).submission,
            },
            [printFigure(figure, indicatorOf(figure.indicator))],
          ),
      );
      // Only an honour that nobody won is left to the table.
      expect(
        missing.filter(({ indicator, value }) => !indicatorOf(indicator).honour || value !== '0'),
      ).toEqual([]);
      expect(
        unstated
          .filter(({ key }) => key.period === scope.period.code)
          .map(({ key }) => key.indicator)
          .sort(),
      ).toEqual(missing.map(({ indicator }) => indicator).sort());
    });
  });

  test('no direction is false', () => {
    check(({ paragraphs }, input) => {
      for (const paragraph of paragraphs)
        for (const claim of claimsOf(paragraph))
          expect([claim, directionOf(claim, input)]).toEqual([claim, claim.direction]);
    });
  });

  test('其中 is never more than its whole', () => {
    check(({ paragraphs }, input) => {
      for (const { part, whole } of partsOf(paragraphs))
        expect(compare(valueOf(part, input), valueOf(whole, input))).toBeLessThanOrEqual(0);
    });
  });

  test('sentences are short, and no approximation is doubled', () => {
    check(({ paragraphs }) => {
      for (const { kind, segments } of paragraphs) {
        const text = segments.map((segment) => segment.text).join('');
        expect(text).not.toMatch(
          /约[^，。；、]*左右|近[^，。；、到]*(余|多)[万人家个件]|比上年与|[，；、。]{2}|undefined|null|\{\}/,
        );
        expect(segments.map((segment) => segment.text)).not.toContain('');
        if (kind === 'body')
          for (const sentence of text.split('。')) expect(sentence.length).toBeLessThanOrEqual(120);
      }
    });
  });
});

type Claim = { direction: -1 | 1; figures: FigureKey[]; text: string };

/** Every computed change with the word that stands before it. */
function claimsOf({ segments }: Paragraph): Claim[] {
  let said = '';
  return segments.flatMap(({ text, figures, computed }): Claim[] => {
    const words = [...said.matchAll(/增长|增加|提高|上升|下降|减少|回落/g)];
    said += text;
    if (!computed || !['growth', 'change', 'rate-change', 'average-growth'].includes(computed.kind))
      return [];
    const word = words.at(-1)?.[0] ?? '';
    return [{ direction: /下降|减少|回落/.test(word) ? -1 : 1, figures: figures ?? [], text }];
  });
}

// A shared 均 points at several pairs; each pair must agree.
function directionOf({ figures }: Claim, input: SummaryInput): number {
  const pairs = Array.from(
    { length: figures.length / 2 },
    (_, place) => [figures[place * 2], figures[place * 2 + 1]] as [FigureKey, FigureKey],
  );
  const directions = new Set(
    pairs.map(([current, base]) => compare(valueOf(current, input), valueOf(base, input))),
  );
  return directions.size === 1 ? ([...directions][0] as number) : 0;
}

/** Figures stated right after 其中, with the figure stated right before it. */
function partsOf(paragraphs: Paragraph[]): { part: FigureKey; whole: FigureKey }[] {
  return paragraphs.flatMap(({ segments }) => {
    const stated = segments.filter(({ figures, computed }) => figures && !computed);
    return stated.flatMap((segment) => {
      const part = segment.figures?.[0] as FigureKey;
      const code = indicatorOf(part.indicator).partOf;
      const before = segments
        .slice(0, segments.indexOf(segment))
        .map(({ text }) => text)
        .join('')
        .split('。')
        .at(-1) as string;
      const whole = stated
        .slice(0, stated.indexOf(segment))
        .map(({ figures }) => figures?.[0] as FigureKey)
        .findLast((key) => key.indicator === code && key.period === part.period);
      return before.includes('其中') && whole ? [{ part, whole }] : [];
    });
  });
}

function valueOf(key: FigureKey, { reports }: SummaryInput): string {
  const report = reports.find(
    ({ period, submission }) => period.code === key.period && submission === key.submission,
  ) as SourceReport;
  const figure = report.figures.find((one) =>
    isSameKey(
      {
        unit: report.unit,
        period: report.period.code,
        indicator: one.indicator,
        submission: report.submission,
      },
      key,
    ),
  ) as Figure;
  return figure.value as string;
}

function indicatorOf(code: string): Indicator {
  return catalogue.indicators.find((indicator) => indicator.code === code) as Indicator;
}

function figureOf({ code, unit, nature }: Indicator, raw: string, qualifier: Qualifier): Figure {
  const isMoney = unit === '元';
  const value = nature === 'ratio' ? String(Number(raw) % 101) : isMoney ? `${raw}000` : raw;
  const shown = {
    scale: isMoney ? ('万' as const) : ('none' as const),
    decimals: isMoney ? 1 : 0,
    unit,
  };
  return {
    indicator: code,
    measure: 'level',
    answer: 'number',
    value,
    shown,
    qualifier,
    baseYear: null,
    asOf: null,
    from: null,
    scopeNote: null,
    note: null,
  };
}
