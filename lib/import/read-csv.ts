import { cleanText } from '@/lib/domain/figure/clean-text';
import { InvalidError } from '@/lib/domain/access/errors';
import type { SheetText } from './read-workbook';
import { largestFile, mostColumns, mostRows } from './zip-directory';

/** The one sheet of a .csv or .txt that somebody sent: UTF-8 with or without its mark, UTF-16 with its mark, or GBK, as
 *  Excel writes it in China; commas, tabs or semicolons. Refuses with an InvalidError what is no such table, as soon as it
 *  is seen: a line of a million columns is not read to its end. */
export function readCsv(fileName: string, bytes: Uint8Array): SheetText[] {
  if (bytes.byteLength > largestFile)
    throw new InvalidError('file-too-large', { most: String(largestFile / 1024 / 1024) });
  const text = decode(bytes);
  return [
    {
      name: fileName.replace(/\.[^.]*$/, '').slice(0, 100) || 'CSV',
      isHidden: false,
      rows: rowsOf(text),
      merges: [],
    },
  ];
}

function decode(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  // What begins like a zip or an OLE file is one, whatever its name says; so is what holds zeros.
  if ((first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf))
    throw new InvalidError('file-wrong-extension');
  if (first === 0xff && second === 0xfe) return checked(new TextDecoder('utf-16le').decode(bytes));
  if (bytes.includes(0)) throw new InvalidError('file-not-text');
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (isMarked || error instanceof InvalidError)
      throw error instanceof InvalidError ? error : new InvalidError('file-not-text');
  }
  try {
    return checked(new TextDecoder('gb18030', { fatal: true }).decode(bytes));
  } catch {
    throw new InvalidError('file-not-text');
  }
}

/** Text without the control characters that no table has. */
function checked(text: string): string {
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw new InvalidError('file-not-text');
  return cleanText(text);
}

function rowsOf(text: string): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    if (rows.length === mostRows)
      throw new InvalidError('file-too-many-rows', { most: String(mostRows) });
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const cell = text[at] === '"' ? quoted(text, at) : plain(text, at, separator);
    if (row.length === mostColumns)
      throw new InvalidError('file-too-many-columns', { most: String(mostColumns) });
    row.push(cell.text);
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) row.push('');
    } else if (at < text.length) {
      at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
      endRow();
    }
  }
  if (row.length > 0) endRow();
  return rows;
}

type Cell = { text: string; end: number };
const ends: Record<string, RegExp> = { ',': /[,\r\n]/g, '\t': /[\t\r\n]/g, ';': /[;\r\n]/g };

function quoted(text: string, from: number): Cell {
  let value = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) throw new InvalidError('file-broken');
    value += text.slice(at, close);
    if (text[close + 1] !== '"') {
      at = close + 1;
      break;
    }
    value += '"';
    at = close + 2;
  }
  // What follows a closing quote up to the separator belongs to the cell all the same.
  const rest = /^[^,\t;\r\n]*/.exec(text.slice(at, at + 1000))![0];
  return { text: value + rest, end: at + rest.length };
}

function plain(text: string, from: number, separator: string): Cell {
  const end = ends[separator]!;
  end.lastIndex = from;
  const at = end.exec(text)?.index ?? text.length;
  return { text: text.slice(from, at), end: at };
}

/** What stands most often in the first lines. */
function separatorOf(text: string): string {
  const head = text
    .slice(0, 10_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/)
    .slice(0, 20)
    .join('\n');
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
