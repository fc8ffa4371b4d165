// Realisation: the parts with their headings 一、二、…, and the sentences of each.
import { usualStyle, type Paragraph, type WorkNote } from '../comparison/source';
import type { Comparison } from '../comparison/compare';
import { aggregate } from './aggregate';
import type { Content } from './content';
import type { Sentence } from './draft';
import { namedIn, paragraphOf, paragraphsOf } from './paragraph';
import { partsOf, type Chunk, type Part } from './parts';
import { headingOf } from './phrases/heading';
import { leadHonours } from './phrases/honours';
import { inOrder, leadIn, openingNotes, sayNote, themeOf } from './phrases/note';
import { sayOpening, titleOf } from './phrases/opening';
import { outlookHeading, sayOutlook } from './phrases/outlook';
import { sayReported } from './phrases/say-reported';
import { planSection } from './plan-section';
import { silence, type Voice } from './voice';

/** The whole narrative: title, opening, one headed part for each that has something to state, and how the plan ends
 *  it. */
export function realise(comparison: Comparison, { items, reported }: Content): Paragraph[] {
  const { input } = comparison;
  const codes = input.catalogue.sections.map(({ code }) => code);
  const notes = inOrder(input.notes ?? [], codes);
  const highlights = openingNotes(notes, codes);
  const honours = input.plan?.honoursFirst ? leadHonours(items) : [];
  const content = { items: items.filter((item) => !honours.includes(item)), reported };
  const written = notes.filter((note) => !highlights.includes(note));
  const won = aggregate(planSection(honours), silence);
  let voice = won.voice;
  const outlook = { id: 'outlook', heading: outlookHeading, section: null, isThemed: false };
  const stated = partsOf(input, content).map(({ part, chunks }) => {
    const said = sayPart(part, chunks, written, voice);
    voice = said.voice;
    return { part, sentences: said.sentences };
  });
  const { headings } = input.style ?? usualStyle;
  return [
    { kind: 'title', segments: [{ text: titleOf(input) }] },
    paragraphOf(sayOpening(comparison, highlights, won.sentences)),
    ...[...stated, { part: outlook, sentences: sayOutlook(comparison) }]
      .filter(({ sentences }) => sentences.length > 0)
      .flatMap(({ part, sentences }, place) => [
        headingOf(part, place, headings),
        ...paragraphsOf(sentences, part.id),
      ]),
    ...sayClosing(comparison),
  ];
}

/** The sentences of a part, section by section; its theme goes first. */
function sayPart(
  { isThemed }: Part,
  chunks: Chunk[],
  notes: WorkNote[],
  before: Voice,
): { sentences: Sentence[]; voice: Voice } {
  const ofChunk = ({ code, isSection }: Chunk) =>
    isSection ? notes.filter(({ section }) => section === code) : [];
  const theme = isThemed ? themeOf(chunks.flatMap(ofChunk)) : undefined;
  let voice = before;
  const sentences = chunks.flatMap((chunk) => {
    const stated = aggregate(planSection(chunk.items), voice);
    voice = stated.voice;
    const own = ofChunk(chunk).filter((note) => note !== theme);
    const led = leadIn(
      own.filter(({ kind }) => kind === 'measures'),
      [...sayReported(chunk.reported), ...stated.sentences],
    );
    const praised = own.filter(({ kind }) => kind === 'highlights').map(sayNote);
    return [...led, ...praised].map(namedIn(chunk.code));
  });
  return {
    sentences: [...(theme ? [namedIn(theme.section)(sayNote(theme))] : []), ...sentences],
    voice,
  };
}

/** The last sentence, in the office's own words. */
function sayClosing({ input: { plan, unit } }: Comparison): Paragraph[] {
  const closing = plan?.closing.trim().replace(/[。！!.]+$/u, '') ?? '';
  if (closing === '') return [];
  const segments = [{ text: closing, by: unit.name }];
  return [paragraphOf([{ id: 'closing', segments, startsNew: true, time: '' }], 'closing')];
}
