// Sentences can be told apart: each begins with a segment of its own and keeps its id when only figures change.
import { expect, test } from 'vitest';
import { documentScopes } from '../../../prisma/world/document-scopes';
import { summarise } from '../summary/summarise';
import type { Paragraph, SummaryInput } from '../comparison/source';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const scopes = documentScopes(catalogue).map(({ document, input }) => [document, input] as const);

test.each(scopes)(
  '%s: every body paragraph is cut into its sentences, none named twice',
  (_, input) => {
    const bodies = summarise(input).paragraphs.filter(({ kind }) => kind === 'body');
    for (const body of bodies) {
      const starts = body.sentences?.map(({ start }) => start) ?? [];
      expect(starts[0]).toBe(0);
      starts.forEach((start, place) =>
        expect(textOf(body.segments.slice(start, starts[place + 1]))).toMatch(/^[^。]+。$/),
      );
    }
    const ids = idsOf(bodies);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

test.each(scopes)('%s: a corrected figure leaves the ids as they were', (_, input) => {
  const flow = input.reports
    .at(-1)
    ?.figures.find(
      ({ value, qualifier }) => value !== null && qualifier === '' && Number(value) > 100,
    );
  const corrected: SummaryInput = {
    ...input,
    reports: input.reports.map((report) => ({
      ...report,
      figures: report.figures.map((figure) =>
        figure === flow ? { ...figure, value: String(Number(figure.value) + 1) } : figure,
      ),
    })),
  };
  expect(idsOf(summarise(corrected).paragraphs)).toEqual(idsOf(summarise(input).paragraphs));
});

const textOf = (segments: Paragraph['segments']) => segments.map(({ text }) => text).join('');
const idsOf = (paragraphs: Paragraph[]) =>
  paragraphs.flatMap(({ sentences }) => (sentences ?? []).map(({ id }) => id));
