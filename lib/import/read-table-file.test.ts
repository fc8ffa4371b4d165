import { utils, write, type BookType } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { SheetGrid } from '@/lib/domain/sheet/sheet-grid';
import { tableOf, yearbook, yearsDown } from '@/lib/domain/sheet/test-tables';
import { writeXlsx } from '@/lib/export/excel/hucre';
import { bringSheets } from './test-bring';
import { readTableFile } from './read-table-file';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';

const { indicators } = standardCatalogue;

/** As a spreadsheet writes it: what is a plain number as a number, merged cells as such. */
const asXlsx = ({ name, rows, merges = [] }: SheetGrid) =>
  writeXlsx({
    sheets: [
      {
        name,
        rows: rows.map((row) =>
          row.map((cell) => (/^-?\d{1,14}(\.\d+)?$/.test(cell) ? Number(cell) : cell || null)),
        ),
        merges: merges.map(([startRow, startCol, endRow, endCol]) => ({
          startRow,
          startCol,
          endRow,
          endCol,
        })),
      },
    ],
  });
const asCsv = ({ rows }: SheetGrid) =>
  new TextEncoder().encode(
    '\ufeff' +
      rows
        .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
        .join('\r\n'),
  );

async function brought(fileName: string, content: Uint8Array): Promise<string[]> {
  return bringSheets(await readTableFile(fileName, content)).figures;
}

describe('a table that was written comes back as the same figures', () => {
  test.each([
    ['a yearbook table', yearbook],
    ['years down', yearsDown],
  ])('%s, as workbook and as text', async (_, table) => {
    const found = await brought('a.xlsx', await asXlsx(table));
    expect(found.length).toBeGreaterThan(5);
    expect(await brought('a.csv', asCsv(table))).toEqual(found);
  });

  test.each<[string, BookType]>([
    ['a.xls', 'biff8'],
    ['a.et', 'biff8'],
    ['a.ods', 'ods'],
  ])('%s, as older and other spreadsheets keep it', async (name, bookType) => {
    const book = utils.book_new();
    const rows = yearsDown.rows.map((row) =>
      row.map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)),
    );
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), yearsDown.name);
    const content = new Uint8Array(write(book, { type: 'buffer', bookType }) as Buffer);
    const found = await brought(name, content);
    expect(found.length).toBeGreaterThan(2);
    expect(found).toEqual(await brought('a.csv', asCsv(yearsDown)));
  });

  const usual = indicators.filter(
    ({ nature, display }) => ['stock', 'flow'].includes(nature) && display.moneyUnit === null,
  );
  test('any of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom<Indicator>(...usual), {
          minLength: 2,
          maxLength: 10,
          selector: ({ code }) => code,
        }),
        fc.integer({ min: 2, max: 8 }),
        fc.array(fc.nat({ max: 9_999_999 }), { minLength: 9, maxLength: 40 }),
        fc.nat({ max: 59 }),
        async (chosen, count, numbers, way) => {
          const { grid, written } = tableOf(
            chosen,
            Array.from({ length: count }, (_, at) => 2001 + at),
            numbers,
            way,
          );
          const expected = written
            .map(({ code, period, value }) => `${code} ${period} ${value}`)
            .sort();
          expect((await brought('a.xlsx', await asXlsx(grid))).sort()).toEqual(expected);
          expect((await brought('a.csv', asCsv(grid))).sort()).toEqual(expected);
        },
      ),
      { numRuns: 8 },
    );
  });
});

test('a rate that is shown in per cent is read as it is shown', async () => {
  const file = await writeXlsx({
    sheets: [
      {
        name: '表',
        rows: [
          ['指标', '2019年'],
          ['职工入会率（%）', 0.935],
        ],
        cells: new Map([['1,1', { value: 0.935, style: { numFmt: '0.0%' } }]]),
      },
    ],
  });
  const [sheet] = await readTableFile('a.xlsx', file);
  expect(sheet!.rows[1]).toEqual(['职工入会率（%）', '93.5%']);
  expect(await brought('a.xlsx', file)).toEqual(['ZZ034 2019 93.5']);
});
