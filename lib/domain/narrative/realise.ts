// Realisation: the sections with their headings 一、二、…, and the sentences of each.
import type { Section } from '../indicator';
import type { Paragraph, SummaryInput } from '../summary';
import { aggregate } from './aggregate';
import type { Content } from './content';
import { paragraphOf, paragraphsOf } from './paragraph';
import { sayOpening, titleOf } from './phrases/opening';
import { sayReported } from './phrases/reported';
import { planSection } from './plan';
import { silence } from './voice';

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
    return [headingOf(section, place), ...paragraphsOf(sentences, section.code)];
  });
  return [...opening, ...body];
}

/** 一、思想引领与职工文化: the heading of the section at this place. */
export function headingOf({ code, name }: Section, place: number): Paragraph {
  return { kind: 'heading', section: code, segments: [{ text: `${numerals[place]}、${name}` }] };
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四', '十五', '十六'];
