import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { InvalidError } from '@/lib/domain/access/errors';
import { writeXlsx } from '@/lib/export/excel/hucre';
import { readMeasured, readWorkbook } from './read-workbook';

/** What the reading process may have at most, whatever it is sent. */
const bound = 300 * 1024 * 1024;

let plain: Uint8Array;
beforeAll(async () => {
  plain = await writeXlsx({
    sheets: [
      {
        name: '表',
        rows: [
          ['甲', 12.5, 0.1 + 0.2],
          ['', null, true],
        ],
      },
      { name: '藏', rows: [['秘']], hidden: true },
    ],
  });
});

/** The plain workbook with other parts in it. */
function withParts(parts: Zippable): Uint8Array {
  return zipSync({ ...unzipSync(plain), ...parts });
}

const sheetPart = (rows: string, doctype = '') =>
  strToU8(
    [
      `<?xml version="1.0" encoding="UTF-8"?>${doctype}`,
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
      `<sheetData>${rows}</sheetData></worksheet>`,
    ].join(''),
  );
const first = 'xl/worksheets/sheet1.xml';

async function codeOf(name: string, bytes: Uint8Array): Promise<string> {
  try {
    await readWorkbook(name, bytes);
    return 'read';
  } catch (error) {
    if (error instanceof InvalidError) return error.code;
    throw error;
  }
}

test('cells come as text, a number with the digits that people see', async () => {
  const [sheet, hidden] = await readWorkbook('表.xlsx', plain);
  expect(sheet).toMatchObject({ name: '表', isHidden: false });
  expect(sheet!.rows[0]).toEqual(['甲', '12.5', '0.3']);
  expect(hidden).toMatchObject({ name: '藏', isHidden: true, rows: [['秘']] });
});

test('a formula is what was worked out last, and itself where nothing was; it is not worked out here', async () => {
  const sheet = sheetPart(
    [
      '<row r="1"><c r="A1"><f>1+1</f><v>7</v></c><c r="B1"><f>HYPERLINK("http://example.org")</f></c>',
      '<c r="C1" t="inlineStr"><is><t>=1+1</t></is></c></row>',
    ].join(''),
  );
  expect((await readWorkbook('a.xlsx', withParts({ [first]: sheet })))[0]!.rows[0]).toEqual([
    '7',
    '=HYPERLINK("http://example.org")',
    '=1+1',
  ]);
});

test('of merged cells the first holds the text', async () => {
  const merged = await writeXlsx({
    sheets: [
      {
        name: '表',
        rows: [
          ['２０２１年', null, '３'],
          ['甲', 1, 2],
        ],
        merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 1 }],
      },
    ],
  });
  expect((await readWorkbook('a.xlsx', merged))[0]!.rows).toEqual([
    ['２０２１年', '', '３'],
    ['甲', '1', '2'],
  ]);
});

/** Every file of a zip marked as encrypted, before it and in the directory. */
function withPassword(zip: Uint8Array): Uint8Array {
  const locked = new Uint8Array(zip);
  const view = new DataView(locked.buffer);
  for (let at = 0; at < locked.length - 46; at += 1) {
    const sign = view.getUint32(at, true);
    const flags = sign === 0x04034b50 ? at + 6 : sign === 0x02014b50 ? at + 8 : null;
    if (flags !== null) view.setUint16(flags, view.getUint16(flags, true) | 1, true);
  }
  return locked;
}

describe('refused before it is unpacked, within a tenth of a second', () => {
  const bomb = zipSync(
    {
      '[Content_Types].xml': strToU8('x'),
      'xl/workbook.xml': strToU8('x'),
      'xl/worksheets/sheet1.xml': new Uint8Array(30 * 1024 * 1024),
    },
    { level: 9 },
  );
  const many = zipSync(
    Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`xl/${at}.xml`, new Uint8Array(1)])),
  );
  const ole = new Uint8Array(2048);
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const locked = new Uint8Array(ole);
  locked.set(Buffer.from('EncryptedPackage', 'utf16le'), 512);
  test.each([
    ['a bomb', 'a.xlsx', () => bomb, 'file-unpacks-too-large'],
    ['too many parts', 'a.xlsx', () => many, 'file-unpacks-too-large'],
    ['too large', 'a.xlsx', () => new Uint8Array(5 * 1024 * 1024 + 1), 'file-too-large'],
    [
      'a path out of the folder',
      'a.xlsx',
      () => withParts({ '../../etc/passwd': strToU8('x') }),
      'file-unsafe',
    ],
    ['an absolute path', 'a.xlsx', () => withParts({ '/etc/passwd': strToU8('x') }), 'file-unsafe'],
    ['a path of Windows', 'a.xlsx', () => withParts({ '..\\x': strToU8('x') }), 'file-unsafe'],
    ['an .xls under another name', 'a.xlsx', () => ole, 'file-old-excel'],
    ['a locked workbook', 'a.xlsx', () => locked, 'file-encrypted'],
    ['a zip with a password', 'a.xlsx', () => withPassword(plain), 'file-encrypted'],
    ['macros by name', 'a.xlsm', () => plain, 'file-has-macros'],
    [
      'macros inside',
      'a.xlsx',
      () => withParts({ 'xl/vbaProject.bin': strToU8('x') }),
      'file-has-macros',
    ],
    ['a picture', 'a.png', () => plain, 'file-not-excel'],
    ['text under another name', 'a.xlsx', () => strToU8('a,b\n1,2\n'), 'file-not-excel'],
    [
      'another zip',
      'a.xlsx',
      () => zipSync({ 'word/document.xml': strToU8('x') }),
      'file-not-excel',
    ],
    ['nothing', 'a.xlsx', () => new Uint8Array(), 'file-not-excel'],
  ])('%s', async (_, name, make, code) => {
    const bytes = make();
    const before = process.memoryUsage.rss();
    expect(await codeOf(name, bytes)).toBe(code);
    expect(process.memoryUsage.rss() - before).toBeLessThan(150 * 1024 * 1024);
  });
});

describe('refused by the process that reads', () => {
  test('a part that is longer than the directory says', async () => {
    const lying = withParts({ 'xl/media/a.bin': new Uint8Array(19 * 1024 * 1024) });
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 46; at += 1) {
      if (
        view.getUint32(at, true) === 0x02014b50 &&
        view.getUint32(at + 24, true) === 19 * 1024 * 1024
      )
        view.setUint32(at + 24, 10, true);
    }
    expect(await codeOf('a.xlsx', lying)).toMatch(/^file-(unsafe|broken)$/);
  });

  test('entities of its own', async () => {
    const xxe = sheetPart(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>&e;</t></is></c></row>',
      '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
    );
    expect(await codeOf('a.xlsx', withParts({ [first]: xxe }))).toBe('file-unsafe');
  });

  test('what is cut off', async () => {
    expect(await codeOf('a.xlsx', withParts({ 'xl/workbook.xml': strToU8('<workbook') }))).toBe(
      'file-broken',
    );
  });

  test('100,000 rows, and a cell far out at the edge', async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, at) =>
        `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c><c r="B${at + 1}"><v>1</v></c></row>`,
    ).join('');
    expect(await codeOf('a.xlsx', withParts({ [first]: sheetPart(rows) }))).toBe(
      'file-too-many-rows',
    );
    expect(
      await codeOf(
        'a.xlsx',
        withParts({ [first]: sheetPart('<row r="1"><c r="XFD1"><v>1</v></c></row>') }),
      ),
    ).toBe('file-too-many-columns');
    // A million empty rows fill the memory of the process that reads them, and that of no other.
    expect(
      await codeOf(
        'a.xlsx',
        withParts({ [first]: sheetPart('<row r="1048576"><c r="A1048576"><v>1</v></c></row>') }),
      ),
    ).toMatch(/^file-too-m(uch|any-rows)$/);
  });
});

test('the largest that is read stays under the bound, and this process hardly grows', async () => {
  const cells = (row: number) =>
    Array.from({ length: 100 }, (_, at) => `<c><v>${row}${at}</v></c>`).join('');
  const rows = Array.from(
    { length: 5000 },
    (_, at) => `<row r="${at + 1}">${cells(at)}</row>`,
  ).join('');
  const bytes = withParts({
    [first]: sheetPart(rows),
    'xl/media/a.bin': new Uint8Array(8 * 1024 * 1024),
  });
  const before = process.memoryUsage.rss();
  const { sheets, peak } = await readMeasured('a.xlsx', bytes);
  expect(sheets[0]!.rows).toHaveLength(5000);
  expect(peak).toBeLessThan(bound);
  expect(process.memoryUsage.rss() - before).toBeLessThan(bound);
});
