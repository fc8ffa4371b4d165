import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { round } from '@/lib/domain/figure/number';
import { keyText, type Origin } from '@/lib/domain/figure/origin';
import { readFigure } from '@/lib/domain/figure/read';
import { summarise } from '@/lib/domain/summary/summarise';
import { documentScopes } from '../../../prisma/world/document-scopes';
import type { Grid } from '../grid';
import { summaryGrids } from '../summary-grids';
import { writeCsv } from '../write-csv';
import { formatOf, letterOf } from './formats';
import { writeExcel } from './write-excel';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const scopes = documentScopes(catalogue).map(({ document, input }) => ({
  document,
  summary: summarise(input),
}));

describe.each(scopes)('the table of $document in Excel', ({ summary }) => {
  const grids = summaryGrids(summary, catalogue.sections);

  test('holds every printed number as that number', async () => {
    const workbook = await readXlsx(await writeExcel({ title: summary.title, lines: [], grids }));
    const values = workbook.sheets[0]!.rows.flat().filter((value) => typeof value === 'number');
    const numbers = grids[0]!.groups.flatMap(({ rows }) =>
      rows.flat().flatMap(({ number }) => number ?? []),
    );
    expect(values).toEqual(numbers.map(({ value, decimals }) => Number(round(value, decimals))));
    const printed = summary.table.rows.flatMap(({ cells }) =>
      cells.filter(({ text }) => text !== null),
    );
    expect(printed.length).toBeGreaterThan(20);
    expect(numbers.length).toBeGreaterThanOrEqual(printed.length);
  });

  test('each number is the one that its printed text reads as', () => {
    const indicators = new Map(
      catalogue.indicators.map((indicator) => [indicator.code, indicator]),
    );
    let checked = 0;
    for (const { indicator, cells } of summary.table.rows) {
      for (const cell of cells) {
        if (cell.text === null) continue;
        const of = indicators.get(indicator.code)!;
        const read = readFigure(cell.text, of);
        // Words such as 全部 or 七大群体 are not read as numbers, nor is a measure word that the field does not
        // know.
        if (!read.ok || read.answer !== 'number') continue;
        checked += 1;
        const factor =
          of.display.moneyUnit === '万元' ? 10000 : of.display.moneyUnit === '亿元' ? 100000000 : 1;
        const { value, decimals } = cell.number!;
        expect(
          Number(round(value, decimals)) * factor,
          `${indicator.name} ${cell.text}`,
        ).toBeCloseTo(Number(read.value), 4);
      }
    }
    expect(checked).toBeGreaterThan(20);
  });

  test('changes are formulas over the cells of their row', async () => {
    const xml = strFromU8(
      unzipSync(await writeExcel({ title: summary.title, lines: [], grids }))[
        'xl/worksheets/sheet1.xml'
      ]!,
    );
    const changes = grids[0]!.groups
      .flatMap(({ rows }) => rows.flat())
      .filter(({ formula }) => formula);
    expect(xml.match(/<f>/g)?.length ?? 0).toBe(changes.length);
    const computed = summary.table.rows.filter(({ change }) => change?.computed).length;
    expect(changes.filter(({ formula }) => formula!.kind === 'difference')).toHaveLength(computed);
  });
});

describe('a workbook for an office', () => {
  const { summary } = scopes[2]!;
  const grids = summaryGrids(summary, catalogue.sections);

  test('prints on A4 with a repeated head, and its head stays visible', async () => {
    const xml = strFromU8(
      unzipSync(await writeExcel({ title: summary.title, lines: ['注：草稿'], grids }))[
        'xl/worksheets/sheet1.xml'
      ]!,
    );
    expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"/);
    expect(xml).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
    expect(xml).toContain('fitToHeight="0"');
  });

  test('says in a note where a figure comes from', async () => {
    const cell = summary.table.rows[0]!.cells[0]!;
    if (cell.text === null) throw new Error('The first cell should hold a number.');
    const origin: Origin = {
      key: cell.figures[0]!,
      indicator: '集中宣讲场次',
      unit: '建湖县总工会',
      period: '2021年',
      text: cell.text,
      enteredBy: '陈晓燕',
      enteredOn: '2022-01-05',
      signedBy: '孙国华',
      signedOn: '2022-01-06',
      approvedBy: null,
      approvedOn: null,
      madeUp: false,
    };
    const parts = unzipSync(
      await writeExcel({ title: summary.title, lines: [], grids, origins: [origin] }),
    );
    const comments = strFromU8(
      parts[Object.keys(parts).find((name) => /comments\d*\.xml$/.test(name))!]!,
    );
    expect(comments).toContain('填报：陈晓燕 2022-01-05');
    expect(comments).toContain('第1次报送');
    expect(comments.match(/<comment /g)).toHaveLength(
      grids[0]!.groups
        .flatMap(({ rows }) => rows.flat())
        .filter(
          ({ figures }) => figures?.length === 1 && keyText(figures[0]!) === keyText(origin.key),
        ).length,
    );
  });
});

describe('words that look like formulas stay words', () => {
  const payloads = [
    '=1+1',
    '+1+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://example.org","x")',
    '＝1+1',
    "-2+3+cmd|' /C calc'!A0",
    '\0=1+1',
  ];
  const gridOf = (text: string): Grid => ({
    name: text,
    columns: [
      { head: text, kind: 'text' },
      { head: '数', kind: 'number' },
    ],
    groups: [
      {
        name: text,
        rows: [[{ text }, { text: '−5', number: { value: '-5', decimals: 0, qualifier: '' } }]],
      },
    ],
    notes: [text],
  });

  test.each(payloads)('%j in Excel', async (payload) => {
    const bytes = await writeExcel({ title: payload, lines: [payload], grids: [gridOf(payload)] });
    const sheet = (await readXlsx(bytes)).sheets[0]!;
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect(xml).not.toContain('<f>');
    const texts = sheet.rows.flat().filter((value) => typeof value === 'string');
    expect(
      texts.filter((value) => value.includes(payload.replaceAll('\0', '').trim())),
    ).toHaveLength(6);
    expect(sheet.rows.flat()).toContain(-5);
  });

  test.each(payloads)('%j in CSV', (payload) => {
    const csv = writeCsv([gridOf(payload)]);
    expect(csv.startsWith('\ufeff')).toBe(true);
    const fields = csv
      .slice(1)
      .split(/,|\r\n/)
      .map((field) => field.replace(/^"/, ''));
    expect(
      fields.filter((field) => /^[=+@\t\0＝＋＠]/.test(field) || /^-(?!5$)/.test(field)),
    ).toEqual([]);
    expect(csv).toContain(',-5,');
  });
});

test('formats keep the words around a number', () => {
  expect(formatOf({ value: '2000', decimals: 0, qualifier: '近' }, false)).toBe('"近"#,##0');
  expect(formatOf({ value: '5.2', decimals: 1, qualifier: '以上' }, true)).toBe(
    '+#,##0.0"以上";"−"#,##0.0"以上";#,##0.0"以上"',
  );
  expect([0, 25, 26, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
