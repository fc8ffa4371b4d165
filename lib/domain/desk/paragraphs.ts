import type { Paragraph, Segment } from '../comparison/source';
import { isChip, isProse, textOf, type Block, type Manuscript } from './manuscript';
import { numberHeadings } from './numbering';

/** A summary whose text is the author's: what is shown, neither hidden nor empty, paragraph by paragraph. */
export function paragraphsOf({ blocks, sources }: Manuscript): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let opens = true;
  for (const block of numberHeadings(blocks)) {
    opens ||= block.opens;
    if (block.hidden || textOf(block.parts).trim() === '') continue;
    const segments = block.parts.map((part): Segment =>
      isChip(part) ? { text: part.text, ...sources[part.ref] } : { text: part },
    );
    const last = paragraphs.at(-1);
    if (isProse(block) && last?.kind === 'body' && !opens) {
      last.sentences?.push({ id: block.id, start: last.segments.length });
      last.segments.push(...segments);
    } else if (isProse(block)) {
      paragraphs.push({
        kind: 'body',
        ...sectionOf(block),
        segments,
        sentences: [{ id: block.id, start: 0 }],
      });
    } else {
      paragraphs.push({ kind: block.kind as 'title' | 'heading', ...sectionOf(block), segments });
    }
    opens = !isProse(block);
  }
  return paragraphs;
}

const sectionOf = ({ section }: Block): { section?: string } =>
  section === null ? {} : { section };
