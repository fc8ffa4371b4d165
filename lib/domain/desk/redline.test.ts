import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../comparison/source';
import { compareTexts, redline, type Piece } from './redline';
import { narrate } from '@/prisma/world/narrated-documents';
import { match } from './tokens';

const textOf = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');
const marked = (pieces: Piece[]) =>
  pieces
    .map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `[+${text}+]` })[kind])
    .join('');
const bodies = (...texts: string[]): Paragraph[] =>
  texts.map((text) => ({ kind: 'body', segments: [{ text }] }));

describe('compareTexts', () => {
  test.each([
    [
      '举办劳动竞赛1695场次。',
      '举办劳动竞赛1700场次。',
      '举办劳动竞赛[-1695-]场次。',
      '举办劳动竞赛[+1700+]场次。',
    ],
    [
      '发放40.7万元，增长7.1%。',
      '发放40.7万元，下降7.2%。',
      '发放40.7万元，[-增长7.1%-]。',
      '发放40.7万元，[+下降7.2%+]。',
    ],
    ['同一句。', '同一句。', '同一句。', '同一句。'],
    ['', '新写的。', '', '[+新写的。+]'],
  ])('%s → %s', (before, after, left, right) => {
    const { before: a, after: b } = compareTexts(before, after);
    expect([marked(a), marked(b)]).toEqual([left, right]);
  });

  test('each side is its own text, and what is the same is the same on both', () => {
    const text = fc
      .array(fc.constantFrom('职工', '工会', '1695', '40.7万', '增长', '，', '。', '的'), {
        maxLength: 60,
      })
      .map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = compareTexts(before, after);
        expect([textOf(pieces.before), textOf(pieces.after)]).toEqual([before, after]);
        const same = (of: Piece[]) => textOf(of.filter(({ kind }) => kind === 'same'));
        expect(same(pieces.before)).toBe(same(pieces.after));
      }),
    );
  });
});

describe('redline', () => {
  test('reconstructs both texts in their order', () => {
    const paragraph = fc.constantFrom(
      '举办劳动竞赛1695场次。',
      '举办劳动竞赛1700场次。',
      '签订集体合同1461份。',
      '新写的一段话。',
    );
    fc.assert(
      fc.property(
        fc.array(paragraph, { maxLength: 8 }),
        fc.array(paragraph, { maxLength: 8 }),
        (before, after) => {
          const rows = redline(bodies(...before), bodies(...after));
          expect(rows.flatMap((row) => (row.before ? [textOf(row.before)] : []))).toEqual(before);
          expect(rows.flatMap((row) => (row.after ? [textOf(row.after)] : []))).toEqual(after);
        },
      ),
    );
  });

  test('a corrected figure shows in its paragraph alone', () => {
    const rows = redline(
      narrate('hn').summary.paragraphs,
      narrate('hn', { JG001: '1700' }).summary.paragraphs,
    );
    const changed = rows.filter(
      (row) => row.before?.some(({ kind }) => kind !== 'same') || !row.after,
    );
    expect(changed.map(({ before }) => marked(before!)).join()).toContain('[-1695-]');
    expect(changed).toHaveLength(1);
  });
});

test('match finds a longest common subsequence', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 14 });
  const longest = (a: string[], b: string[]): number => {
    const table = Array.from({ length: a.length + 1 }, () =>
      new Array<number>(b.length + 1).fill(0),
    );
    for (let i = 1; i <= a.length; i += 1)
      for (let j = 1; j <= b.length; j += 1)
        table[i]![j] =
          a[i - 1] === b[j - 1]
            ? table[i - 1]![j - 1]! + 1
            : Math.max(table[i - 1]![j]!, table[i]![j - 1]!);
    return table[a.length]![b.length]!;
  };
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const pairs = match(a, b, (letter) => letter);
      expect(
        pairs.every(
          ([i, j], at) =>
            a[i] === b[j] && (at === 0 || (i > pairs[at - 1]![0] && j > pairs[at - 1]![1])),
        ),
      ).toBe(true);
      expect(pairs).toHaveLength(longest(a, b));
    }),
  );
});
