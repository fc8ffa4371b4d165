// The numbers of one summary, on the page, in Word, in Excel, in CSV and as the command line prints it: for the five
// published reports.
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { Narrative } from '@/components/summary/narrative';
import { summaryAddress } from '@/components/summary/summary-address';
import { round } from '@/lib/domain/figure/number';
import { summarise } from '@/lib/domain/summary/summarise';
import { comparisonGrid } from './comparison-grid';
import { documentScopes } from '../../prisma/world/document-scopes';
import { writeSummaryFile, type FileFormat } from './write-summary-file';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const scopes = documentScopes(catalogue).map(({ document, input }) => ({
  document,
  unit: input.unit.name,
  summary: summarise(input),
}));
const digits = (text: string): string[] => text.match(/\d+(?:\.\d+)?/g) ?? [];
const entities = (text: string): string =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');

describe.each(scopes)('$document', ({ unit, summary }) => {
  const files = {} as Record<FileFormat, Uint8Array>;
  beforeAll(async () => {
    const options = {
      sections: catalogue.sections,
      origins: [],
      signature: { name: unit, date: '2022-01-05' },
      fonts: 'official' as const,
      listsSources: false,
    };
    for (const format of ['docx', 'xlsx', 'csv', 'json', 'text'] as FileFormat[])
      files[format] = (await writeSummaryFile(format, summary, options)).bytes;
  });
  const said = summary.paragraphs.map(({ segments }) => segments.map(({ text }) => text).join(''));
  const text = (format: FileFormat) => new TextDecoder().decode(files[format]);

  test('the text has the same numbers in the same order everywhere', () => {
    const numbers = digits(said.join('\n'));
    expect(numbers.length).toBeGreaterThan(30);
    const page = entities(
      renderToStaticMarkup(
        createElement(Narrative, {
          paragraphs: summary.paragraphs,
          address: summaryAddress('990101', '2021', {}),
        }),
      ).replace(/<[^>]+>/g, '\n'),
    );
    expect(page.replace(/\s/g, '')).toBe(said.slice(1).join('').replace(/\s/g, ''));
    expect(digits(text('text'))).toEqual(numbers);
    const xml = strFromU8(unzipSync(files.docx)['word/document.xml']!);
    const word = [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner]) =>
      entities(
        [...inner!.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, piece]) => piece).join(''),
      ),
    );
    expect(word.slice(0, said.length).flatMap(digits)).toEqual(numbers);
    const json = JSON.parse(text('json')) as { paragraphs: { text: string }[][] };
    expect(
      json.paragraphs.flatMap((segments) => digits(segments.map((one) => one.text).join(''))),
    ).toEqual(numbers);
  });

  test('the table has the same numbers, cell for cell, as text, as number and as digits', async () => {
    const cells = comparisonGrid(summary.table, catalogue.sections)
      .groups.flatMap(({ rows }) => rows)
      .flatMap((row) => row.filter(({ number }) => number));
    expect(cells.length).toBeGreaterThan(20);
    const values = cells.map(({ number }) => round(number!.value, number!.decimals));
    const sheet = (await readXlsx(files.xlsx)).sheets[0]!.rows.flat().filter(
      (value) => typeof value === 'number',
    );
    expect(sheet).toEqual(values.map(Number));
    const xml = strFromU8(unzipSync(files.docx)['word/document.xml']!);
    const written = [...xml.matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, inner]) =>
      entities(
        [...inner!.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, piece]) => piece).join(''),
      ),
    );
    let from = 0;
    for (const { text: printed } of cells) {
      const found = written.indexOf(printed, from);
      expect(found, printed).toBeGreaterThanOrEqual(from);
      from = found + 1;
    }
    const table = text('csv')
      .split('\r\n\r\n')[0]!
      .split('\r\n')
      .slice(1)
      .flatMap((line) => line.split(','));
    let place = 0;
    for (const value of values) {
      const found = table.indexOf(value, place);
      expect(found, value).toBeGreaterThanOrEqual(place);
      place = found + 1;
    }
    expect(table.slice(place)).not.toContainEqual(expect.stringMatching(/^\d+(\.\d+)?$/));
  });
});
