// A zip archive piece by piece. Sizes and checksums stand before each file, so that any program unpacks it, also one that
// reads it as it comes. Nothing is compressed: Word and Excel files are zips themselves.
import { crc32 } from 'node:zlib';

export type ZipWriter = {
  /** The bytes that add a file. */
  add(name: string, bytes: Uint8Array): Uint8Array[];
  /** The bytes that end the archive. */
  end(): Uint8Array;
};

/** `day` is the date that all files carry, "2021-12-31". */
export function zipWriter(day: string): ZipWriter {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const stamp = ((year - 1980) << 9) | (month << 5) | date;
  const entries: Uint8Array[] = [];
  let offset = 0;
  let size = 0;
  return {
    add(name, bytes) {
      const label = new TextEncoder().encode(name);
      const shared = [
        20,
        utf8,
        0,
        0,
        stamp,
        crc32(bytes),
        bytes.byteLength,
        bytes.byteLength,
        label.byteLength,
        0,
      ];
      const header = record(0x04034b50, 'hhhhhwwwhh', shared, label);
      const entry = record(
        0x02014b50,
        'hhhhhhwwwhhhhhww',
        [20, ...shared, 0, 0, 0, 0, offset],
        label,
      );
      entries.push(entry);
      size += entry.byteLength;
      offset += header.byteLength + bytes.byteLength;
      return [header, bytes];
    },
    end() {
      const last = record(0x06054b50, 'hhhhwwh', [
        0,
        0,
        entries.length,
        entries.length,
        size,
        offset,
        0,
      ]);
      return Buffer.concat([...entries, last]);
    },
  };
}

const utf8 = 0x0800;

/** A signature and its numbers, h of two bytes and w of four, then a text. */
function record(
  signature: number,
  shape: string,
  numbers: number[],
  text: Uint8Array = new Uint8Array(),
): Uint8Array {
  const length = 4 + [...shape].reduce((sum, kind) => sum + (kind === 'h' ? 2 : 4), 0);
  const bytes = Buffer.alloc(length + text.byteLength);
  let at = bytes.writeUInt32LE(signature, 0);
  [...shape].forEach((kind, place) => {
    const number = numbers[place]!;
    at = kind === 'h' ? bytes.writeUInt16LE(number, at) : bytes.writeUInt32LE(number, at);
  });
  bytes.set(text, at);
  return bytes;
}
