// The document follows the office's plan: its parts, their headings, what is stated in which, and how it begins and
// ends.
import { expect, test } from 'vitest';
import { standardPlan } from '../document-plan/standard-plans';
import type { DocumentPlan } from '../document-plan/plan';
import type { SummaryInput, WorkNote } from '../comparison/source';
import { summarise } from '../summary/summarise';
import { clauseWith, proseOf, scope } from './test-input';

const years = {
  '2020': { JG001: '50', SZ001: '900', ZZ018: '800', RY003: '2', SX001: '10' },
  '2021': { JG001: '52', SZ001: '990', ZZ018: '840', RY003: '3', SX001: '12' },
};
const planned = (
  change: (plan: DocumentPlan) => void = () => undefined,
  more: Partial<SummaryInput> = {},
): SummaryInput => {
  const plan = structuredClone(standardPlan('couplets'));
  change(plan);
  return { ...scope('2021', years), plan, ...more };
};
const headingsOf = (input: SummaryInput) =>
  proseOf(input)
    .split('\n')
    .filter((line) => /^[一二三四五六七八]、/.test(line));
const partWith = (input: SummaryInput, words: string) => {
  const lines = proseOf(input).split('\n');
  const at = lines.findIndex((line) => line.includes(words));
  return lines.slice(0, at).findLast((line) => /^[一二三四五六七八]、/.test(line));
};

test('parts stand in the order of the plan under its headings, and one with nothing to state goes', () => {
  expect(headingsOf(planned())).toEqual([
    '一、强化思想引领，凝聚奋进力量',
    '二、服务发展大局，激发创新活力',
    '三、夯实组织根基，加强自身建设',
  ]);
  expect(headingsOf(planned(({ parts }) => void parts.reverse()))).toEqual([
    '一、夯实组织根基，加强自身建设',
    '二、服务发展大局，激发创新活力',
    '三、强化思想引领，凝聚奋进力量',
  ]);
});

test('several sections make one part, and a single indicator goes where it is put', () => {
  expect(partWith(planned(), '990')).toBe('二、服务发展大局，激发创新活力');
  const moved = planned(({ parts }) => void parts[0]!.indicators.push('SZ001'));
  expect(partWith(moved, '990')).toBe('一、强化思想引领，凝聚奋进力量');
  expect(partWith(moved, '52场次')).toBe('二、服务发展大局，激发创新活力');
});

test('what has no part is left to the table, and the author is shown so', () => {
  const summary = summarise(planned(({ parts }) => void parts.splice(1, 1)));
  expect(summary.unstated).toContainEqual({
    key: { unit: '329999', period: '2021', indicator: 'JG001', submission: 1 },
    reason: '提纲没有列入，列入对比表',
  });
  expect(summary.table.rows.map(({ indicator }) => indicator.code)).toContain('JG001');
});

test('honours go first, once', () => {
  const first = proseOf(planned()).split('\n')[1]!;
  expect(first).toMatch(/^2021年，.*五一劳动奖章3人/);
  expect(proseOf(planned()).match(/五一劳动奖章/g)).toHaveLength(1);
  const inTheirPart = planned((plan) => void (plan.honoursFirst = false));
  expect(partWith(inTheirPart, '五一劳动奖章3人')).toBe('三、夯实组织根基，加强自身建设');
});

test('the first measure that is a sentence is the theme of its part', () => {
  const note = (section: string, text: string): WorkNote => ({
    section,
    kind: 'measures',
    text,
    by: '宋佳',
  });
  const notes = [note('JG', '围绕全县重点项目'), note('SZ', '推行“菜单式”技能培训')];
  const lines = proseOf(planned(undefined, { notes })).split('\n');
  expect(lines[lines.indexOf('二、服务发展大局，激发创新活力') + 1]).toMatch(
    /^推行“菜单式”技能培训。围绕全县重点项目，/,
  );
});

test('the outlook says the targets of the next year in one sentence, and the office has the last word', () => {
  const next = scope('2022', { '2022': { 'JG001 target': '60', 'ZZ018 target': '900' } })
    .reports[0];
  const close = (plan: DocumentPlan) => void (plan.closing = '全县各级工会将再接再厉。');
  const lines = proseOf(planned(close, { next })).split('\n');
  expect(lines.slice(-3)).toEqual([
    '四、下一步目标',
    `2022年的目标是：${clauseWith('JG001', '60场次')}，${clauseWith('ZZ018', '900个')}。`,
    '全县各级工会将再接再厉。',
  ]);
  expect(proseOf(planned((plan) => void (plan.outlook = false), { next }))).not.toContain('2022年');
  const outlook = summarise(planned(close, { next })).paragraphs.at(-2)!;
  expect(outlook.segments.flatMap(({ figures }) => figures ?? [])).toContainEqual({
    unit: '329999',
    period: '2022',
    indicator: 'JG001',
    submission: 1,
    measure: 'target',
  });
});

test('a sentence keeps its name in whatever part it is stated', () => {
  const idsOf = (input: SummaryInput) =>
    summarise(input).paragraphs.flatMap(({ sentences }) => (sentences ?? []).map(({ id }) => id));
  const inOrder = (plan: DocumentPlan) => void (plan.honoursFirst = false);
  const planless = { ...planned(inOrder), plan: undefined };
  expect(idsOf(planned(inOrder)).toSorted()).toEqual(idsOf(planless).toSorted());
});
