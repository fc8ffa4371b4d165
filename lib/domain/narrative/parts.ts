// The parts of the text: those of the office's plan, or one for each section of the catalogue where there is none.
import { partOf } from '../document-plan/plan';
import type { Section } from '../catalogue/indicator';
import type { Prepared } from '../comparison/prepare';
import type { Content } from './content';

/** What is stated together within a part: a section's items, or those that a plan took out of theirs. */
export type Chunk = Content & { code: string; isSection: boolean };
/** `section`: where its heading is that of the catalogue. */
export type Part = { id: string; heading: string; section: Section | null; isThemed: boolean };

/** A section of the catalogue as a part by itself. */
export const partOfSection = (section: Section): Part => ({
  id: section.code,
  heading: section.name,
  section,
  isThemed: false,
});

/** The parts in their order with what each has to state. */
export function partsOf(
  { plan, catalogue }: Pick<Prepared, 'plan' | 'catalogue'>,
  { items, reported }: Content,
): { part: Part; chunks: Chunk[] }[] {
  const chunk = (code: string, isSection: boolean, isOf: IsOf): Chunk => ({
    code,
    isSection,
    items: items.filter(({ indicator }) => isOf(indicator)),
    reported: reported.filter(({ indicator }) => isOf(indicator)),
  });
  if (!plan)
    return catalogue.sections.map((section) => ({
      part: partOfSection(section),
      chunks: [chunk(section.code, true, (indicator) => indicator.section === section.code)],
    }));
  return plan.parts.map((planned) => {
    const { id, heading, isThemed, sections } = planned;
    const isHere: IsOf = (indicator) => partOf(plan, indicator) === planned;
    return {
      part: { id, heading, section: null, isThemed },
      chunks: [
        ...sections.map((code) =>
          chunk(code, true, (indicator) => indicator.section === code && isHere(indicator)),
        ),
        chunk(id, false, (indicator) => !sections.includes(indicator.section) && isHere(indicator)),
      ],
    };
  });
}

type IsOf = (indicator: { code: string; section: string }) => boolean;
