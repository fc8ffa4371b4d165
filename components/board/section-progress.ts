// The sections of a report as tasks: how far each is, and what the reviewer marked in it.
import { progressOf, type AnswerRow, type Progress } from '@/lib/domain/report/completeness';
import type { Section } from '@/lib/domain/catalogue/indicator';

export type SectionProgress = Progress & { section: Section; marks: number };

type Open = Parameters<typeof progressOf>[2];
type Mark = { indicator: string };

/** `open` is what still needs something: failing checks, and marks that nobody has answered yet. */
export function sectionProgress(
  sections: readonly Section[],
  rows: AnswerRow[],
  open: Open,
  marks: readonly Mark[],
): SectionProgress[] {
  const sectionOf = new Map(rows.map(({ indicator }) => [indicator.code, indicator.section]));
  return sections.map((section) => ({
    ...progressOf(section.code, rows, open),
    section,
    marks: marks.filter(({ indicator }) => sectionOf.get(indicator) === section.code).length,
  }));
}
