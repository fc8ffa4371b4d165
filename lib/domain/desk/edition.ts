// An edition (定稿): what is frozen when a manuscript is issued, in a form that every export can draw.
import type { FigureKey } from '../figure/figure';
import type { Summary } from '../summary/summary';
import type { SummaryInput } from '../comparison/source';
import { isChip, textOf, type Manuscript, type Source } from './manuscript';
import { paragraphsOf } from './paragraphs';
import { currentText } from './merge';
import type { DeskNumber } from './numbers';

/** A submission that the edition speaks from. */
export type EditionSource = {
  unit: string;
  period: string;
  submission: number;
  standing: 'draft' | 'submitted' | 'approved';
  madeUp: boolean;
};
/** An exact value behind the text or the table. */
export type EditionFigure = { key: FigureKey; value: string };

/** `issuedBy` is the name as it was then. */
export type EditionContent = {
  summary: Summary;
  sources: EditionSource[];
  figures: EditionFigure[];
  issuedBy: string;
};

/** Text, tables, exact figures and submissions as they are now. */
export function freeze(
  manuscript: Manuscript,
  summary: Summary,
  { reports, next, peers }: SummaryInput,
): Omit<EditionContent, 'issuedBy'> {
  const all = [...reports, ...(peers?.reports ?? [])];
  const title = manuscript.blocks.find(({ kind }) => kind === 'title');
  return {
    summary: {
      ...summary,
      title: title ? textOf(title.parts) : summary.title,
      paragraphs: paragraphsOf(manuscript),
    },
    sources: all.map(({ unit, period, submission, standing, madeUp }) => ({
      unit,
      period: period.code,
      submission,
      standing,
      madeUp,
    })),
    // A target is set in a report that may be years from being signed: its value is kept, the report is no source.
    figures: [...all, ...(next ? [next] : [])].flatMap(({ unit, period, submission, figures }) =>
      figures.flatMap(({ indicator, measure, value }) => {
        const key: FigureKey = {
          unit,
          period: period.code,
          indicator,
          submission,
          ...(measure !== 'level' && { measure }),
        };
        return value === null ? [] : [{ key, value }];
      }),
    ),
  };
}

/** The same manuscript with the sources of today for every number that prints as it does today. */
export function withSourcesOf(
  { blocks, sources }: Manuscript,
  { numbers }: { numbers: ReadonlyMap<string, DeskNumber> },
): Manuscript {
  const chips = blocks.flatMap(({ parts }) => parts.filter(isChip));
  const found = chips.flatMap((chip): [string, Source][] => {
    const isOfToday = currentText(chip, { numbers }) === chip.text;
    const source = (isOfToday ? numbers.get(chip.ref)?.source : undefined) ?? sources[chip.ref];
    return source ? [[chip.ref, source]] : [];
  });
  return { blocks, sources: Object.fromEntries(found) };
}

/** JSON with sorted keys and without what is undefined: one text for one content, whatever stored it. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(JSON.parse(JSON.stringify(value))));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, of]) => [key, sorted(of)]),
  );
}
