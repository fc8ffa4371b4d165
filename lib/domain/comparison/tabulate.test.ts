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
    const chart = summaryOf('ts').charts.find(({ unit }) => unit === '万元');
    const place = chart?.categories.indexOf('工会会员普惠资金') ?? -1;
    for (const { texts, values } of chart?.series ?? [])
      expect(texts[place] ?? '').toBe(values[place] ? `${values[place]}万元` : '');
  });

  test('rank what moved most, from the strongest rise to the deepest fall, as the table prints it', () => {
    const { charts, table } = summaryOf('hn');
    const chart = charts.find(({ kind }) => kind === 'movements')!;
    const [changes, ways] = chart.series;
    expect(chart.categories.slice(0, 2)).toEqual([
      '职工文体活动覆盖职工人次',
      '会员普惠活动惠及职工人次',
    ]);
    expect(ways?.texts.at(-1)).toBe('360.9万元→344.45万元');
    expect(changes!.values).toEqual(changes!.values.toSorted((a, b) => b! - a!));
    for (const [at, name] of chart.categories.entries()) {
      const row = table.rows.find(({ indicator }) => indicator.name === name);
      expect(changes!.texts[at]).toBe(row?.changePercent?.text);
    }
  });

  test('lead rates from where they were to where they are, without those that stand', () => {
    const chart = summaryOf('hn').charts.find(({ kind }) => kind === 'dots')!;
    expect(chart.series.map(({ name }) => name)).toEqual(['2021年', '2022年']);
    for (const at of chart.categories.keys())
      expect(chart.series[0]!.values[at]).not.toBe(chart.series[1]!.values[at]);
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
