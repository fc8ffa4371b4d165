// What a zip says that it holds, read before anything is unpacked.
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
  const names = new Set<string>();
  let unpacked = 0;
  for (const entry of directoryOf(bytes)) {
    if (entry.isEncrypted) throw new InvalidError('file-encrypted');
    unpacked += entry.size;
    if (unpacked > largestUnpacked)
      throw new InvalidError('file-unpacks-too-large', {
        most: String(largestUnpacked / 1024 / 1024),
      });
    if (!isPlainName(entry.name) || names.has(entry.name)) throw new InvalidError('file-unsafe');
    names.add(entry.name);
  }
  if ([...names].some((name) => /vbaProject|macrosheets\//i.test(name)))
    throw new InvalidError('file-has-macros');
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml'))
    throw new InvalidError('file-not-excel');
}

type Entry = { name: string; size: number; isEncrypted: boolean };

function directoryOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = end === null ? 0 : view.getUint16(end + 10, true);
  if (end === null || view.getUint16(end + 8, true) !== count)
    throw new InvalidError('file-not-excel');
  if (count > mostEntries)
    throw new InvalidError('file-unpacks-too-large', {
      most: String(largestUnpacked / 1024 / 1024),
    });
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== centralHeader)
      throw new InvalidError('file-not-excel');
    const [name, extra, comment] = [28, 30, 32].map((offset) =>
      view.getUint16(at + offset, true),
    ) as [number, number, number];
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name)),
      // Of a zip64 this is 4 GiB, which is too large as well.
      size: view.getUint32(at + 24, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + name + extra + comment;
  }
  return entries;
}

const centralHeader = 0x02014b50;
const endHeader = 0x06054b50;

/** Where the end record stands: in the last 64 KiB, as a comment may follow it. */
function endOf(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === endHeader) return at;
  }
  return null;
}

const isPlainName = (name: string): boolean => !/^[/\\]|\\|^[a-z]:|(^|\/)\.\.(\/|$)|\0/i.test(name);

const isOle = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);

/** An encrypted .xlsx is an OLE file with a stream of this name, in UTF-16. */
const holdsEncrypted = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from('EncryptedPackage', 'utf16le'),
  );
