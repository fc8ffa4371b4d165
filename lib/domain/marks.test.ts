import { expect, it } from 'vitest';
import type { Indicator } from './indicator';
import { untouchedMarks } from './marks';

const indicator = (code: string, parts: [string, string] | null = null): Indicator => ({
  code, core: true, name: code, nameEn: code, section: 'S', unit: '人', nature: 'flow', direction: 'up', partOf: null, partsAddUp: false,
  display: { scale: 'none', decimals: 0, moneyUnit: null }, numerator: parts?.[0] ?? null, denominator: parts?.[1] ?? null,
  chain: null, honour: false, level: null, definition: '', verb: null, aliases: [],
});
const all = [indicator('A'), indicator('B'), indicator('R', ['A', 'B'])];
const untouched = (marked: string[], changed: string[]) => untouchedMarks(marked.map((code) => ({ indicator: code })), new Set(changed), all);

it('a mark is dealt with once its figure says something else', () => {
  expect(untouched(['A', 'B'], ['B'])).toEqual(['A']);
  expect(untouched(['A'], [])).toEqual(['A']);
});

it('a marked rate is dealt with through its parts, a part not through the rate', () => {
  expect(untouched(['R'], ['B'])).toEqual([]);
  expect(untouched(['A', 'R'], ['R'])).toEqual(['A']);
});
