// Realisation: the sections with their headings 一、二、…, and the sentences of each.
import type { Section } from '../catalogue/indicator';
import type { Comparison } from '../comparison/compare';
import { usualStyle, type Paragraph } from '../comparison/source';
import { aggregate } from './aggregate';
import type { Content } from './content';
import { paragraphOf, paragraphsOf } from './paragraph';
import { headingOf } from './phrases/heading';
import { inOrder, leadIn, openingNotes, sayNote } from './phrases/note';
import { sayOpening, titleOf } from './phrases/opening';
import { sayReported } from './phrases/reported';
import { sayUnavailable } from './phrases/unavailable';
import { planSection } from './plan';
import { silence } from './voice';

/** The whole narrative: title, opening, and one headed part for each section that has something to tell. */
export function realise(comparison: Comparison, { items, reported }: Content): Paragraph[] {
  const { input } = comparison;
  const isOf =
    ({ code }: Section) =>
    ({ indicator }: { indicator: { section: string } }) =>
      indicator.section === code;
  const all = input.catalogue.sections;
  const notes = inOrder(
    input.notes ?? [],
    all.map(({ code }) => code),
  );
  const highlights = openingNotes(
    notes,
    all.map(({ code }) => code),
  );
  const own = notes.filter((note) => !highlights.includes(note));
  const unavailable = sayUnavailable(comparison);
  const sections = all.filter(
    (section) =>
      unavailable.has(section.code) ||
      items.some(isOf(section)) ||
      reported.some(isOf(section)) ||
      own.some((note) => note.section === section.code),
  );
  const { headings } = input.style ?? usualStyle;
  const opening: Paragraph[] = [
    { kind: 'title', segments: [{ text: titleOf(input) }] },
    paragraphOf(sayOpening(comparison, highlights)),
  ];
  let voice = silence;
  const body = sections.flatMap((section, place): Paragraph[] => {
    const told = aggregate(planSection(items.filter(isOf(section))), voice);
    voice = told.voice;
    const sentences = [...sayReported(reported.filter(isOf(section))), ...told.sentences];
    const lost = unavailable.get(section.code);
    const written = own.filter((note) => note.section === section.code);
    const led = leadIn(
      written.filter(({ kind }) => kind === 'measures'),
      sentences,
    );
    const praised = written.filter(({ kind }) => kind === 'highlights').map(sayNote);
    return [
      headingOf(section, place, headings),
      ...paragraphsOf([...led, ...(lost ? [lost] : []), ...praised], section.code),
    ];
  });
  return [...opening, ...body];
}
