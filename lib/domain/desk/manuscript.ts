// A manuscript (文稿): the summary's sentences as blocks that an author may reword, move, hide and pin. A number in
// it is a chip that names its source; its text is never typed.
import type { FigureKey } from '../figure/figure';
import type { Computed, Paragraph, Segment } from '../comparison/source';
import type { Summary } from '../summary/summary';
import { refOf } from './ref';

/** A number: where it comes from, what is printed, and the form chosen by the author (form.ts), if any. */
export type Chip = { ref: string; text: string; form?: string };
/** Words, or a number. */
export type Part = string | Chip;

/** `opens`: a new paragraph begins with it. `origin` is the sentence as it was generated when it was taken or last
 *  updated; null for what the author wrote. A pinned block is left alone when everything is updated at once. */
export type Block = {
  id: string;
  kind: 'title' | 'heading' | 'sentence' | 'own';
  section: string | null;
  opens: boolean;
  hidden: boolean;
  pinned: boolean;
  parts: Part[];
  origin: Part[] | null;
};

/** What a chip's ref stands for. */
export type Source = { figures: FigureKey[]; computed?: Computed };

export type Manuscript = { blocks: Block[]; sources: Record<string, Source> };

export const isChip = (part: Part): part is Chip => typeof part !== 'string';

/** The blocks of a summary as it is generated, in its order. */
export function blocksOf({ paragraphs }: Pick<Summary, 'paragraphs'>): Block[] {
  const taken = new Set<string>();
  return paragraphs.flatMap((paragraph, index) =>
    sentencesOf(paragraph, index).map(({ id: wanted, segments }, place): Block => {
      const id = taken.has(wanted) ? `${wanted}~${index}.${place}` : wanted;
      taken.add(id);
      const parts = partsOf(segments);
      const kind = paragraph.kind === 'body' ? 'sentence' : paragraph.kind;
      return {
        id,
        kind,
        section: paragraph.section ?? null,
        opens: place === 0,
        hidden: false,
        pinned: false,
        parts,
        origin: parts,
      };
    }),
  );
}

/** Where the numbers of a summary's text come from, by ref. */
export function sourcesOf({ paragraphs }: Pick<Summary, 'paragraphs'>): Record<string, Source> {
  const sources: Record<string, Source> = {};
  for (const segment of paragraphs.flatMap(({ segments }) => segments)) {
    if (isNumber(segment)) sources[refOf(segment)] ??= sourceOf(segment);
  }
  return sources;
}

/** The text of some parts as it is printed. */
export function textOf(parts: readonly Part[]): string {
  return parts.map((part) => (isChip(part) ? part.text : part)).join('');
}

/** Parts in their shortest form: neighbouring words joined, empty ones gone. Two lists say the same when these are
 *  equal. */
export function joinParts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string')
      joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

/** Whether the author has changed the words of a block. */
export function hasOwnWords({ parts, origin }: Pick<Block, 'parts' | 'origin'>): boolean {
  const bare = (of: readonly Part[]) =>
    JSON.stringify(withoutNumber(joinParts(of)).map((part) => (isChip(part) ? [part.ref] : part)));
  return origin === null || bare(parts) !== bare(origin);
}

export const sourceOf = ({
  figures = [],
  computed,
}: Pick<Segment, 'figures' | 'computed'>): Source => ({ figures, ...(computed && { computed }) });

/** Whether a segment is a number; a scope in the reporter's words (（市总工会本级）, 按诉调对接口径，)
 *  also has a source. */
export function isNumber({ text, figures }: Segment): boolean {
  return (figures?.length ?? 0) > 0 && !/^（.*）$|[，,]$/.test(text);
}

function sentencesOf(paragraph: Paragraph, index: number): { id: string; segments: Segment[] }[] {
  const { kind, section, segments, sentences } = paragraph;
  if (kind !== 'body')
    return [{ id: kind === 'title' ? 'title' : `heading.${section ?? index}`, segments }];
  if (!sentences?.length) return [{ id: `${section ?? 'body'}.${index}`, segments }];
  return sentences.map(({ id, start }, at) => ({
    id,
    segments: segments.slice(start, sentences[at + 1]?.start),
  }));
}

function partsOf(segments: Segment[]): Part[] {
  return joinParts(
    segments.map((segment) =>
      isNumber(segment) ? { ref: refOf(segment), text: segment.text } : segment.text,
    ),
  );
}

/** Parts without the number of a heading: what makes it this heading. */
function withoutNumber(parts: readonly Part[]): readonly Part[] {
  const [first, ...rest] = parts;
  return typeof first === 'string' ? [first.replace(headingNumber, ''), ...rest] : parts;
}

/** The number of a heading, 十二 of 十二、职工文化. */
export const headingNumber = /^([一二三四五六七八九十]+)、/;

/** Sentences, generated or the author's. */
export const isProse = ({ kind }: Pick<Block, 'kind'>): boolean =>
  kind === 'sentence' || kind === 'own';
