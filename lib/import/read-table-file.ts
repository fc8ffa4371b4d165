import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import { readCsv } from './read-csv';
import { readWorkbook, type SheetText } from './read-workbook';

/** The sheets of a table that somebody brings along: .xlsx, .xls, .et, .ods, .csv or text. Anything else
 *  is refused with a sentence. */
export async function readTableFile(fileName: string, bytes: Uint8Array): Promise<SheetText[]> {
  if (/\.(csv|txt|tsv)$/i.test(fileName)) return readCsv(fileName, bytes);
  if (!/\.(xls[xmb]?|et|ods)$/i.test(fileName)) throw new InvalidError('file-no-table');
  return readWorkbook(fileName, bytes, true);
}
