import 'server-only';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { cleanValue } from '@/lib/domain/figure/clean-text';
import { InvalidError, type Issue } from '@/lib/domain/access/errors';
import type { Merge } from '@/lib/domain/sheet/grid';
import { checkWorkbookFile, mostColumns, mostRows } from './zip-directory';

/** A sheet as text cells, row by row. Of merged cells the first holds the text. `hidden`: rows and columns that are not shown.
 *  `notices`: what could not be read as it stands, by line. */
export type SheetText = {
  name: string;
  isHidden: boolean;
  rows: string[][];
  merges: Merge[];
  hidden?: { rows: number[]; columns: number[] };
  notices?: Issue[];
};

/** Megabytes for the objects of the process that reads, and seconds until it is ended. */
const heap = 192;
const patience = 20;

/** The sheets of an .xlsx that somebody sent; with `old`, of an .xls, .et or .ods too. Everything that is no plain workbook of a bearable size is refused with an
 *  InvalidError that says why; the file is read by a process of its own, whose memory and time are limited. */
export async function readWorkbook(
  fileName: string,
  bytes: Uint8Array,
  old = false,
): Promise<SheetText[]> {
  return (await readMeasured(fileName, bytes, old)).sheets;
}

/** The same, and the most memory that the reading process had, in bytes. */
export async function readMeasured(
  fileName: string,
  bytes: Uint8Array,
  old = false,
): Promise<{ sheets: SheetText[]; peak: number }> {
  checkWorkbookFile(fileName, bytes, old);
  const { sheets, fault, peak } = await turns(() => parse(bytes));
  if (!sheets)
    throw new InvalidError(fault ?? 'file-broken', {
      most: String(fault === 'file-too-many-columns' ? mostColumns : mostRows),
    });
  return { sheets, peak };
}

/** Two files at a time, so that many uploads at once take no more memory than two. */
const turns = pLimit(2);

type Parsed = { sheets?: SheetText[]; fault?: string; peak: number };

function parse(bytes: Uint8Array): Promise<Parsed> {
  return new Promise((resolve) => {
    // The path is put together at run time, so that the file stays as it is, outside of any bundle.
    const script = join(process.cwd(), ...['lib', 'import', 'parse-workbook.mjs']);
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${heap}`, script, String(mostRows), String(mostColumns)],
      {
        stdio: ['pipe', 'pipe', 'ignore'],
        // Neither secrets nor the server's own options.
        env: { NODE_ENV: 'production' },
        timeout: patience * 1000,
        killSignal: 'SIGKILL',
      },
    );
    const chunks: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size > longestAnswer) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    child.on('error', () => resolve({ fault: 'file-broken', peak: 0 }));
    child.on('close', (code) =>
      resolve(
        code === 0 && size <= longestAnswer ? read(chunks) : { fault: 'file-too-much', peak: 0 },
      ),
    );
    // The process may end before it has taken everything.
    child.stdin.on('error', () => undefined);
    child.stdin.end(bytes);
  });
}

const longestAnswer = 24 * 1024 * 1024;

function read(chunks: Buffer[]): Parsed {
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'), cleanValue) as Parsed;
  } catch {
    return { fault: 'file-broken', peak: 0 };
  }
}
