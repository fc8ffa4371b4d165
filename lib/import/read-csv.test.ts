import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InvalidError } from '@/lib/domain/access/errors';
import { readCsv } from './read-csv';
import { readTableFile } from './read-table-file';

const bytes = (text: string) => new TextEncoder().encode(text);
const rowsOf = (content: Uint8Array) => readCsv('工会.csv', content)[0]!.rows;

async function codeOf(name: string, content: Uint8Array): Promise<string> {
  try {
    await readTableFile(name, content);
    return 'read';
  } catch (error) {
    if (error instanceof InvalidError) return error.code;
    throw error;
  }
}

/** 指标,2021年 and 会员,１２ as GBK. */
const gbk = new Uint8Array([
  0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0x32, 0x30, 0x32, 0x31, 0xc4, 0xea, 0x0d, 0x0a, 0xbb, 0xe1, 0xd4,
  0xb1, 0x2c, 0xa3, 0xb1, 0xa3, 0xb2,
]);

describe('a table of text', () => {
  test.each([
    ['UTF-8', bytes('指标,2021年\n会员,12\n')],
    ['UTF-8 with its mark', bytes('\ufeff指标,2021年\r\n会员,12')],
    [
      'UTF-16, as "Unicode text" of Excel',
      new Uint8Array(Buffer.from('\ufeff指标\t2021年\r\n会员\t12\r\n', 'utf16le')),
    ],
    ['semicolons', bytes('指标;2021年\r会员;12')],
    ['quotes', bytes('"指标","2021年"\n"会员","12"')],
  ])('in %s', (_, content) => {
    expect(rowsOf(content)).toEqual([
      ['指标', '2021年'],
      ['会员', '12'],
    ]);
  });

  test('in GBK, its digits full-width', () => {
    expect(rowsOf(gbk)).toEqual([
      ['指标', '2021年'],
      ['会员', '１２'],
    ]);
  });

  test('whatever is in the cells comes back', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', '，', ',', '"', '\n', '=', '会', '\t', ';', ' '),
      maxLength: 8,
    });
    const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 8,
      }),
    );
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(rowsOf(bytes(`\ufeff${text}\r\n`))).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  test('a formula stays text', () => {
    expect(rowsOf(bytes('=1+1,@SUM(A1),+5,-5'))).toEqual([['=1+1', '@SUM(A1)', '+5', '-5']]);
  });
});

describe('refused at once, with a sentence', () => {
  test.each([
    [
      'a line of a million columns',
      'a.csv',
      () => bytes('1,'.repeat(1_000_000)),
      'file-too-many-columns',
    ],
    ['100,000 lines', 'a.csv', () => bytes('1,2\n'.repeat(100_000)), 'file-too-many-rows'],
    ['5 MB in one cell', 'a.csv', () => bytes('x'.repeat(5 * 1024 * 1024)), 'read'],
    [
      'lines without any separator',
      'a.csv',
      () => bytes(`${'x'.repeat(1000)}\n`.repeat(4999)),
      'read',
    ],
    ['too large', 'a.csv', () => new Uint8Array(5 * 1024 * 1024 + 1).fill(65), 'file-too-large'],
    ['zeros', 'a.csv', () => bytes('a,b\u0000c'), 'file-not-text'],
    ['control characters', 'a.csv', () => bytes('a,b\u0007c'), 'file-not-text'],
    [
      'bytes of no known writing',
      'a.csv',
      () => new Uint8Array([0x61, 0xff, 0xff, 0x2c, 0x62]),
      'file-not-text',
    ],
    ['a quote that never ends', 'a.csv', () => bytes('a,"bc\n1,2'), 'read'],
    [
      'a workbook under another name',
      'a.csv',
      () => bytes('PK\u0003\u0004'),
      'file-wrong-extension',
    ],
    ['text as a workbook', 'a.xlsx', () => bytes('a,b'), 'file-not-excel'],
    ['an old workbook', 'a.xls', () => bytes('a,b'), 'file-not-excel'],
    ['macros', 'a.xlsm', () => bytes('a,b'), 'file-has-macros'],
    ['a program', 'a.exe', () => bytes('MZ'), 'file-no-table'],
    ['a page', 'a.html', () => bytes('<table>'), 'file-no-table'],
  ])('%s', async (_, name, make, code) => {
    const content = make();
    const before = process.memoryUsage().rss;
    expect(await codeOf(name, content)).toBe(code);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });
});

describe('what went wrong on the way is reported by its line, and the rest is read', () => {
  test.each([
    ['a bad byte', [...bytes('甲,1\n乙,2\n'), 0xff], 3, 'file-bad-bytes'],
    ['a cut end', [...bytes('甲,1\n乙,2\n丙')].slice(0, -1), 3, 'file-bad-bytes'],
    ['an open quote', [...bytes('甲,1\n乙,"2\n丙,3')], 2, 'file-open-quote'],
  ])('%s', (_, content, line, code) => {
    const [sheet] = readCsv('a.csv', new Uint8Array(content));
    expect(sheet!.notices).toEqual([{ code, params: { line: String(line) } }]);
    expect(sheet!.rows[0]).toEqual(['甲', '1']);
  });
});

test.each([
  ['="0012",="1,280"', ['0012', '1,280']],
  ['指标\t1,280\t2,000', ['指标', '1,280', '2,000']],
])('%s', (text, row) => {
  expect(rowsOf(bytes(text))).toEqual([row]);
});

test('UTF-16 of either order', () => {
  const text = '甲,1';
  const little = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const big = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le').swap16());
  expect(rowsOf(big)).toEqual(rowsOf(little));
});
