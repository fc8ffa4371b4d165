import { cleanText } from '@/lib/domain/figure/clean-text';
import { InvalidError } from '@/lib/domain/access/errors';
import type { SheetText } from './read-workbook';
import { largestFile, mostColumns, mostRows } from './zip-directory';

/** The one sheet of a .csv or .txt that somebody sent: UTF-8 with or without its mark, UTF-16 with its
 *  mark, or GBK, as Excel writes it in China; tabs, commas or semicolons. A bad byte or a cut end is reported
 *  by its line, and the rest is read. Refuses with an InvalidError what is no such table, as soon as it is
 *  seen: a line of a million columns is not read to its end. */
export function readCsv(fileName: string, bytes: Uint8Array): SheetText[] {
  if (bytes.byteLength > largestFile)
    throw new InvalidError('file-too-large', { most: String(largestFile / 1024 / 1024) });
  const text = cleanText(decodeText(bytes));
  const { rows, open } = rowsOf(text);
  const bad = rows.flatMap((row, at) =>
    row.some((cell) => cell.includes(unreadable)) ? [at + 1] : [],
  );
  return [
    {
      name: fileName.replace(/\.[^.]*$/, '').slice(0, 100) || 'CSV',
      isHidden: false,
      rows,
      merges: [],
      notices: [
        ...bad
          .slice(0, 20)
          .map((line) => ({ code: 'file-bad-bytes', params: { line: String(line) } })),
        ...open
          .slice(0, 20)
          .map((line) => ({ code: 'file-open-quote', params: { line: String(line) } })),
      ],
    },
  ];
}

const unreadable = '\ufffd';

/** Text of any of these encodings, as it stands in the file. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  // What begins like a zip or an OLE file is one, whatever its name says; so is what holds zeros.
  if ((first === 0x50 && second === 0x4b) || (first === 0xd0 && second === 0xcf))
    throw new InvalidError('file-wrong-extension');
  if (first === 0xff && second === 0xfe) return checked(new TextDecoder('utf-16le').decode(bytes));
  if (first === 0xfe && second === 0xff) return checked(new TextDecoder('utf-16be').decode(bytes));
  if (bytes.includes(0)) throw new InvalidError('file-not-text');
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  const names = isMarked ? ['utf-8'] : ['utf-8', 'gb18030'];
  for (const name of names) {
    try {
      return checked(new TextDecoder(name, { fatal: true }).decode(bytes));
    } catch (error) {
      if (error instanceof InvalidError) throw error;
    }
  }
  // One byte that went wrong on the way makes no other text of the rest.
  const [best] = names
    .map((name) => new TextDecoder(name).decode(bytes))
    .map((text) => ({ text, bad: text.split(unreadable).length - 1 }))
    .sort((a, b) => a.bad - b.bad);
  if (!best || best.bad > mostBad || best.bad > Math.max(1, best.text.length / 50))
    throw new InvalidError('file-not-text');
  return checked(best.text);
}

const mostBad = 50;

/** Refuses the control characters that no text has. */
function checked(text: string): string {
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw new InvalidError('file-not-text');
  return text;
}

/** `open`: the lines in which a quote is never closed. */
function rowsOf(text: string): { rows: string[][]; open: number[] } {
  const separator = separatorOf(text);
  const open: number[] = [];
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
    // Spreadsheets write ="0012" to keep a text as it is.
    const from = text.startsWith('="', at) ? at + 1 : at;
    const found = text[from] === '"' ? quoted(text, from) : null;
    if (text[from] === '"' && !found) open.push(rows.length + 1);
    const cell = found ?? plain(text, at, separator);
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
  return { rows, open };
}

type Cell = { text: string; end: number };
const ends: Record<string, RegExp> = { ',': /[,\r\n]/g, '\t': /[\t\r\n]/g, ';': /[;\r\n]/g };

/** A cell between quotes; null where they are never closed. */
function quoted(text: string, from: number): Cell | null {
  let value = '';
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) return null;
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

/** A tab where one stands in every line, as it does in nothing but tables; else what stands most often in
 *  the first lines. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, 10_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/)
    .slice(0, 20)
    .filter((line) => line.trim() !== '');
  if (lines.length > 0 && lines.every((line) => line.includes('\t'))) return '\t';
  const head = lines.join('\n');
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
