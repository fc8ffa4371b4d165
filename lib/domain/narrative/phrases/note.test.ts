import { expect, test } from 'vitest';
import { findUnsourcedNumbers } from '../../reader/find-unsourced';
import { summarise } from '@/lib/domain/summary/summarise';
import type { WorkNote } from '@/lib/domain/comparison/source';
import { proseOf, scope, clauseWith, type Values } from '@/lib/domain/narrative/test-input';

const values: Values = { JG001: '54', JG003: '19440' };
const contests = clauseWith('JG001', '54场次');
const stated = (...notes: Partial<WorkNote>[]) => ({
  ...scope('2021', { '2021': values }),
  notes: notes.map((note): WorkNote => ({
    section: 'JG',
    kind: 'measures',
    text: '',
    by: '周磊',
    ...note,
  })),
});

test.each<[string, Partial<WorkNote>[], string]>([
  [
    'what was done is a sentence',
    [{ text: '围绕重点项目，开展主题竞赛' }],
    `围绕重点项目，开展主题竞赛。全年${contests}`,
  ],
  [
    'so it is without a comma',
    [{ text: '围绕重点项目开展主题竞赛' }],
    `围绕重点项目开展主题竞赛。全年${contests}`,
  ],
  [
    'what is no sentence leads in',
    [{ text: '围绕全县重点项目' }],
    `\n围绕全县重点项目，全年${contests}`,
  ],
  [
    'so does what it was done for',
    [{ text: '以“建功”主题为引领' }],
    `以“建功”主题为引领，全年${contests}`,
  ],
  ['its own full stop is ours', [{ text: ' 开展主题竞赛。\n' }], `开展主题竞赛。全年${contests}`],
  [
    'a half-width comma between characters',
    [{ text: '围绕重点项目,开展主题竞赛' }],
    '围绕重点项目，开展主题竞赛。全年',
  ],
  ['a number keeps its comma', [{ text: '发放1,200份材料' }], '发放1,200份材料。全年'],
  [
    'sentences stand by themselves',
    [{ text: '开展主题竞赛。新设两个赛区' }],
    `开展主题竞赛。新设两个赛区。全年${contests}`,
  ],
  [
    'what is long stands by itself',
    [{ text: '深化'.repeat(30) }],
    `${'深化'.repeat(30)}。全年${contests}`,
  ],
  ['nothing written, nothing said', [{ text: ' 。' }], `\n全年${contests}`],
  ['one text once', [{ text: '开展主题竞赛' }, { text: '开展主题竞赛。' }], '\n开展主题竞赛。全年'],
  [
    'what stands out opens the summary',
    [{ kind: 'highlights', text: '经验在全市推广。' }],
    '2021年，经验在全市推广。现将示例县总工会主要工作情况报告如下',
  ],
  [
    'a section without figures',
    [{ section: 'BH', text: '压实安全责任' }],
    '二、劳动保护\n压实安全责任。',
  ],
])('%s', (_, notes, said) => {
  expect(proseOf(stated(...notes))).toContain(said);
});

test('own words are marked as somebody’s, and nobody looks for the source of their numbers', () => {
  const { paragraphs } = summarise(stated({ text: '走访企业36家' }));
  expect(
    paragraphs.flatMap(({ segments }) => segments).filter(({ by }) => by !== undefined),
  ).toEqual([{ text: '走访企业36家', by: '周磊' }]);
  expect(findUnsourcedNumbers(paragraphs)).toEqual([]);
});

test('sentences of one kind in one section keep names of their own', () => {
  const { paragraphs } = summarise(
    stated(
      { text: '开展主题竞赛。' },
      { text: '办好职工创新成果展；评出优秀成果' },
      { kind: 'highlights', text: '甲' },
      { kind: 'highlights', text: '乙' },
    ),
  );
  const ids = paragraphs.flatMap(({ sentences }) => (sentences ?? []).map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});
