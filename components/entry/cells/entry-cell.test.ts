import { describe, expect, it } from 'vitest';
import { testIndicator } from '@/lib/domain/catalogue/test-indicator';
import type { EnteredFigure } from '@/lib/domain/entry/figure-edit';
import {
  cellOf,
  contentOf,
  isUnsent,
  issueOf,
  saysTheSame,
  valueOf,
  type Cell,
} from './entry-cell';

const indicator = testIndicator('T1', {
  unit: '元',
  display: { scale: '万', decimals: 2, moneyUnit: '万元' },
});
const stored = (change: Partial<EnteredFigure>): EnteredFigure => ({
  indicator: 'T1',
  measure: 'level',
  answer: 'number',
  value: '1234500',
  shown: { scale: '万', decimals: 2, unit: '元' },
  qualifier: '',
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
  revision: 3,
  enteredBy: '王敏',
  enteredAt: '2026-11-21T06:02:00Z',
  ...change,
});
const cell = (figure: EnteredFigure | null, change: Partial<Cell> = {}): Cell => ({
  ...cellOf({
    indicator,
    figure,
    previous: null,
    changes: [],
    isAsked: true,
    workedOut: null,
    previousWorkedOut: null,
    mark: null,
    lock: null,
    history: [],
    evidence: [],
  }),
  ...change,
});

describe('a cell', () => {
  it('begins with what the server holds and the revision it saw', () => {
    const begun = cell(stored({}));
    expect(begun.content).toEqual({ typed: '123.45' });
    expect(begun.seen).toBe(3);
    expect(cell(null).seen).toBe(0);
  });

  it('keeps blank, 0, not applicable and not available apart', () => {
    const contents = [
      contentOf(null, indicator),
      contentOf(stored({ value: '0', shown: { scale: '万', decimals: 0, unit: '元' } }), indicator),
      contentOf(
        stored({ answer: 'not_applicable', value: null, shown: null, note: '没有' }),
        indicator,
      ),
      contentOf(stored({ answer: 'not_available', value: null, shown: null }), indicator),
    ];
    expect(contents).toEqual([
      { typed: '' },
      { typed: '0' },
      { answer: 'not_applicable', note: '没有' },
      { answer: 'not_available', note: null },
    ]);
  });

  it.each([
    ['the same digits in full width', '１２３．４５', true],
    ['with a thousands separator and spaces', ' 123.45 ', true],
    ['another number', '123.46', false],
    ['another precision', '123.450', false],
    ['a qualifier more', '近123.45', false],
    ['nothing any more', '', false],
    ['not a number', '约多', false],
  ])('%s: says the same as what is stored? %s → %s', (_case, typed, expected) => {
    expect(saysTheSame(cell(stored({}), { content: { typed } }))).toBe(expected);
  });

  it('finds what is wrong before it is sent, and the value of what is right', () => {
    expect(issueOf(cell(null, { content: { typed: '约多300' } }))).not.toBeNull();
    expect(issueOf(cell(null, { content: { typed: '1.2亿' } }))).toBeNull();
    expect(valueOf(cell(null, { content: { typed: '1.2亿' } }))).toBe('120000000');
    expect(valueOf(cell(null, { content: { answer: 'not_applicable', note: null } }))).toBeNull();
  });

  it('is unsent as long as the server holds something else', () => {
    expect(isUnsent(cell(stored({}), { state: 'editing', content: { typed: '5' } }))).toBe(true);
    expect(isUnsent(cell(stored({}), { state: 'invalid', content: { typed: '五' } }))).toBe(true);
    expect(isUnsent(cell(stored({}), { state: 'editing' }))).toBe(false);
    expect(isUnsent(cell(stored({}), { state: 'saved', content: { typed: '5' } }))).toBe(false);
  });
});
