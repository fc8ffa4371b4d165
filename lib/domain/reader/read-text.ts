// A text of an official report, read back into what it claims: paragraphs into sentences, sentences into statements.
import { findNumbers } from './find-numbers';
import { readSentence } from './read-sentence';
import type { Sentence, Statement, Time } from './statement';

/** `heading` is a line of its own that names the section of what follows. */
export type TextPart = { kind: 'title' | 'heading' | 'body'; text: string };

/** Every sentence of the parts with its statements; positions count characters of the part's own text. A time holds
 *  until another is named or the section ends. `names` hold digits that are no figures, `joints` a 、 that is inside
 *  of a name. */
export function readParts(parts: TextPart[], names: string[], joints: string[] = []): Sentence[][] {
  let said: { time: Time | null; extent: Statement['extent'] } = { time: null, extent: null };
  return parts.map(({ kind, text }) => {
    if (kind !== 'body') said = { time: null, extent: null };
    if (kind !== 'body') return [];
    const numbers = findNumbers(text, names);
    return sentencesOf(text).map(({ start, end }) => {
      const within = numbers.filter((number) => number.start >= start && number.end <= end);
      const read = readSentence(text.slice(start, end), start, within, { ...said, joints });
      said = { time: read.time, extent: read.extent };
      return { text: text.slice(start, end), start, statements: read.statements };
    });
  });
}

function sentencesOf(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^。！？\n]+[。！？\n]?/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}
