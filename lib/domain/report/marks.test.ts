import { expect, it } from 'vitest';
import type { Indicator } from '../catalogue/indicator';
import type { ThreadWord } from './mark-thread';
import { openMarks, untouchedMarks } from './marks';

const indicator = (code: string, parts: [string, string] | null = null): Indicator => ({
  code,
  core: true,
  name: code,
  nameEn: code,
  section: 'S',
  unit: '人',
  nature: 'flow',
  direction: 'up',
  partOf: null,
  partsAddUp: false,
  display: { scale: 'none', decimals: 0, moneyUnit: null },
  numerator: parts?.[0] ?? null,
  denominator: parts?.[1] ?? null,
  chain: null,
  honour: false,
  level: null,
  definition: '',
  verb: null,
  aliases: [],
});
const all = [indicator('A'), indicator('B'), indicator('R', ['A', 'B'])];
const untouched = (marked: string[], changed: string[]) =>
  untouchedMarks(
    marked.map((code) => ({ indicator: code })),
    new Set(changed),
    all,
  );

it('a mark is dealt with once its figure says something else', () => {
  expect(untouched(['A', 'B'], ['B'])).toEqual(['A']);
  expect(untouched(['A'], [])).toEqual(['A']);
});

it('a marked rate is dealt with through its parts, a part not through the rate', () => {
  expect(untouched(['R'], ['B'])).toEqual([]);
  expect(untouched(['A', 'R'], ['R'])).toEqual(['A']);
});

it.each<[string, { said?: ThreadWord['kind'][]; changed?: string[]; marked?: string }, string[]]>([
  ['neither changed nor answered', { said: ['marked'] }, ['A']],
  ['without a thread', {}, ['A']],
  ['changed', { said: ['marked'], changed: ['A'] }, []],
  ['answered', { said: ['marked', 'answered'] }, []],
  ['answered and changed', { said: ['marked', 'answered'], changed: ['A'] }, []],
  ['answered, and asked again since', { said: ['marked', 'answered', 'replied'] }, ['A']],
  ['answered last time, and marked again', { said: ['marked', 'answered', 'marked'] }, ['A']],
  ['settled by the reviewer', { said: ['marked', 'settled'] }, []],
  ['a rate whose parts stay', { said: ['marked'], marked: 'R' }, ['R']],
  ['a rate with a part that was changed', { said: ['marked'], marked: 'R', changed: ['B'] }, []],
  ['of a figure that the form does not have', { said: ['marked'], marked: 'Z' }, []],
])('a mark is open: %s', (_, { said, changed = [], marked = 'A' }, open) => {
  const words = said?.map((kind) => ({ kind }) as ThreadWord);
  expect(
    openMarks(
      [{ indicator: marked }],
      new Set(changed),
      all,
      new Map(words && [[marked, { words }]]),
    ),
  ).toEqual(open);
});
