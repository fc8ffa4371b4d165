import { describe, expect, test } from 'vitest';
import { documentScopes } from '@/prisma/world/document-scopes';
import { summarise } from '../summary/summarise';
import { toData, toMarkdown, toText } from '../summary/text';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const scopes = new Map(
  documentScopes(catalogue).map(({ document, input }) => [document, summarise(input)]),
);
const summaryOf = (document: string) => scopes.get(document) as ReturnType<typeof summarise>;

function lineOf(document: string, code: string) {
  const row = summaryOf(document).table.rows.find(({ indicator }) => indicator.code === code);
  return (
    row && [
      row.unit,
      ...row.cells.map(({ text }) => text),
      row.change?.text ?? null,
      row.changePercent?.text ?? null,
    ]
  );
}

describe('the comparison table', () => {
  test('sets a year beside the year before', () => {
    expect(summaryOf('hn').table.columns.map(({ label, role }) => [label, role])).toEqual([
      ['2022年', 'current'],
      ['2021年', 'base'],
    ]);
    expect(lineOf('hn', 'JG001')).toEqual(['场次', '1695场次', '1583场次', '+112场次', '+7.1%']);
    expect(lineOf('hn', 'HT004')).toEqual(['%', '87%', '85.2%', '+1.8个百分点', null]);
  });

  test('prints what was reported as a change, with its own source', () => {
    expect(lineOf('hn', 'FL018')).toEqual(['件', '262件', '462件', null, '−43.29%']);
    expect(lineOf('hn', 'ZZ001')?.at(-2)).toBe('+403家');
    const row = summaryOf('hn').table.rows.find(({ indicator }) => indicator.code === 'ZZ001');
    expect(row?.change?.figures?.[0]?.measure).toBe('net_increase');
  });

  test('sets the end of a term beside its base year, and bounds what is approximate', () => {
    expect(summaryOf('xz').table.columns.map(({ label }) => label)).toEqual([
      '2012年',
      '2016年',
      '2012—2017年',
    ]);
    expect(lineOf('xz', 'HT016')).toEqual(['%', '90%', null, '98%以上', '+8个百分点以上', null]);
    expect(lineOf('xz', 'FL004')).toEqual(['人', '2600名', null, '4300名', '+1700名', '+65.4%']);
  });

  test('says which data are made up and what a scope is', () => {
    const { notes } = summaryOf('jh').table;
    expect(notes).toContainEqual('2020年数据为演示数据。');
    // A rate on 4 cases is left out as much as one on nothing: the table says so.
    expect(notes).toContainEqual(expect.stringContaining('基期为零、为负或不足10的只列增减量'));
    expect(notes.at(-1)).toContain('受理职工信访件数：含咨询');
    expect(summaryOf('jh').cautions).toEqual(['made-up']);
  });
});

describe('charts', () => {
  test('draw figures of one unit, with the printed forms of the table', () => {
    const chart = summaryOf('hn').charts.find(({ unit }) => unit === '万元');
    expect(chart?.series.map(({ name }) => name)).toEqual(['2021年', '2022年']);
    const place = chart?.categories.indexOf('工会会员普惠资金') ?? -1;
    expect(chart?.series.map(({ values, texts }) => [values[place], texts[place]])).toEqual([
      [871.2, '871.2万元'],
      [913, '913万元'],
    ]);
  });

  test('every document has one', () => {
    for (const summary of scopes.values()) expect(summary.charts.length).toBeGreaterThan(0);
  });
});

describe('renderings', () => {
  test('text, Markdown and data hold the same words', () => {
    const summary = summaryOf('jh');
    const words = summary.paragraphs
      .at(-1)
      ?.segments.map(({ text }) => text)
      .join('') as string;
    expect(toText(summary)).toContain(`　　${words}`);
    expect(toMarkdown(summary)).toContain(words);
    expect(toMarkdown(summary)).toContain('| 受理职工信访件数 | 件 | 116件 | 122件 | — | — |');
    expect(
      toData(summary)
        .paragraphs.at(-1)
        ?.map(({ text }) => text)
        .join(''),
    ).toBe(words);
  });
});
