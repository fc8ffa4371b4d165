import fc from 'fast-check';
import { expect, test } from 'vitest';
import { threadStanding, type ThreadWord } from './mark-thread';

const word = (kind: ThreadWord['kind']) => ({ kind });

test.each([
  [['marked'], 'waits-for-unit'],
  [['marked', 'answered'], 'waits-for-reviewer'],
  [['marked', 'answered', 'answered'], 'waits-for-reviewer'],
  [['marked', 'answered', 'replied'], 'waits-for-unit'],
  [['marked', 'settled'], 'settled'],
  [['marked', 'answered', 'settled', 'replied'], 'waits-for-unit'],
  [['marked', 'settled', 'marked'], 'waits-for-unit'],
] as const)('%j %s', (kinds, standing) => {
  expect(threadStanding(kinds.map(word))).toBe(standing);
});

test('only the last word counts', () => {
  const kind = fc.constantFrom('marked', 'answered', 'replied', 'settled');
  fc.assert(
    fc.property(fc.array(kind), kind, (before, last) => {
      expect(threadStanding([...before, last].map(word))).toBe(threadStanding([word(last)]));
    }),
  );
});
