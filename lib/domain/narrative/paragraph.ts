// Sentences become paragraphs: full stops, a readable length, and a name for each sentence. No connective is said that
// has no meaning: 同时 and 此外 by place only fill.
import type { Paragraph, Segment } from '../comparison/source';
import type { Sentence } from './draft';

const paragraphLength = 320;

/** The paragraphs of a section; each says its time anew. */
export function paragraphsOf(sentences: Sentence[], section: string): Paragraph[] {
  return split(sentences).map((paragraph) => paragraphOf(withTime(paragraph), section));
}

function withTime([first, ...rest]: Sentence[]): Sentence[] {
  return first ? [{ ...first, segments: [{ text: first.time }, ...first.segments] }, ...rest] : [];
}

/** Sentences keep their names in whatever part they are stated: `code` is that of the section they come from. */
export const namedIn =
  (code: string) =>
  (sentence: Sentence): Sentence => ({ ...sentence, id: `${code}.${sentence.id}` });

/** Sentences with their full stops; each begins with a segment of its own. */
export function paragraphOf(stated: Sentence[], section?: string): Paragraph {
  const segments: Segment[] = [];
  const sentences: NonNullable<Paragraph['sentences']> = [];
  for (const sentence of stated) {
    sentences.push({ id: sentence.id, start: segments.length });
    segments.push(...mergeTexts([...sentence.segments, { text: '。' }]));
  }
  return { kind: 'body', ...(section ? { section } : {}), segments, sentences };
}

function split(sentences: Sentence[]): Sentence[][] {
  const total = sentences.reduce((length, sentence) => length + lengthOf(sentence), 0);
  const target = total / Math.max(Math.ceil(total / paragraphLength), 1);
  const paragraphs: Sentence[][] = [];
  let length = Infinity;
  for (const sentence of sentences) {
    // A part stays with its whole.
    if (length >= target && sentence.segments[0]?.text.startsWith('其中') !== true) {
      paragraphs.push([]);
      length = 0;
    }
    paragraphs.at(-1)?.push(sentence);
    length += lengthOf(sentence);
  }
  return paragraphs;
}

const lengthOf = ({ segments }: Sentence): number =>
  segments.reduce((length, { text }) => length + text.length, 0);

/** Neighbouring words without a source become one segment; empty ones go. */
function mergeTexts(segments: Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const last = merged.at(-1);
    if (segment.text === '') continue;
    if (last && isPlain(last) && isPlain(segment))
      merged[merged.length - 1] = { text: last.text + segment.text };
    else merged.push(segment);
  }
  return merged;
}

const isPlain = ({ figures, by }: Segment): boolean => !figures && by === undefined;
