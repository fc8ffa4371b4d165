// Realisation: sections with headings 一、二、…, sentences with connectives and full stops, paragraphs of readable length.
import type { Section } from '../indicator';
import type { Paragraph, Segment, SummaryInput } from '../summary';
import { aggregate, type Sentence } from './aggregate';
import type { Content } from './content';
import { sayOpening, titleOf } from './phrases/opening';
import { sayReported } from './phrases/reported';
import { planSection } from './plan';
import { silence } from './voice';

const paragraphLength = 320;

/** The whole narrative: title, opening, and one headed part for each section that has something to tell. */
export function realise(input: SummaryInput, { items, reported }: Content): Paragraph[] {
  const isOf = ({ code }: Section) => ({ indicator }: { indicator: { section: string } }) => indicator.section === code;
  const sections = input.catalogue.sections.filter((section) => items.some(isOf(section)) || reported.some(isOf(section)));
  const opening: Paragraph[] = [
    { kind: 'title', segments: [{ text: titleOf(input) }] },
    paragraphOf(sayOpening(input, sections.map(({ name }) => name))),
  ];
  let voice = silence;
  const body = sections.flatMap((section, place): Paragraph[] => {
    const told = aggregate(planSection(items.filter(isOf(section))), voice);
    voice = told.voice;
    const sentences = [...sayReported(reported.filter(isOf(section))), ...told.sentences];
    const heading: Paragraph = { kind: 'heading', section: section.code, segments: [{ text: `${numerals[place]}、${section.name}` }] };
    return [heading, ...split(sentences).map((paragraph) => paragraphOf(withConnectives(paragraph), section.code))];
  });
  return [...opening, ...body];
}

/** 同时 before the third sentence, 此外 before the last of five or more, where a sentence does not name its own time. */
function withConnectives(paragraph: Sentence[]): Sentence[] {
  return paragraph.map((sentence, place) => {
    const connective = place === 0 ? sentence.time : sentence.startsNew ? '' : connectiveAt(place, paragraph.length);
    return { ...sentence, segments: [{ text: connective }, ...sentence.segments] };
  });
}

/** Sentences with their full stops; each begins with a segment of its own. */
function paragraphOf(told: Sentence[], section?: string): Paragraph {
  const segments: Segment[] = [];
  const sentences: NonNullable<Paragraph['sentences']> = [];
  for (const sentence of told) {
    sentences.push({ id: section ? `${section}.${sentence.id}` : sentence.id, start: segments.length });
    segments.push(...mergeTexts([...sentence.segments, { text: '。' }]));
  }
  return { kind: 'body', ...(section ? { section } : {}), segments, sentences };
}

function connectiveAt(place: number, count: number): string {
  if (place === 2) return '同时，';
  return count > 4 && place === count - 1 ? '此外，' : '';
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

const lengthOf = ({ segments }: Sentence): number => segments.reduce((length, { text }) => length + text.length, 0);

/** Neighbouring words without a source become one segment; empty ones go. */
function mergeTexts(segments: Segment[]): Segment[] {
  const merged: Segment[] = [];
  for (const segment of segments) {
    const last = merged.at(-1);
    if (segment.text === '') continue;
    if (last && !last.figures && !segment.figures) merged[merged.length - 1] = { text: last.text + segment.text };
    else merged.push(segment);
  }
  return merged;
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六'];
