// A zip archive piece by piece. Sizes and checksums stand before each file, so that any program unpacks it, also one
// that reads it as it comes. Nothing is compressed: Word and Excel files are zips themselves.
import { zipSync } from 'fflate';

export type ZipWriter = {
  /** The bytes that add a file. */
  add(name: string, bytes: Uint8Array): Uint8Array;
  /** The bytes that end the archive. */
  end(): Uint8Array;
};

/** `day` is the date that all files carry, "2021-12-31". */
export function zipWriter(day: string): ZipWriter {
  const mtime = new Date(`${day}T00:00:00`);
  const entries: Uint8Array[] = [];
  let offset = 0;
  return {
    // A zip of this file alone is its record and a directory of one entry, which waits for its turn.
    add(name, bytes) {
      const alone = zipSync({ [name]: bytes }, { level: 0, mtime });
      const end = alone.byteLength - endLength;
      const directory = wordsOf(alone).getUint32(end + 16, true);
      const entry = alone.slice(directory, end);
      wordsOf(entry).setUint32(42, offset, true);
      entries.push(entry);
      offset += directory;
      return alone.subarray(0, directory);
    },
    end() {
      const directory = Buffer.concat([...entries, zipSync({})]);
      const last = wordsOf(directory.subarray(-endLength));
      last.setUint16(8, entries.length, true);
      last.setUint16(10, entries.length, true);
      last.setUint32(12, directory.byteLength - endLength, true);
      last.setUint32(16, offset, true);
      return directory;
    },
  };
}

/** Bytes of the record that ends a zip without a comment. */
const endLength = 22;

const wordsOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
