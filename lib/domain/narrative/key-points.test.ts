// 要点 fit one page, say what matters before what does not, and nothing that the figures do not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyText } from '../reader/verify/verify-text';
import { inputs } from '../reader/test-inputs';
import { summarise } from '../summary/summarise';
import type { SummaryInput } from '../comparison/source';
import { mostInKeyPoints } from './key-points';
import { situations } from './test-situations';
import { clauseWith, scope } from './test-input';

const pointsOf = (input: SummaryInput): string[] =>
  (summarise(input).keyPoints ?? []).map(({ segments }) =>
    segments.map(({ text }) => text).join(''),
  );

test('what is said is true of any data, and fits the page', () => {
  for (const input of fc.sample(inputs, { numRuns: 60, seed: 20211231 })) {
    const points = summarise(input).keyPoints ?? [];
    const { lies, unread } = verifyText(points, input);
    expect([...lies, ...unread]).toEqual([]);
    // How a unit came to be what it is goes with any comparison, however much that is to say.
    const said = pointsOf({ ...input, successions: [] }).join('');
    expect(said.length).toBeLessThanOrEqual(mostInKeyPoints);
  }
});

test('targets met and missed, rises before small ones, and every fall', () => {
  const points = pointsOf(situations['targets'] as SummaryInput).join('\n');
  expect(points).toContain('目标：设定年度目标的8项指标中，5项完成、3项未完成');
  expect(points).toContain(`进展：${clauseWith('JG001', '54场次')}，比上年增长8.0%`);
  expect(points).toContain('关注：劳动竞赛参赛职工17100人次，比上年下降5.0%');
});

test('a few pieces more are no progress', () => {
  const input = scope('2021', {
    '2020': { JG001: '12', SX001: '400' },
    '2021': { JG001: '14', SX001: '440' },
  });
  expect(pointsOf(input).join('')).toContain('组织集中宣讲440场次，比上年增长10.0%');
  expect(pointsOf(input).join('')).not.toContain('劳动竞赛');
});

test('reasons stand in the words of those who gave them', () => {
  const input = scope('2021', { '2020': { JG001: '60' }, '2021': { JG001: '40' } });
  const explained = [
    { indicators: ['JG001'], text: '停办3场。', by: '王芳', isPublic: true, ofChange: true },
  ];
  const { keyPoints = [] } = summarise({ ...input, explained });
  expect(keyPoints.flatMap(({ segments }) => segments).find(({ by }) => by === '王芳')?.text).toBe(
    '停办3场',
  );
});

test('a brief text keeps what matters within two pages', () => {
  const values = (factor: number) =>
    Object.fromEntries(
      (situations['detailed'] as SummaryInput).catalogue.indicators
        .filter(({ nature }) => nature === 'flow' || nature === 'stock')
        .map(({ code }, place) => [code, String((place + 40) * factor)]),
    );
  const input = scope('2021', { '2020': values(10), '2021': values(11) });
  const style = {
    length: 'brief',
    headings: 'plain',
    falls: 'told',
    numbers: 'as-entered',
  } as const;
  const lines = summarise({ ...input, style }).paragraphs.map(({ kind, segments }) => {
    const width = segments
      .map(({ text }) => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 1 : 0.5), 0))
      .reduce((sum, one) => sum + one, kind === 'body' ? 2 : 0);
    return kind === 'title' ? 3 : Math.ceil(width / 28);
  });
  expect(lines.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(44);
});
