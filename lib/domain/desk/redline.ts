// Two texts side by side: what one has and the other has not, word by word, a number as one word.
import { diffArrays } from 'diff';
import type { Paragraph } from '../comparison/source';
import { match } from './tokens';

export type Piece = { kind: 'same' | 'gone' | 'new'; text: string };
/** One paragraph or heading on each side; null where a side has none. */
export type RedlineRow = { heading: boolean; before: Piece[] | null; after: Piece[] | null };

type Line = { heading: boolean; text: string };

/** The rows of two texts: paragraphs that resemble each other share a row. */
export function redline(before: readonly Paragraph[], after: readonly Paragraph[]): RedlineRow[] {
  const [left, right] = [linesOf(before), linesOf(after)];
  const rows: RedlineRow[] = [];
  let [l, r] = [0, 0];
  for (const [toLeft, toRight] of [...pair(left, right), [left.length, right.length] as const]) {
    while (l < toLeft) rows.push(alone(left[l++]!, 'gone'));
    while (r < toRight) rows.push(alone(right[r++]!, 'new'));
    const [a, b] = [left[l], right[r]];
    if (a && b) rows.push({ heading: a.heading, ...compareTexts(a.text, b.text) });
    l += 1;
    r += 1;
  }
  return rows;
}

/** The two texts in pieces; the pieces of each side put together are that side's text. */
export function compareTexts(before: string, after: string): { before: Piece[]; after: Piece[] } {
  const pieces = diffArrays(wordsOf(before), wordsOf(after)).map(
    ({ added, removed, value }): Piece => ({
      kind: added ? 'new' : removed ? 'gone' : 'same',
      text: value.join(''),
    }),
  );
  return {
    before: pieces.filter(({ kind }) => kind !== 'new'),
    after: pieces.filter(({ kind }) => kind !== 'gone'),
  };
}

const linesOf = (paragraphs: readonly Paragraph[]): Line[] =>
  paragraphs.map(({ kind, segments }) => ({
    heading: kind !== 'body',
    text: segments.map(({ text }) => text).join(''),
  }));

const alone = ({ heading, text }: Line, kind: 'gone' | 'new'): RedlineRow =>
  kind === 'gone'
    ? { heading, before: [{ kind, text }], after: null }
    : { heading, before: null, after: [{ kind, text }] };

/** Pairs of lines: headings by their words without numbering, and between two pairs of headings the paragraphs by
 *  likeness. */
function pair(left: Line[], right: Line[]): [number, number][] {
  const keyOf = ({ heading, text }: Line) =>
    heading ? `#${text.replace(/^[一二三四五六七八九十]+、/, '').replace(/\d{4}年/g, '')}` : '';
  const headings = match(placesOf(left), placesOf(right), ({ line }) => keyOf(line)).map(
    ([a, b]): [number, number] => [placesOf(left)[a]!.at, placesOf(right)[b]!.at],
  );
  const pairs: [number, number][] = [];
  let [l, r] = [0, 0];
  for (const [toLeft, toRight] of [...headings, [left.length, right.length] as [number, number]]) {
    pairs.push(...pairBodies(left, right, [l, toLeft], [r, toRight]));
    if (toLeft < left.length) pairs.push([toLeft, toRight]);
    [l, r] = [toLeft + 1, toRight + 1];
  }
  return pairs;
}

const placesOf = (lines: Line[]): { line: Line; at: number }[] =>
  lines.flatMap((line, at) => (line.heading ? [{ line, at }] : []));

/** Each paragraph with the likest one that is still to come. */
function pairBodies(
  left: Line[],
  right: Line[],
  [l, toLeft]: [number, number],
  [r, toRight]: [number, number],
): [number, number][] {
  const pairs: [number, number][] = [];
  let from = r;
  for (let at = l; at < toLeft; at += 1) {
    const likest = Array.from({ length: toRight - from }, (_, n) => from + n)
      .filter((other) => left[at]!.heading === right[other]!.heading)
      .map((other) => ({ other, likeness: likenessOf(left[at]!.text, right[other]!.text) }))
      .sort((a, b) => b.likeness - a.likeness || a.other - b.other)[0];
    if (!likest || likest.likeness < leastLikeness) continue;
    pairs.push([at, likest.other]);
    from = likest.other + 1;
  }
  return pairs;
}

const leastLikeness = 0.3;

function likenessOf(a: string, b: string): number {
  const [left, right] = [new Set(wordsOf(a)), new Set(wordsOf(b))];
  const shared = [...left].filter((word) => right.has(word)).length;
  return (2 * shared) / Math.max(left.size + right.size, 1);
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const number = /([0-9０-９]+(?:[.．][0-9０-９]+)?[余多]?[万亿]?[余多]?(?:个百分点|%|％)?)/;

/** Words of a Chinese text; a number with its scale is one. */
function wordsOf(text: string): string[] {
  return text
    .split(number)
    .flatMap((part, at) =>
      at % 2 === 1 ? [part] : Array.from(segmenter.segment(part), ({ segment }) => segment),
    );
}
