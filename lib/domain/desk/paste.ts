// What is pasted from elsewhere as blocks of the author's own: its paragraphs stay paragraphs, sentence by sentence.
import type { Block } from './manuscript';

/** A paragraph as it comes in from Word, WPS, a page or plain text. */
export type PastedLine = { text: string; isHeading: boolean };

/** The longest block that is kept in one piece, and the longest text that is taken at once. */
export const longestBlock = 5000;
export const longestPaste = 100_000;

/** The lines of a plain text; empty ones only set others apart. */
export function linesOf(text: string): PastedLine[] {
  return text
    .split(/\r\n|[\r\n\u2028\u2029\f\v]/)
    .map((line) => ({ text: tidy(line), isHeading: false }))
    .filter((line) => line.text !== '');
}

/** One line of text without blanks at its ends, and without what no text has. */
export function tidy(text: string): string {
  return text
    .replace(/[\t\u00a0]+/g, ' ')
    .replace(/[\p{Cc}\u200b\ufeff]/gu, '')
    .replace(/^[\s　]+|[\s　]+$/g, '');
}

/** Blocks of the author's own without a name yet; each line opens a paragraph. */
export function pastedBlocks(lines: readonly PastedLine[], section: string | null): Block[] {
  return lines.flatMap(({ text, isHeading }) =>
    (isHeading ? [text] : sentencesIn(text)).map((sentence, place): Block => ({
      id: '',
      kind: isHeading ? 'heading' : 'own',
      section,
      opens: place === 0,
      hidden: false,
      pinned: false,
      parts: [sentence],
      origin: null,
    })),
  );
}

/** Sentences with their full stops; one that is longer than a block is cut. */
export function sentencesIn(text: string): string[] {
  const sentences = text.match(/[^。！？]*[。！？]+[”’」』）》]*|[^。！？]+$/g) ?? [];
  return sentences.flatMap((sentence) =>
    sentence.length <= longestBlock
      ? [sentence]
      : Array.from({ length: Math.ceil(sentence.length / longestBlock) }, (_, at) =>
          sentence.slice(at * longestBlock, (at + 1) * longestBlock),
        ),
  );
}
