// The parts of a zip, each unpacked to no more than its directory said.
import { inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';

/** The parts by name; null where one is longer than the directory says, or declares entities. */
export function openZip(zip) {
  const parts = new Map();
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== 0x06054b50) end -= 1;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, packed, size, local, nameLength] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24),
      zip.readUInt32LE(at + 42),
      zip.readUInt16LE(at + 28),
    ];
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const part = zip.subarray(from, from + packed);
    if (method !== 0 && method !== 8) return null;
    // One byte more than declared is an error, before it is in memory.
    const plain =
      method === 0
        ? part
        : size === 0
          ? Buffer.alloc(0)
          : inflateRawSync(part, { maxOutputLength: size });
    if (plain.length !== size || plain.includes('<!DOCTYPE') || plain.includes('<!ENTITY'))
      return null;
    // Pictures and the like are none of a table.
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (/\.(?:xml|rels)$/i.test(name)) parts.set(name, plain);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** The parts as a zip again, without cells and rows that are formatted and hold nothing: they count for no size. */
export function repack(parts) {
  const files = [...parts].map(([name, bytes]) => [
    name,
    /^xl\/worksheets\/[^/]*\.xml$/.test(name) ? withoutEmpty(bytes) : bytes,
  ]);
  return zipSync(Object.fromEntries(files), { level: 0 });
}

function withoutEmpty(bytes) {
  const text = bytes.toString('utf8');
  if (!/<(?:\w+:)?c\b[^>]*\/>|<(?:\w+:)?row\b[^>]*\/>/.test(text)) return bytes;
  return Buffer.from(
    text
      .replace(/<(?:\w+:)?c\b[^>]*\/>/g, '')
      .replace(/<((?:\w+:)?row)\b(?![^>]*hidden=)[^>]*(?:\/>|>\s*<\/\1>)/g, ''),
  );
}
