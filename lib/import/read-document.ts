import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import { readApart } from './read-apart';
import { decodeText } from './read-csv';
import { largestFile } from './zip-directory';

/** Pages of a PDF. */
export const mostPages = 200;
const longestText = 1_000_000;

const kinds = ['docx', 'doc', 'pdf', 'html'] as const;

/** The text of a report that somebody brings along: .txt, .html, .docx, .doc, or a .pdf that holds text.
 *  Anything else is refused with a sentence, a scan with one that says so. */
export async function readDocument(fileName: string, bytes: Uint8Array): Promise<string> {
  if (bytes.byteLength > largestFile)
    throw new InvalidError('file-too-large', { most: String(largestFile / 1024 / 1024) });
  const text = await textOf(fileName, bytes);
  if (text.length > longestText) throw new InvalidError('file-too-much');
  if (text.trim() === '') throw new InvalidError('document-empty');
  return text;
}

async function textOf(fileName: string, bytes: Uint8Array): Promise<string> {
  const ending = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  if (ending === 'txt' || ending === 'md') return decodeText(bytes);
  const kind = kinds.find((one) => one === (ending === 'htm' ? 'html' : ending));
  if (!kind || signOf(bytes) !== signs[kind]) throw new InvalidError('document-kind');
  const { text, fault } = await readApart<{ text: string }>(
    'parse-document.mjs',
    [kind, String(mostPages)],
    kind === 'html' ? new TextEncoder().encode(decodeText(bytes)) : bytes,
  );
  if (text === undefined)
    throw new InvalidError(fault === 'file-broken' || !fault ? 'document-broken' : fault, {
      most: String(mostPages),
    });
  return text;
}

const signs = { docx: 'zip', doc: 'ole', pdf: 'pdf', html: 'text' } as const;

/** What the first bytes say that a file is, whatever its name says. */
function signOf([first, second, third, fourth]: Uint8Array): 'zip' | 'ole' | 'pdf' | 'text' {
  if (first === 0x50 && second === 0x4b) return 'zip';
  if (first === 0xd0 && second === 0xcf) return 'ole';
  return first === 0x25 && second === 0x50 && third === 0x44 && fourth === 0x46 ? 'pdf' : 'text';
}
