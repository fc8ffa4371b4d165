import { describe, expect, it } from 'vitest';
import { readClipboard } from './clipboard';
import type { Indicator } from '../catalogue/indicator';
import { testIndicator } from '../catalogue/test-indicator';
import { planPaste, type PasteTarget } from './paste-plan';

const target = (
  code: string,
  name: string,
  typed = '',
  change: Partial<Indicator> = {},
): PasteTarget => ({
  typed,
  indicator: testIndicator(code, { name, ...change }),
});
const form = [
  target('JG001', '劳动竞赛场次'),
  target('JG002', '劳动竞赛参赛单位数', '333', { unit: '家' }),
  target('JG003', '劳动竞赛参赛职工人次', '', { aliases: ['参赛人次'] }),
  target('JG004', '职工技能比武项数'),
];
const plan = (text: string, start = 'JG001', column?: number) =>
  planPaste(readClipboard(text), form, start, '2021年', column);
const planned = (text: string, start?: string) =>
  plan(text, start).lines.map((line) => [
    line.kind,
    'code' in line ? line.code : line.label,
    line.text,
  ]);

describe('planPaste', () => {
  it('goes down from where the person stood, and says what lies beyond the form', () => {
    expect(planned('39\n40\n41', 'JG003')).toEqual([
      ['fill', 'JG003', '39'],
      ['fill', 'JG004', '40'],
      ['beyond', '', '41'],
    ]);
  });

  it('leaves a locked figure as it is, and says so', () => {
    const locked = form.map((one) => ({ ...one, isLocked: true }));
    expect(
      planPaste(readClipboard('JG002\t333\nJG003\t5'), locked, 'JG001', '2021年').lines.map(
        ({ kind }) => kind,
      ),
    ).toEqual(['same', 'locked']);
  });

  it('finds rows by code, by name, by another name, with numbering, units and 其中', () => {
    const text = 'JG004\t1\n 劳动竞赛 场次\t2\n参赛人次\t3\n1.劳动竞赛参赛单位数（家）\t4';
    expect(planned(text)).toEqual([
      ['fill', 'JG004', '1'],
      ['fill', 'JG001', '2'],
      ['fill', 'JG003', '3'],
      ['fill', 'JG002', '4'],
    ]);
    expect(planned('其中：劳动竞赛场次\t7')).toEqual([['fill', 'JG001', '7']]);
  });

  it('takes the column of this period, or the one that was chosen', () => {
    const text =
      '代码\t指标\t2020年\t2021年\nJG001\t劳动竞赛场次\t55\t60\nJG004\t职工技能比武项数\t39\t41';
    expect(plan(text)).toMatchObject({ by: 'name', column: 3, columns: [2, 3] });
    expect(planned(text)).toEqual([
      ['fill', 'JG001', '60'],
      ['fill', 'JG004', '41'],
    ]);
    expect(plan(text, 'JG001', 2).lines.map(({ text: cell }) => cell)).toEqual(['55', '39']);
  });

  it('has a verdict for every cell', () => {
    const text =
      '劳动竞赛场次\t####\n劳动竞赛参赛单位数\t３３３\n合计\t900\n参赛人次\t1.2E+08\n职工技能比武项数\t\n没有这一项\t5\n劳动竞赛场次\t7';
    expect(plan(text).lines).toMatchObject([
      { kind: 'wrong', code: 'JG001', issue: { code: 'excel-hashes' } },
      { kind: 'same', code: 'JG002' },
      { kind: 'total', label: '合计' },
      { kind: 'wrong', code: 'JG003', issue: { code: 'excel-exponent' } },
      { kind: 'empty', code: 'JG004' },
      { kind: 'unknown', label: '没有这一项' },
      { kind: 'repeated', code: 'JG001' },
    ]);
  });

  it('skips totals among numbers with labels that are no indicators', () => {
    expect(planned('甲\t1\n合计\t3\n乙\t2')).toEqual([
      ['fill', 'JG001', '1'],
      ['total', '合计', '3'],
      ['fill', 'JG002', '2'],
    ]);
  });

  it('does not take the head of a column for a number', () => {
    expect(planned('2021年\n39\n40')).toEqual([
      ['fill', 'JG001', '39'],
      ['fill', 'JG002', '40'],
    ]);
  });

  it('goes by name as soon as a third of the rows are known', () => {
    expect(
      planned('JG001\t1\nJG002\t2\n没有这一项\t3\n合计\t6\n也没有\t5').map(([kind]) => kind),
    ).toEqual(['fill', 'fill', 'unknown', 'total', 'unknown']);
  });

  it('never fills an empty cell over a figure', () => {
    expect(planned('1\n\n3')).toEqual([
      ['fill', 'JG001', '1'],
      ['empty', 'JG002', ''],
      ['fill', 'JG003', '3'],
    ]);
  });

  it('plans three hundred rows at once', () => {
    const many = Array.from({ length: 300 }, (_, i) => target(`XX${i}`, `指标${i}`));
    const text = Array.from({ length: 300 }, (_, i) => `指标${i}\t${i}`).join('\r\n');
    expect(
      planPaste(readClipboard(text), many, 'XX0', '2021年').lines.filter(
        ({ kind }) => kind === 'fill',
      ),
    ).toHaveLength(300);
  });
});

describe('the unit of what is pasted', () => {
  const members = target('ZZ025', '工会会员总数');
  const unions = target('ZZ001', '基层工会组织数', '', { unit: '个' });
  const women = target('ZZ026', '女会员人数');
  const planned = (text: string) =>
    planPaste(readClipboard(text), [unions, members, women], 'ZZ001', '2021年').lines.map(
      (line) => [
        line.kind === 'wrong' ? line.issue.code : line.kind,
        'code' in line ? line.code : line.label,
        line.text,
      ],
    );
  it.each([
    ['in the name', '工会会员总数（万人）\t13', [['fill', 'ZZ025', '13万']]],
    ['in a column', '工会会员总数\t万人\t13', [['fill', 'ZZ025', '13万']]],
    ['behind a code', '基层工会组织数\t01\t1280', [['fill', 'ZZ001', '1280']]],
    ['in the head', '指标\t2021年（万人）\n工会会员总数\t13', [['fill', 'ZZ025', '13万']]],
    [
      'in a line over the table',
      '单位：万人\t\n指标\t2021年\n工会会员总数\t13',
      [['fill', 'ZZ025', '13万']],
    ],
    [
      'said by two',
      '单位：个、万人\t\n基层工会组织数\t1280\n工会会员总数\t13',
      [
        ['fill', 'ZZ001', '1280'],
        ['fill', 'ZZ025', '13万'],
      ],
    ],
    [
      'said elsewhere',
      '工会会员总数（万人）\t13\n女会员人数\t6',
      [
        ['fill', 'ZZ025', '13万'],
        ['paste-scale', 'ZZ026', '6'],
      ],
    ],
    ['of something else', '工会会员总数（万元）\t13', [['wrong-unit', 'ZZ025', '13']]],
    [
      'beside a plan',
      '指标\t计划\t完成数\n基层工会组织数\t1500\t1280',
      [['fill', 'ZZ001', '1280']],
    ],
  ])('%s', (_, text, lines) => {
    expect(planned(text)).toEqual(lines);
  });
});
