import { describe, expect, it } from 'vitest';
import { checkFault } from './fault';
import type { Term } from '../catalogue/indicator';

const term = (code: string | null, factor = 1, period: 0 | -1 = 0): Term => ({
  code,
  factor,
  period,
});
const right = {
  left: [term('A')],
  op: '<=' as const,
  right: [term('B')],
  tolerance: '0',
  note: '甲不应大于乙，请核对。',
  marks: [],
};

describe('a check that an administrator made', () => {
  it.each<[string | undefined, Partial<Parameters<typeof checkFault>[0]>]>([
    [undefined, {}],
    [undefined, { right: [term('A', 1.2, -1), term(null, 20)], tolerance: '0.5', marks: ['A'] }],
    ['check-side-empty', { left: [] }],
    ['check-too-many-terms', { right: Array.from({ length: 31 }, () => term('B')) }],
    ['unknown-indicator', { right: [term('X')] }],
    ['unknown-indicator', { marks: ['X'] }],
    ['check-factor', { left: [term('A', 0)] }],
    ['check-factor', { left: [term('A', Number.NaN)] }],
    ['check-without-indicator', { left: [term(null, 1)], right: [term(null, 2)] }],
    ['check-ratio-shape', { op: 'ratio-of' }],
    [undefined, { op: 'ratio-of', right: [term('B'), term('A')] }],
    ['check-presence-shape', { op: 'present-if', right: [term('B', 1, -1)] }],
    ['check-tolerance', { tolerance: '-1' }],
    ['check-tolerance', { tolerance: '' }],
    ['check-note', { note: '核对' }],
  ])('%s', (code, over) => {
    expect(checkFault({ ...right, ...over }, new Set(['A', 'B']))?.code).toBe(code);
  });
});
