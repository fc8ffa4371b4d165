// Words that promise something, held against the figures, in every style: 超额完成, 控制在…以内, 倍,
// 翻番, 占, 平均每人, and that whatever a style leaves out is listed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDraw, drawnFrom, oneOf } from '../catalogue/test-draw';
import type { FigureKey, Qualifier } from '../figure/figure';
import { compare, multiply } from '../figure/number';
import { summarise } from '../summary/summarise';
import type { Segment, SummaryInput, SummaryStyle } from '../comparison/source';
import type { Summary } from '../summary/summary';
import { styleChoices } from '../summary/style';
import { isSameKey } from './is-stated';
import { scope, type Values } from './test-input';
import { findUnsourcedNumbers } from '../reader/find-unsourced';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';

const { indicators } = standardCatalogue;
const stated = indicators.filter(
  ({ nature }) => nature === 'flow' || nature === 'stock' || nature === 'ratio',
);

/** A whole with its parts, and money with those it went to. */
const often = ['ZZ025', 'ZZ026', 'ZZ027', 'JG013', 'JG014', 'BF009', 'BF010', 'BF031', 'BF032'];

const value = fc.oneof(
  fc.constantFrom('0', '1', '9', '10', '50', '100', '120', '99999', '100000'),
  fc.nat(40).map(String),
  fc.nat(300_000).map(String),
);
const qualifier = fc.constantFrom<Qualifier>('', '', '', '近', '余', '以上', '约');
const style = fc.record<SummaryStyle>({
  length: fc.constantFrom(...styleChoices.length),
  headings: fc.constantFrom(...styleChoices.headings),
  falls: fc.constantFrom(...styleChoices.falls),
  numbers: fc.constantFrom(...styleChoices.numbers),
});
const inputs = fc
  .record({
    style,
    period: fc.constantFrom('2021', '2018..2021'),
    draw: anyDraw(0.12),
    family: fc.subarray(often),
    seeds: fc.array(fc.tuple(value, qualifier, fc.nat(5)), { minLength: 5, maxLength: 40 }),
  })
  .map(({ style: chosen, period, draw, family, seeds }): SummaryInput => {
    const picked = stated.filter(
      (indicator) => family.includes(indicator.code) || drawnFrom([indicator], draw).length > 0,
    );
    const values = (shift: number, isStated: boolean): Values =>
      Object.fromEntries(
        picked.flatMap((indicator) => {
          const { code, nature, unit } = indicator;
          const [given, lean, dice] = oneOf(seeds, indicator, draw.salt, shift);
          const number =
            nature === 'ratio'
              ? String(Number(given) % 101)
              : unit === '元' && given !== '0'
                ? `${given}0000`
                : given;
          const [goal] = oneOf(seeds, indicator, draw.salt + 2, shift);
          return [
            [code, [number, lean]],
            ...(isStated && dice === 0 ? [[`${code} target`, goal]] : []),
            ...(isStated && dice === 1 ? [[`${code} limit`, goal]] : []),
          ] as [string, Values[string]][];
        }),
      );
    const years =
      period === '2021'
        ? { '2020': values(1, false) }
        : Object.fromEntries(
            ['2018', '2019', '2020', '2021'].map((year, at) => [year, values(at, false)]),
          );
    return { ...scope(period, { ...years, [period]: values(7, true) }), style: chosen };
  });

describe('in every style', () => {
  const samples = fc
    .sample(inputs, { numRuns: 400, seed: 20220211 })
    .map((input) => ({ input, summary: summarise(input) }));
  const said = samples.flatMap(({ input, summary }) =>
    summary.paragraphs.flatMap(({ segments }) =>
      segments.map((segment, at) => ({ segment, before: segments[at - 1]?.text ?? '', input })),
    ),
  );
  const of = (kind: string) => said.filter(({ segment }) => segment.computed?.kind === kind);

  test('the samples say all of it', () => {
    for (const kind of ['completion', 'multiple', 'share', 'per-head', 'average-change'])
      expect([kind, of(kind).length > 5]).toEqual([kind, true]);
  });

  test('a target is reached, missed or exceeded as the figures have it', () => {
    for (const { segment, before, input } of of('completion')) {
      const [done, goal] = ends(segment, input);
      const percent = multiply(segment.text.replace(/[%以上]/g, ''), goal);
      expect([segment.text, compare(done, goal)]).toEqual([
        segment.text,
        before.endsWith('完成率') ? 1 : -1,
      ]);
      // Within the rounding of one decimal; a bound is never too high.
      const distance = Number(multiply(done, 100)) - Number(percent);
      expect(Math.abs(distance)).toBeLessThanOrEqual(Number(goal) * 0.1 + 1e-6);
      if (segment.text.endsWith('以上')) expect(distance).toBeGreaterThanOrEqual(0);
    }
  });

  test('what is within a control line is not above it', () => {
    for (const { segment, before, input } of said.filter(
      ({ segment: { figures } }) => figures?.[0]?.measure === 'limit',
    )) {
      const key = segment.figures?.[0] as FigureKey;
      const [done, line] = [valueOf({ ...key, measure: undefined }, input), valueOf(key, input)];
      if (before.endsWith('控制在控制线（')) expect(compare(done, line)).toBeLessThanOrEqual(0);
      if (before.endsWith('低于控制线（')) expect(compare(done, line)).toBe(-1);
      if (before.endsWith('超出控制线（')) expect(compare(done, line)).toBe(1);
    }
  });

  test('a multiple is a rise to half as much again at least, 翻一番 exactly twice as much', () => {
    for (const { segment, input } of of('multiple')) {
      const pairs = segment.figures ?? [];
      for (let at = 0; at < pairs.length; at += 2) {
        const [now, then] = [
          valueOf(pairs[at] as FigureKey, input),
          valueOf(pairs[at + 1] as FigureKey, input),
        ];
        if (segment.text === '翻一番') expect(now).toBe(multiply(then, 2));
        expect(compare(now, multiply(then, '1.5'))).toBeGreaterThanOrEqual(0);
      }
    }
  });

  test('no share is above the whole', () => {
    for (const { segment } of of('share'))
      expect(Number(segment.text.replace('%', ''))).toBeLessThanOrEqual(100);
  });

  test('falls that are left to the table are in no sentence', () => {
    for (const { segment, before, input } of of('growth')) {
      const indicator = indicators.find(({ code }) => code === segment.figures?.[0]?.indicator);
      if (input.style?.falls === 'table' && indicator?.direction === 'up')
        expect(before).not.toMatch(/(下降|减少)$/);
    }
  });

  test('what is not stated is listed, and what is listed is not stated', () => {
    for (const { input, summary } of samples) {
      const stated = input.reports.find(({ period }) => period.code === input.scope.period.code);
      for (const { indicator, measure } of stated?.figures ?? []) {
        const key = {
          unit: '329999',
          period: input.scope.period.code,
          indicator,
          submission: 1,
          ...(measure === 'level' ? {} : { measure }),
        } as FigureKey;
        const isListed = summary.unstated.some((one) => isSameKey(one.key, key));
        expect([key, isListed]).toEqual([key, !isSaid(summary, key)]);
      }
    }
  });

  test('sentences stay short and whole', () => {
    for (const { summary } of samples) {
      expect(findUnsourcedNumbers(summary.paragraphs)).toEqual([]);
      for (const { kind, segments } of summary.paragraphs) {
        const text = segments.map((segment) => segment.text).join('');
        expect(text).not.toMatch(
          /其中[，。；]?(其中|同时|此外|。)|[，；、。]{2}|undefined|null|\{\}/,
        );
        if (kind === 'body')
          for (const sentence of text.split('。')) expect(sentence.length).toBeLessThanOrEqual(120);
      }
    }
  });
});

const isSaid = ({ paragraphs }: Summary, key: FigureKey): boolean =>
  paragraphs.some(({ segments }) =>
    segments.some(
      ({ figures, computed }) =>
        computed?.kind !== 'count' && figures?.some((one) => isSameKey(one, key)) === true,
    ),
  );

/** What was done and what was to be done, behind one number. */
function ends({ figures = [] }: Segment, input: SummaryInput): [string, string] {
  return [valueOf(figures[0] as FigureKey, input), valueOf(figures.at(-1) as FigureKey, input)];
}

function valueOf(key: FigureKey, { reports }: SummaryInput): string {
  const figures = reports.find(({ period }) => period.code === key.period)?.figures ?? [];
  return figures.find(
    ({ indicator, measure }) => indicator === key.indicator && measure === (key.measure ?? 'level'),
  )?.value as string;
}
