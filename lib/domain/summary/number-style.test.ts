import { expect, test } from 'vitest';
import { scope, type Values } from '../narrative/test-input';
import { summarise } from './summarise';
import { usualStyle, type SummaryStyle } from '../comparison/source';

type Shown = { scale: 'none' | '万' | '亿'; decimals: number; unit: string; text?: string };

function printed(
  code: string,
  value: Values[string],
  numbers: SummaryStyle['numbers'],
  shown?: Shown,
): { text: string; table: string | null | undefined; chart: string | null | undefined } {
  const input = scope('2021', { '2021': { [code]: value, JG004: '20', JG017: '30' } });
  const reports = input.reports.map((report) => ({
    ...report,
    figures: report.figures.map((figure) =>
      figure.indicator === code && shown ? { ...figure, shown } : figure,
    ),
  }));
  const summary = summarise({ ...input, reports, style: { ...usualStyle, numbers } });
  const segment = summary.paragraphs
    .flatMap(({ segments }) => segments)
    .find(({ figures }) => figures?.some(({ indicator }) => indicator === code));
  const cell = summary.table.rows.find(({ indicator }) => indicator.code === code)?.cells[0];
  const chart = summary.charts
    .flatMap(({ series }) => series)
    .flatMap(({ figures, texts }) =>
      texts.filter((_, at) => figures[at]?.some(({ indicator }) => indicator === code)),
    )[0];
  return { text: segment?.text ?? '', table: cell?.text, chart };
}

test.each<[string, string, Values[string], SummaryStyle['numbers'], Shown | undefined, string]>([
  ['as entered', 'ZZ025', '112752', 'as-entered', undefined, '112752人'],
  ['in 万, two decimals', 'ZZ025', '112752', '万', undefined, '11.28万人'],
  ['no needless zero', 'ZZ025', '120000', '万', undefined, '12万人'],
  ['余 is rounded down', 'ZZ025', ['112752', '余'], '万', undefined, '11.27万余人'],
  ['近 is rounded up', 'ZZ025', ['112712', '近'], '万', undefined, '近11.28万人'],
  ['less than 万 stays', 'ZZ025', '9999', '万', undefined, '9999人'],
  [
    'money in 亿 becomes 万',
    'BF003',
    '181000000',
    '万',
    { scale: '亿', decimals: 2, unit: '元' },
    '18100万元',
  ],
  [
    'digits where every digit was reported',
    'BF006',
    '150780',
    'digits',
    { scale: '万', decimals: 4, unit: '名' },
    '150780名',
  ],
  [
    'no digits that nobody reported',
    'BF006',
    '150800',
    'digits',
    { scale: '万', decimals: 2, unit: '名' },
    '15.08万名',
  ],
  ['money stays in 万元', 'BF003', '1500000', 'digits', undefined, '150万元'],
  [
    'words stay words',
    'BF006',
    '12000',
    '万',
    { scale: 'none', decimals: 0, unit: '名', text: '一万二千名' },
    '一万二千名',
  ],
  ['a rate stays', 'HT004', '85.2', '万', undefined, '85.2%'],
])('%s: %s', (_, code, value, numbers, shown, text) => {
  const found = printed(code, value, numbers, shown);
  expect([found.text, found.table]).toEqual([text, text]);
  expect([undefined, text]).toContain(found.chart);
});

test('totals and differences follow', () => {
  const text = (years: Record<string, Values>, period: string) =>
    summarise({ ...scope(period, years), style: { ...usualStyle, numbers: '万' } })
      .paragraphs.flatMap(({ segments }) => segments.map((segment) => segment.text))
      .join('');
  expect(
    text(
      { '2019': { JG003: '7000' }, '2020': { JG003: '8000' }, '2021': { JG003: '8400' } },
      '2019..2021',
    ),
  ).toContain('参赛职工2.34万人次');
  expect(text({ '2020': { ZZ025: '100000' }, '2021': { ZZ025: '130000' } }, '2021')).toContain(
    '增加3万人，增长30.0%',
  );
  expect(text({ '2020': { ZZ025: '100000' }, '2021': { ZZ025: '103027' } }, '2021')).toContain(
    '增加3027人，增长3.0%',
  );
});
