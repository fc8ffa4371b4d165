// Evidence (佐证材料): which files are taken, recognised by their first bytes and not by what they call themselves.

export const evidenceTypes = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  png: 'image/png',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type EvidenceType = keyof typeof evidenceTypes;

/** Bytes. */
export const largestEvidence = 5 * 1024 * 1024;
/** Files of one figure. */
export const mostEvidence = 10;

/** The type of a file, when its name and its content agree and it is one that is taken; else null. */
export function evidenceTypeOf(name: string, content: Uint8Array): EvidenceType | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase().replace('jpeg', 'jpg');
  const found = (Object.keys(signatures) as EvidenceType[]).find((type) => type === ending);
  return found && signatures[found](content) ? found : null;
}

/** A file's own name without folders and control characters, short enough to be shown. */
export function evidenceName(name: string): string {
  const own = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const words = own.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim();
  const ending = /\.[A-Za-z]{1,5}$/.exec(words)?.[0] ?? '';
  return `${Array.from(words.slice(0, words.length - ending.length))
    .slice(0, 100)
    .join('')}${ending}`;
}

type Test = (content: Uint8Array) => boolean;

const begins =
  (...bytes: number[]): Test =>
  (content) =>
    bytes.every((byte, at) => content[at] === byte);
const zip = begins(0x50, 0x4b, 0x03, 0x04);

/** A package of Office: a zip with its list of contents and its main part, and no program in it. */
const office =
  (main: string): Test =>
  (content) =>
    zip(content) &&
    holds(content, '[Content_Types].xml') &&
    holds(content, main) &&
    !holds(content, 'vbaProject.bin');

const signatures: Record<EvidenceType, Test> = {
  pdf: begins(0x25, 0x50, 0x44, 0x46, 0x2d),
  jpg: begins(0xff, 0xd8, 0xff),
  png: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  xlsx: office('xl/workbook.xml'),
  docx: office('word/document.xml'),
};

/** Names inside a zip are not packed. */
function holds(content: Uint8Array, name: string): boolean {
  const wanted = Array.from(name, (char) => char.charCodeAt(0));
  for (let at = content.indexOf(wanted[0]!); at >= 0; at = content.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, i) => content[at + i] === byte)) return true;
  }
  return false;
}
