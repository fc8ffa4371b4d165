// What a zip says that it holds, read before anything is unpacked.
import { unzipSync } from 'fflate';
import { InvalidError } from '@/lib/domain/access/errors';

export const largestFile = 5 * 1024 * 1024;
export const largestUnpacked = 20 * 1024 * 1024;
export const mostEntries = 200;

/** What is read of a sheet. */
export const mostRows = 5000;
export const mostColumns = 200;

/** Refuses a file that is no plain workbook of a bearable size (.xlsx; with `old`, .xls, .et and .ods
 *  too); of a zip it reads the directory alone, a few kilobytes. */
export function checkWorkbookFile(fileName: string, bytes: Uint8Array, old = false): void {
  if (bytes.byteLength > largestFile)
    throw new InvalidError('file-too-large', { most: String(largestFile / 1024 / 1024) });
  if (/\.(xlsm|xlam|xltm|xlsb)$/i.test(fileName)) throw new InvalidError('file-has-macros');
  if (isOle(bytes)) {
    if (holds(bytes, 'EncryptedPackage')) throw new InvalidError('file-encrypted');
    if (!old || !/\.(xls|et|ett|xlt)$/i.test(fileName)) throw new InvalidError('file-old-excel');
    if (holds(bytes, '_VBA_PROJECT')) throw new InvalidError('file-has-macros');
    return;
  }
  if (!(old ? /\.(xlsx|xls|et|ods)$/i : /\.xlsx$/i).test(fileName))
    throw new InvalidError('file-not-excel');
  if (!isZip(bytes)) throw new InvalidError('file-not-excel');
  if (isFirstLocked(bytes)) throw new InvalidError('file-encrypted');
  const names = new Set<string>();
  let unpacked = 0;
  for (const entry of directoryOf(bytes)) {
    unpacked += entry.size;
    if (unpacked > largestUnpacked) throw unpacksTooLarge();
    if (!isPlainName(entry.name) || names.has(entry.name)) throw new InvalidError('file-unsafe');
    names.add(entry.name);
  }
  if ([...names].some((name) => /vbaProject|macrosheets\//i.test(name)))
    throw new InvalidError('file-has-macros');
  const isOpen = old && names.has('mimetype') && names.has('content.xml');
  if (!isOpen && (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')))
    throw new InvalidError('file-not-excel');
}

type Entry = { name: string; size: number };

/** The entries of the directory; nothing is unpacked. */
function directoryOf(bytes: Uint8Array): Entry[] {
  const entries: Entry[] = [];
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (entries.push({ name, size: originalSize }) > mostEntries) throw unpacksTooLarge();
        return false;
      },
    });
  } catch (error) {
    throw error instanceof InvalidError ? error : new InvalidError('file-not-excel');
  }
  return entries;
}

const unpacksTooLarge = (): InvalidError =>
  new InvalidError('file-unpacks-too-large', { most: String(largestUnpacked / 1024 / 1024) });

const isPlainName = (name: string): boolean => !/^[/\\]|\\|^[a-z]:|(^|\/)\.\.(\/|$)|\0/i.test(name);

const beginsWith = (bytes: Uint8Array, sign: number[]): boolean =>
  sign.every((byte, at) => bytes[at] === byte);
const isZip = (bytes: Uint8Array): boolean => beginsWith(bytes, [0x50, 0x4b, 3, 4]);
const isOle = (bytes: Uint8Array): boolean => beginsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]);

/** A zip whose files are locked with a password says so before the first. */
const isFirstLocked = (bytes: Uint8Array): boolean => ((bytes[6] ?? 0) & 1) === 1;

/** Whether an OLE file has a stream of this name, written in UTF-16: an encrypted .xlsx, macros. */
const holds = (bytes: Uint8Array, stream: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from(stream, 'utf16le'),
  );
