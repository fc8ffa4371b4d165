// Runs as a process of its own (see read-workbook.ts): a workbook comes in on standard input, its sheets go out as text.
// What goes wrong here, from a broken file to a full memory, ends this process and nothing else.
import { inflateRawSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';

const mostRows = Number(process.argv[2]);
const mostColumns = Number(process.argv[3]);

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const bytes = Buffer.concat(chunks);

function answer(result) {
  process.stdout.write(JSON.stringify({ ...result, peak: process.resourceUsage().maxRSS * 1024 }));
}

try {
  if (!isHonest(bytes)) answer({ fault: 'file-unsafe' });
  else answer(await sheetsOf(bytes));
} catch {
  answer({ fault: 'file-broken' });
}

/** Whether every part is as long as the directory says, and none declares entities. */
function isHonest(zip) {
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== 0x06054b50) end -= 1;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, size, local] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
      zip.readUInt32LE(at + 42),
    ];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const part = zip.subarray(from, from + packed);
    if (method !== 0 && method !== 8) return false;
    // One byte more than declared is an error, before it is in memory.
    const plain =
      method === 0
        ? part
        : size === 0
          ? Buffer.alloc(0)
          : inflateRawSync(part, { maxOutputLength: size });
    if (plain.length !== size || plain.includes('<!DOCTYPE') || plain.includes('<!ENTITY'))
      return false;
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return true;
}

async function sheetsOf(zip) {
  // A share that is shown as 93.5% is kept as 0.935: where there are such cells, their formats are read along.
  const { sheets } = await readXlsx(zip, { maxRows: mostRows + 1, readStyles: showsPercent(zip) });
  if (sheets.some(({ rows }) => rows.length > mostRows)) return { fault: 'file-too-many-rows' };
  if (sheets.some(({ rows }) => rows.some((row) => row.length > mostColumns)))
    return { fault: 'file-too-many-columns' };
  return {
    sheets: sheets.map(({ name, rows, cells, merges = [], hidden, veryHidden }) => ({
      name,
      isHidden: Boolean(hidden || veryHidden),
      rows: rows.map((row, at) =>
        Array.from(row, (value, column) =>
          isPercent(cells, at, column, value) ? percentOf(value) : textOf(value),
        ),
      ),
      merges: merges
        .slice(0, 10_000)
        .map(({ startRow, startCol, endRow, endCol }) => [startRow, startCol, endRow, endCol]),
    })),
  };
}

function isPercent(cells, row, column, value) {
  return (
    typeof value === 'number' && (cells?.get(`${row},${column}`)?.style?.numFmt ?? '').includes('%')
  );
}

/** 0.935 as "93.5%", without the noise of a binary product. */
function percentOf(value) {
  return `${Number((value * 100).toPrecision(13))}%`;
}

/** Whether any format of the workbook shows per cent: one of its own, or 9 and 10, which every spreadsheet knows. */
function showsPercent(zip) {
  const name = 'xl/styles.xml';
  const { [name]: styles } = unzipSync(zip, { filter: (part) => part.name === name });
  return styles !== undefined && /formatCode="[^"]*%|numFmtId="(?:9|10)"/.test(strFromU8(styles));
}

/** A cell as text. A number has the 15 digits that a spreadsheet shows; of a formula it is what was worked out last. */
function textOf(value) {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
