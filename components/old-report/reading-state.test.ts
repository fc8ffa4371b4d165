import { expect, it } from 'vitest';
import { acceptedOf, acceptSure, firstAnswers, isShown, type Proposal } from './reading-state';

const proposal = (start: number, more: Partial<Proposal> = {}): Proposal => ({
  report: 0,
  start,
  end: start + 3,
  text: '55场',
  quote: '举办劳动竞赛55场。',
  period: '2021',
  indicator: 'JG001',
  candidates: ['JG001'],
  confidence: 0.95,
  isRepeat: false,
  isFigure: true,
  ...more,
});
const all = [
  proposal(1),
  proposal(2, { confidence: 0.6 }),
  proposal(3, { isRepeat: true }),
  proposal(4, { indicator: null, candidates: [], confidence: 0.2 }),
  proposal(5, { isFigure: false }),
];

it('accepts what is sure, once, and nothing that was answered', () => {
  const first = firstAnswers(all, []);
  expect(acceptedOf(all, first)).toEqual([]);
  expect(acceptedOf(all, acceptSure(all, first, 0.9)).map(({ start }) => start)).toEqual([1]);
  expect(acceptedOf(all, acceptSure(all, first, 0.5)).map(({ start }) => start)).toEqual([1, 2]);
  const skipped = { ...first, '0-1': { ...first['0-1']!, state: 'skipped' as const } };
  expect(acceptedOf(all, acceptSure(all, skipped, 0.9))).toEqual([]);
});

it('begins with what was accepted before', () => {
  const before = [{ report: 0, start: 4, indicator: 'ZZ001', period: '2020' }];
  expect(acceptedOf(all, firstAnswers(all, before))).toMatchObject([
    { start: 4, indicator: 'ZZ001', period: '2020', quote: '举办劳动竞赛55场。' },
  ]);
});

it('filters by how sure the reader is', () => {
  const answers = firstAnswers(all, []);
  const shown = (show: Parameters<typeof isShown>[2]) =>
    all.filter((one) => isShown(one, answers[`0-${one.start}`]!, show)).map(({ start }) => start);
  expect(shown('all')).toHaveLength(5);
  expect(shown('doubtful')).toEqual([2]);
  expect(shown('none')).toEqual([4]);
});
