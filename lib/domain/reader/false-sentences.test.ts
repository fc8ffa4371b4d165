// Sentences that were false once: each kind is not said any more, and is found where somebody says it.
import { describe, expect, test } from 'vitest';
import type { Figure } from '../figure/figure';
import type { SummaryInput } from '../comparison/source';
import { clauseWith, proseOf, scope, type Values } from '../narrative/test-input';
import { summarise } from '../summary/summarise';
import { verifyText } from './verify/verify-text';

/** The input with some of a figure changed, by period and code. */
function having(
  input: SummaryInput,
  changes: Record<string, Record<string, Partial<Figure>>>,
): SummaryInput {
  return {
    ...input,
    reports: input.reports.map((report) => ({
      ...report,
      figures: report.figures.map((figure) => {
        const key =
          figure.measure === 'level' ? figure.indicator : `${figure.indicator} ${figure.measure}`;
        return { ...figure, ...changes[report.period.code]?.[key] };
      }),
    })),
  };
}
const years = (code: string, values: string[]): Record<string, Values> =>
  Object.fromEntries(values.map((value, at) => [String(2017 + at), { [code]: value }]));
const notesOf = (input: SummaryInput): string => summarise(input).table.notes.join('\n');

/** What the reader says of a single sentence about these data. */
function liesOf(text: string, input: SummaryInput): string[] {
  const { lies } = verifyText([{ kind: 'body', segments: [{ text }] }], input, { links: false });
  return lies.map(({ why }) => why);
}

const complaints = scope('2021', { '2020': { FL018: '1000' }, '2021': { FL018: '100' } });
const members = scope('2021', { '2020': { ZZ025: '100000' }, '2021': { ZZ025: '120000' } });
const contests = scope('2021', { '2020': { JG001: '100' }, '2021': { JG001: '50' } });
const poor = (value: string): SummaryInput =>
  scope('2021', { '2021': { BF001: value, 'BF001 target': '100' } });

describe('comparable or silent', () => {
  test.each<[string, SummaryInput, RegExp, string, string]>([
    [
      'another scope',
      having(complaints, { '2021': { FL018: { scopeNote: '市总工会本级' } } }),
      /比上年|项指标/,
      '受理职工信访件数（2021年为市总工会本级，2020年未注明范围）',
      '受理职工信访100件，比上年下降90.0%。',
    ],
    [
      'another date',
      having(members, { '2020': { ZZ025: { asOf: '2020-06' } } }),
      /比上年/,
      '工会会员总数（2021年为2021年末，2020年为2020年6月）',
      '工会会员总数达120000人，比上年末增长20.0%。',
    ],
    [
      'another span',
      having(contests, { '2021': { JG001: { from: '2021-01', asOf: '2021-02' } } }),
      /比上年|下降/,
      '劳动竞赛场次（2021年为1—2月，2020年为1—12月）',
      '举办劳动竞赛50场次，比上年下降50.0%。',
    ],
  ])('%s: nothing is said, the note says why, the reader finds it', (_, input, said, why, lie) => {
    expect(proseOf(input)).not.toMatch(said);
    expect(notesOf(input)).toContain(`口径不同，未作对比：${why}`);
    expect(summarise(input).table.rows[0]).toMatchObject({ change: null, changePercent: null });
    expect(summarise(input).charts.flatMap(({ series }) => series)).toEqual([]);
    expect(liesOf(lie, input)).not.toEqual([]);
  });

  test('the same months of both years are compared as such', () => {
    const input = having(contests, {
      '2020': { JG001: { from: '2020-01', asOf: '2020-02' } },
      '2021': { JG001: { from: '2021-01', asOf: '2021-02' } },
    });
    expect(proseOf(input)).toContain('比上年同期下降50.0%');
  });

  test('years of different scope are not added up', () => {
    const input = having(scope('2017..2021', years('BF019', ['1', '2', '3', '4', '50'])), {
      '2021': { BF019: { scopeNote: '一线职工' } },
    });
    const code = scope('2017..2021', years('JG001', ['41', '42', '43', '44', '45']));
    const narrowed = having(code, { '2021': { JG001: { scopeNote: '市总工会本级' } } });
    expect(proseOf(narrowed)).not.toContain('215场次');
    expect(proseOf(narrowed)).toContain('2021年，');
    expect(notesOf(narrowed)).toContain('口径不同，未跨年合计：劳动竞赛场次（各年范围不同）');
    const earlier = having(code, { '2018': { JG001: { scopeNote: '市总工会本级' } } });
    expect(proseOf(earlier)).toContain(`2019年至2021年，${clauseWith('JG001', '132场次')}`);
    expect(liesOf('五年来，举办劳动竞赛215场次。', narrowed)).not.toEqual([]);
    expect(input.reports).toHaveLength(5);
  });
});

describe('true to the last digit', () => {
  test.each<[string, string, string, string]>([
    ['a fall of nearly all', '100000', '40', '下降99.96%'],
    ['a rise to nearly twice', '100000', '199950', '增长99.95%'],
  ])('%s', (_, before, now, said) => {
    const input = scope('2021', { '2020': { JG003: before }, '2021': { JG003: now } });
    expect(proseOf(input)).toContain(said);
    expect(liesOf(proseOf(input).split('\n').at(-1) as string, input)).toEqual([]);
  });

  test('a rate of nearly all is not all', () => {
    const input = scope('2021', { '2021': { ZZ023: '10000', ZZ025: '9997' } });
    expect(proseOf(input)).toContain('99.97%');
  });

  test.each<[string, ['近' | '余', string], string]>([
    ['近', ['近', '20010'], '近2.01万'],
    ['近', ['近', '10030'], '近1.01万'],
    ['余', ['余', '19999'], '1.99万余'],
  ])('%s in 万', (_, [qualifier, value], said) => {
    const input = scope('2021', { '2021': { JG003: [value, qualifier] } });
    const style = { length: 'standard', headings: 'plain', falls: 'told', numbers: '万' } as const;
    expect(proseOf({ ...input, style })).toContain(said);
  });
});

describe('no praise and no promise beyond the data', () => {
  test.each(['120', '90'])('a target of what is neutral is named: %s', (value) => {
    expect(proseOf(poor(value))).toContain('年度目标为100户');
    expect(
      liesOf(`在档困难职工家庭${value}户，超额完成年度目标（100户）。`, poor(value)),
    ).not.toEqual([]);
  });

  test('what is nearly flat is counted as flat', () => {
    const input = scope('2021', {
      '2020': { JG001: '1000', JG003: '18000' },
      '2021': { JG001: '1003', JG003: '18000' },
    });
    expect(proseOf(input)).toContain('2项指标均持平或基本持平');
    expect(liesOf('与上年可比的2项指标中，1项上升、1项持平。', input)).not.toEqual([]);
  });

  test('equal counts are not the same honours', () => {
    const input = having(scope('2021', { '2020': { RY038: '2' }, '2021': { RY038: '2' } }), {
      '2021': { RY038: { shown: { scale: 'none', decimals: 0, unit: '项', text: '双殊荣' } } },
    });
    expect(proseOf(input)).not.toMatch(/再次|相同/);
    expect(liesOf('再次荣获上级综合表彰双殊荣。', input)).not.toEqual([]);
  });
});

describe('growth that was reported', () => {
  const reported = (growth: string, code = 'JG003') =>
    scope('2021', {
      '2020': { [code]: '10000' },
      '2021': { [code]: '9000', [`${code} growth`]: growth },
    });
  test('one that the figures contradict is not stated', () => {
    expect(proseOf(reported('5'))).not.toContain('增长5');
    expect(proseOf(reported('5'))).toContain('下降10.0%');
    expect(notesOf(reported('5'))).toContain('与两期数据计算的不一致');
  });
  test('one of nothing is 持平', () => {
    const input = scope('2021', { '2021': { JG003: '9000', 'JG003 growth': '0' } });
    expect(proseOf(input)).toContain('与上年持平');
    expect(proseOf(input)).not.toContain('0%');
  });
  test('one of a rate is not per cent', () => {
    const input = scope('2021', { '2021': { HT004: '90', 'HT004 growth': '3' } });
    expect(proseOf(input)).not.toContain('3%');
    expect(notesOf(input)).toContain('率的增减应为百分点');
  });
  test('it is never in 万', () => {
    const input = having(scope('2021', { '2021': { JG003: '9000', 'JG003 growth': '28' } }), {
      '2021': { 'JG003 growth': { shown: { scale: '万', decimals: 4, unit: '%' } } },
    });
    expect(proseOf(input)).toContain('增长28%');
  });
});

test('a term says which years it rests on', () => {
  const input = scope('2017..2021', { '2020': { JG001: '44' } });
  expect(proseOf(input)).toContain('以上年份中只有2020年有数据');
});
