// Exported files of the five published reports opened in LibreOffice: Word as it prints, Excel as it calculates.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { round } from '@/lib/domain/figure/number';
import { summarise } from '@/lib/domain/summary/summarise';
import { toText } from '@/lib/domain/summary/text';
import { documentScopes } from '../../prisma/world/document-scopes';
import { writeSummaryFile } from './write-summary-file';
import { summaryGrids } from './summary-grids';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const scopes = documentScopes(catalogue).map(({ document, input }) => ({
  document,
  unit: input.unit.name,
  summary: summarise(input),
}));
const folder = mkdtempSync(join(tmpdir(), 'gongbao-office-'));
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  for (const { document, unit, summary } of scopes) {
    const options = {
      sections: catalogue.sections,
      origins: [],
      signature: { name: unit, date: '2022-01-05' },
      fonts: 'official' as const,
      listsSources: false,
    };
    const { bytes } = await writeSummaryFile('docx', summary, options);
    writeFileSync(inFolder(`${document}.docx`), bytes);
    writeFileSync(inFolder(`${document}-ragged.docx`), unjustified(bytes));
    writeFileSync(
      inFolder(`${document}.xlsx`),
      withoutResults((await writeSummaryFile('xlsx', summary, options)).bytes),
    );
  }
  const all = (extension: string) =>
    scopes.map(({ document }) => inFolder(`${document}.${extension}`));
  convert('pdf', [
    ...all('docx'),
    ...all('docx').map((path) => path.replace('.docx', '-ragged.docx')),
  ]);
  // Raw values, not as they are formatted.
  convert('csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false', all('xlsx'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(scopes)('$document', ({ document, unit, summary }) => {
  test('prints every word of its text on A4, and no number is broken over two lines', () => {
    const pdf = inFolder(`${document}.pdf`);
    expect(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' })).toMatch(
      /Page size: +595[.\d]* x 84[12][.\d]* pts \(A4\)/,
    );
    const lines = printedLines(pdf);
    const text = lines.join('').replace(/\s/g, '');
    const ragged = printedLines(inFolder(`${document}-ragged.pdf`))
      .join('')
      .replace(/\s/g, '');
    for (const paragraph of toText(summary).split('\n\n')) {
      const words = paragraph.replace(/[\s　]/g, '');
      expect(ragged).toContain(words);
      // LibreOffice 7.4 does not draw some commas that hang at the end of a justified line; nothing else may go.
      expect(text.replace(hanging, '')).toContain(words.replace(hanging, ''));
    }
    expect(text).toContain(`${unit}2022年1月5日`);
    const prose = lines.slice(
      0,
      lines.findIndex(
        (line) => line.includes('2022 年 1 月 5 日') || line.includes('2022年1月5日'),
      ),
    );
    const broken = prose.flatMap((line, at) =>
      /\d$/.test(line) && /^[\d.%]/.test(prose[at + 1] ?? '') ? [`${line} | ${prose[at + 1]}`] : [],
    );
    expect(broken).toEqual([]);
  });

  test('calculates its changes and totals to our numbers', () => {
    const rows = readFileSync(inFolder(`${document}.csv`), 'utf8')
      .split('\n')
      .map(fields);
    const grid = summaryGrids(summary, catalogue.sections)[0]!;
    const lines = grid.groups.flatMap((group) => group.rows);
    const ours = lines.map((cells) =>
      cells.map(({ text, number }) =>
        number ? Number(round(number.value, number.decimals)) : text,
      ),
    );
    const head = rows.findIndex(([first]) => first === grid.columns[0]!.head);
    const names = new Set(grid.groups.map(({ name }) => name));
    const theirs = rows
      .slice(head + 1)
      .filter(([first, second]) => !(names.has(first!) && second === ''))
      .slice(0, ours.length);
    expect(
      theirs.map((cells, at) =>
        cells.map((cell, place) => (lines[at]![place]!.number ? Number(cell) : cell)),
      ),
    ).toEqual(ours);
  });
});

test('there are formulas to calculate', () => {
  const formulas = scopes.map(
    ({ summary }) =>
      summaryGrids(summary, catalogue.sections)[0]!.groups.flatMap(({ rows }) =>
        rows.flat().filter(({ formula }) => formula),
      ).length,
  );
  expect(Math.max(...formulas)).toBeGreaterThan(50);
});

const hanging = /[，、；。]/g;

/** What a PDF shows, line by line, without page numbers and the mark at the head of each page. */
function printedLines(pdf: string): string[] {
  return execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .filter((line) => !/^— ?\d+ ?—$/.test(line) && !/^(草稿|未审核稿|演示数据|　)+$/.test(line));
}

/** The same document with lines of uneven length, where LibreOffice draws every mark. */
function unjustified(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'word/styles.xml';
  const styles = strFromU8(parts[name]!);
  return zipSync({
    ...parts,
    [name]: strToU8(styles.replaceAll('w:jc w:val="both"', 'w:jc w:val="left"')),
  });
}

/** Takes out what the formulas came to, so that LibreOffice has to work them out. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'xl/worksheets/sheet1.xml';
  const sheet = strFromU8(parts[name]!);
  return zipSync({ ...parts, [name]: strToU8(sheet.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')) });
}

function convert(to: string, files: string[]): void {
  const profile = `-env:UserInstallation=file://${inFolder('profile')}`;
  execFileSync(
    process.env.SOFFICE_PATH ?? 'soffice',
    [profile, '--headless', '--convert-to', to, '--outdir', folder, ...files],
    { stdio: 'ignore' },
  );
}

function fields(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .slice(0, -1)
    .map(([, field]) => field!.replace(/^"|"$/g, '').replaceAll('""', '"'));
}
