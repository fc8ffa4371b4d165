// What a zip says that it holds, read before anything is unpacked.
import { unzipSync } from 'fflate';
import { InvalidError } from '@/lib/domain/access/errors';

export const largestFile = 5 * 1024 * 1024;
export const largestUnpacked = 20 * 1024 * 1024;
export const mostEntries = 200;

/** What is read of a sheet. */
export const mostRows = 5000;
export const mostColumns = 200;

/** Refuses a file that is no plain .xlsx of a bearable size; reads its directory alone, a few kilobytes. */
export function checkWorkbookFile(fileName: string, bytes: Uint8Array): void {
  if (bytes.byteLength > largestFile)
    throw new InvalidError('file-too-large', { most: String(largestFile / 1024 / 1024) });
  if (/\.(xlsm|xlam|xltm|xlsb)$/i.test(fileName)) throw new InvalidError('file-has-macros');
  if (isOle(bytes))
    throw new InvalidError(holdsEncrypted(bytes) ? 'file-encrypted' : 'file-old-excel');
  if (!/\.xlsx$/i.test(fileName)) throw new InvalidError('file-not-excel');
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
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml'))
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

/** An encrypted .xlsx is an OLE file with a stream of this name, in UTF-16. */
const holdsEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
