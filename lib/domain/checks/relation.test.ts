import { expect, test } from 'vitest';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import type { Check, Term } from '../catalogue/indicator';
import { printRelation } from './relation';

const term = (code: string | null, factor = 1, period: Term['period'] = 0): Term => ({
  code,
  factor,
  period,
});
const words = {
  before: '(上年)',
  present: (given: string, asked: string) => `填 ${given} 就要填 ${asked}`,
};

test.each<[Pick<Check, 'left' | 'op' | 'right' | 'tolerance'>, string]>([
  [{ left: [term('A')], op: '<=', right: [term('B')], tolerance: 0 }, 'A ≤ B'],
  [
    { left: [term('A'), term('B'), term('C', -1)], op: '=', right: [term('D')], tolerance: 0.5 },
    'A + B − C = D ±0.5',
  ],
  [{ left: [term('A')], op: '>=', right: [term('A', 0.8, -1)], tolerance: 0 }, 'A ≥ 0.8 × A(上年)'],
  [{ left: [term('A')], op: '>=', right: [term(null, 0)], tolerance: 0 }, 'A ≥ 0'],
  [
    { left: [term('A', -2)], op: '<=', right: [term('B'), term(null, -3)], tolerance: 0 },
    '−2 × A ≤ B − 3',
  ],
  [
    { left: [term('R')], op: 'ratio-of', right: [term('A'), term('B')], tolerance: 0.1 },
    'R = A ÷ B × 100 ±0.1',
  ],
  [
    { left: [term('A'), term('B')], op: 'present-if', right: [term('C')], tolerance: 0 },
    '填 C 就要填 A、B',
  ],
])('%#', (check, text) => {
  expect(printRelation(check, words)).toBe(text);
});

test('every relation of the standard catalogue has a text of its own that names all its indicators', () => {
  for (const check of standardCatalogue.checks) {
    const text = printRelation(check, words);
    for (const { code } of [...check.left, ...check.right]) if (code) expect(text).toContain(code);
  }
});

test('names stand in place of codes, those of the period before as well', () => {
  const names: Record<string, string> = { A: '会员人数', B: '职工人数' };
  const check = {
    left: [term('A'), term('B', 1, -1)],
    op: '<=',
    right: [term('B'), term(null, 2)],
    tolerance: 0,
  } as const;
  expect(
    printRelation(
      { ...check, left: [...check.left], right: [...check.right] },
      { ...words, name: (code) => names[code]! },
    ),
  ).toBe('会员人数 + 职工人数(上年) ≤ 职工人数 + 2');
});
