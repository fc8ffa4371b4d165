// No number without a source: what the reader finds may stand only in a segment that points at figures. What somebody
// wrote in own words is theirs, numbers included.
import type { Paragraph } from '../comparison/source';
import { findUnlinked } from './find-unlinked';

/** Every number of the text that has no source, with the words around it; `names` may hold digits (of units, of
 *  awards). */
export function findUnsourcedNumbers(paragraphs: Paragraph[], names: string[] = []): string[] {
  return paragraphs.flatMap(({ segments }) => {
    let at = 0;
    const linked = segments.flatMap(({ text, figures, by }) => {
      const start = at;
      at += text.length;
      return by !== undefined || (figures && figures.length > 0) ? [{ start, end: at }] : [];
    });
    const text = segments.map((segment) => segment.text).join('');
    return findUnlinked(text, linked, [], names).map(({ start, end }) =>
      text.slice(Math.max(0, start - 6), end + 6),
    );
  });
}
