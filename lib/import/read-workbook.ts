import 'server-only';
import { InvalidError, type Issue } from '@/lib/domain/access/errors';
import type { Merge } from '@/lib/domain/sheet/sheet-grid';
import { readApart } from './read-apart';
import { checkWorkbookFile, mostColumns, mostRows } from './zip-directory';

/** A sheet as text cells, row by row. Of merged cells the first holds the text. `hidden`: rows and columns
 *  that are not shown. `notices`: what could not be read as it stands, by line. */
export type SheetText = {
  name: string;
  isHidden: boolean;
  rows: string[][];
  merges: Merge[];
  hidden?: { rows: number[]; columns: number[] };
  notices?: Issue[];
};

/** The sheets of an .xlsx that somebody sent; with `old`, of an .xls, .et or .ods too. Everything that is
 *  no plain workbook of a bearable size is refused with an InvalidError that says why; the file is read by
 *  a process of its own, whose memory and time are limited. */
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
  const { sheets, fault, peak } = await readApart<{ sheets: SheetText[] }>(
    'parse-workbook.mjs',
    [String(mostRows), String(mostColumns)],
    bytes,
  );
  if (!sheets)
    throw new InvalidError(fault ?? 'file-broken', {
      most: String(fault === 'file-too-many-columns' ? mostColumns : mostRows),
    });
  return { sheets, peak };
}
