import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAnswers, missingIndicators, progressOf, type AnswerRow } from './completeness';
import type { Answer } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { testIndicator } from '../catalogue/test-indicator';

const rowOf = (code: string, answer: Answer | null, more: Partial<Indicator> = {}): AnswerRow => ({
  indicator: testIndicator(code, { section: 'S', ...more }),
  figure: answer && { answer },
  isAsked: true,
});
const notAsked = (row: AnswerRow): AnswerRow => ({ ...row, isAsked: false });

describe('missingIndicators', () => {
  it.each<[Answer | null, string[]]>([
    [null, ['A']],
    ['blank', ['A']],
    ['number', []],
    ['not_applicable', []],
    ['not_available', []],
  ])('an indicator answered %s', (answer, missing) => {
    expect(missingIndicators([rowOf('A', answer)])).toEqual(missing);
  });

  it('what is not asked for is never missing, whatever stands in it', () => {
    expect(
      missingIndicators([
        notAsked(rowOf('A', null)),
        notAsked(rowOf('B', 'blank')),
        rowOf('C', null),
      ]),
    ).toEqual(['C']);
  });
});

describe('progressOf', () => {
  const failing = [{ cells: ['A'] }];

  it.each<[string, AnswerRow[], { cells: string[] }[], object]>([
    [
      'nothing',
      [rowOf('A', null), rowOf('B', 'blank')],
      [],
      { status: 'not-started', filled: 0, total: 2 },
    ],
    [
      'some',
      [rowOf('A', 'number'), rowOf('B', null)],
      [],
      { status: 'filling', filled: 1, total: 2 },
    ],
    [
      'all',
      [rowOf('A', 'number'), rowOf('B', 'not_available')],
      [],
      { status: 'done', filled: 2, total: 2 },
    ],
    [
      'all, with an open check',
      [rowOf('A', 'number'), rowOf('B', 'number')],
      failing,
      { status: 'problem', filled: 2, total: 2 },
    ],
    [
      'a check of another section',
      [rowOf('B', 'number'), rowOf('A', 'number', { section: 'Z' })],
      failing,
      { status: 'done', filled: 1, total: 1 },
    ],
    [
      'what merely has a figure',
      [rowOf('A', 'number'), notAsked(rowOf('B', 'number'))],
      [],
      { status: 'done', filled: 1, total: 1 },
    ],
    [
      'a check of what is not asked for',
      [notAsked(rowOf('A', 'number'))],
      failing,
      { status: 'problem', filled: 0, total: 0 },
    ],
  ])('%s', (_, rows, open, progress) => {
    expect(progressOf('S', rows, open)).toEqual(progress);
  });

  it('what is filled and what is missing make up the whole form', () => {
    const answers = fc.constantFrom<Answer | null>(
      null,
      'blank',
      'number',
      'not_applicable',
      'not_available',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('S', 'Z'), answers, fc.boolean())), (drawn) => {
        const rows = drawn.map(([section, answer, isAsked], index) => ({
          ...rowOf(`I${index}`, answer, { section }),
          isAsked,
        }));
        const [first, second] = [progressOf('S', rows, []), progressOf('Z', rows, [])];
        expect(first.total + second.total - first.filled - second.filled).toBe(
          missingIndicators(rows).length,
        );
        expect({ filled: first.filled + second.filled, total: first.total + second.total }).toEqual(
          countAnswers(rows),
        );
        expect(first.status === 'done' && second.status === 'done').toBe(
          missingIndicators(rows).length === 0,
        );
      }),
    );
  });
});
