import { z } from 'zod';
import { findNewestEdition } from '@/lib/data/desk/editions';
import { findSummary } from '@/lib/data/summary/summaries';
import { NotFoundError } from '@/lib/domain/access/errors';
import type { Explained } from '@/lib/domain/checks/explained-note';
import type { Paragraph, Segment } from '@/lib/domain/comparison/source';
import { operation } from '../operation';
import { periodCode, unitCode } from '../parameters';
import { summary } from '../schemas';

export const getSummary = operation({
  method: 'GET',
  path: '/api/v1/summaries/{unit}/{period}',
  id: 'getSummary',
  right: 'read',
  params: z.strictObject({ unit: unitCode, period: periodCode }),
  query: z.strictObject({ base: periodCode.optional() }),
  answers: { 200: summary },
  problems: [400, 404],
  answer: async (caller, { params: { unit, period }, query: { base } }) => {
    const how = { isApprovedOnly: true };
    // What was issued goes out as it was issued; another base year asks for another text.
    const edition =
      base === undefined ? await findNewestEdition(caller, { unit, period }, how) : null;
    const found =
      edition?.content.summary ??
      (await findSummary(caller, { unit, period, ...(base !== undefined && { base }) }, how));
    if (!found) throw new NotFoundError();
    return {
      body: {
        unit,
        period,
        title: found.title,
        edition: edition && {
          number: edition.number,
          issuedAt: edition.issuedAt.toISOString(),
          hash: edition.hash,
        },
        cautions: found.cautions,
        keyPoints: (found.keyPoints ?? []).map(bodyOf),
        paragraphs: found.paragraphs.map(bodyOf),
        explanations: (found.explained ?? []).map(explainedBody),
      },
    };
  },
});

function bodyOf({ kind, section, segments, sentences = [] }: Paragraph) {
  // A title or heading is one sentence without a name.
  const starts: { id: string | null; start: number }[] =
    sentences[0]?.start === 0 ? sentences : [{ id: null, start: 0 }, ...sentences];
  return {
    kind,
    section: section ?? null,
    sentences: starts
      .map(({ id, start }, at) => {
        const own = segments.slice(start, starts[at + 1]?.start);
        return { id, text: own.map(({ text }) => text).join(''), segments: own.map(segmentBody) };
      })
      .filter(({ segments: own }) => own.length > 0),
  };
}

/** No names of persons go out. */
const explainedBody = ({ indicators, text, sum }: Explained) => ({
  indicators,
  text,
  sumBelow: sum ?? null,
});

const segmentBody = ({ text, figures = [], computed, by }: Segment) => ({
  text,
  sources: figures.map(({ unit, period, indicator, submission, measure = 'level' }) => ({
    unit,
    period,
    indicator,
    submission,
    measure,
  })),
  computed: computed ? { kind: computed.kind, formula: computed.formula } : null,
  ownWords: by !== undefined,
});
