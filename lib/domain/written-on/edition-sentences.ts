// An edition of an earlier period as sentences with their numbers bound: each already knows its figures.
import type { Computed, Paragraph, Segment } from '../comparison/source';
import { isNumber } from '../desk/manuscript';
import { refOf } from '../desk/ref';
import type { Role } from '../old-report/roles';
import { shiftCode, type Shift } from './shift-years';
import type { Numbers } from './say-anew';
import type { Token, ToldSentence } from './told';

/** The sentences of an edition's text. */
export function editionSentences(
  paragraphs: readonly Paragraph[],
  shift: Shift,
  numbers: Numbers,
): ToldSentence[] {
  return paragraphs.flatMap(({ kind, section = null, segments, sentences }) => {
    const starts = kind === 'body' && sentences?.length ? sentences.map(({ start }) => start) : [0];
    return starts.map((start, place): ToldSentence => ({
      kind: kind === 'body' ? 'own' : kind,
      opens: place === 0,
      section,
      tokens: segments.slice(start, starts[place + 1]).map((one) => tokenOf(one, shift, numbers)),
    }));
  });
}

function tokenOf(segment: Segment, shift: Shift, numbers: Numbers): Token {
  const { text, figures = [], computed } = segment;
  if (!isNumber(segment)) return text;
  const later = (years: number) =>
    figures.map((key) => ({ ...key, period: shiftCode(key.period, years) }));
  const ref = refOf({ figures: later(shift.years), ...(computed && { computed }) });
  return {
    text,
    role: computed ? (roles[computed.kind] ?? 'share') : 'level',
    indicator: figures[0]?.indicator ?? null,
    ref: numbers.has(ref) ? ref : null,
    base: computed ? null : refOf({ figures: later(shift.years - 1) }),
    why: numbers.has(ref) ? null : 'missing',
  };
}

const roles: Partial<Record<Computed['kind'], Role>> = {
  growth: 'change-rate',
  change: 'change-amount',
  'rate-change': 'points',
};
