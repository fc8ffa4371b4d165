// Numbers typed by hand: what no segment carries, each with the figure it seems to be, so that the author may link it.
import type { Figure, FigureKey } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { compare } from '../figure/number';
import { lexiconOf, matchIndicators, type Lexicon } from './match-indicator';
import { isMeasureOf } from './measures';
import { findNumbers, type FoundNumber } from './find-numbers';
import { keeps, promiseOf } from './promise';

/** A figure that a number in the text may be of. */
export type Candidate = {
  key: FigureKey;
  figure: Pick<Figure, 'value' | 'qualifier'>;
  indicator: Indicator;
};

/** `suggestion` is the figure whose value keeps what the number promises and whose name is nearest in the sentence;
 *  `others` keep it too; where none does, `contradicts` is the figure that the sentence names and that says another
 *  value. `start` and `end` count characters of the text. */
export type Unlinked = Pick<FoundNumber, 'start' | 'end' | 'text' | 'value' | 'unit'> & {
  suggestion: FigureKey | null;
  others: FigureKey[];
  contradicts: FigureKey | null;
};

/** The numbers outside the linked ranges, in order. `names` may hold digits (of units, of people). */
export function findUnlinked(
  text: string,
  linked: { start: number; end: number }[],
  candidates: Candidate[],
  names: string[] = [],
): Unlinked[] {
  const lexicon = lexiconOf({
    indicators: [...new Set(candidates.map(({ indicator }) => indicator))],
  });
  return findNumbers(text, names)
    .filter(({ start, end }) => !linked.some((range) => start < range.end && range.start < end))
    .map((number) => {
      const { fitting, contradicts } = suggest(text, number, candidates, lexicon);
      const [suggestion = null, ...others] = fitting;
      return {
        start: number.start,
        end: number.end,
        text: number.text,
        value: number.value,
        unit: number.unit,
        suggestion,
        others: others.slice(0, 4),
        contradicts,
      };
    });
}

type Scored = Candidate & { score: number };

/** Figures whose value the number may print: same kind of unit, true within what the number promises, nearest name
 *  first; and, where there is none, the newest figure of the indicator that the sentence clearly names. */
function suggest(
  text: string,
  number: FoundNumber,
  candidates: Candidate[],
  lexicon: Lexicon,
): { fitting: FigureKey[]; contradicts: FigureKey | null } {
  const promise = promiseOf(number);
  const alike = candidates.filter(
    ({ figure, indicator }) => figure.value !== null && isMeasureOf(number.unit, indicator.unit),
  );
  if (alike.length === 0) return { fitting: [], contradicts: null };
  const scores = scoresIn(text, number, lexicon);
  const scored = alike
    .map((candidate): Scored => ({
      ...candidate,
      score: scores.get(candidate.indicator.code) ?? 0,
    }))
    .sort((a, b) => b.score - a.score || b.key.period.localeCompare(a.key.period));
  // A small number alone proves nothing: the sentence must name the indicator.
  const least = compare(number.value, 100) >= 0 ? 0.02 : named;
  const fitting = scored.filter(
    ({ score, figure }) =>
      score >= least && keeps(figure.value as string, promise, figure.qualifier === ''),
  );
  const contradicts = scored.find(
    ({ score, key }) => score >= clearlyNamed && (key.measure ?? 'level') === 'level',
  );
  return {
    fitting: fitting.map(({ key }) => key),
    contradicts: fitting.length === 0 && contradicts ? contradicts.key : null,
  };
}

/** How much of an indicator's name stands beside a number that may be its figure, or can be no other's. */
const named = 0.25;
const clearlyNamed = 0.7;

function scoresIn(text: string, number: FoundNumber, lexicon: Lexicon): Map<string, number> {
  const before = text.slice(
    Math.max(0, text.lastIndexOf('。', number.start - 1) + 1),
    number.start,
  );
  const clause = before.split(/[，,；;、：:]/).at(-1) as string;
  const after = (text.slice(number.end).split(/[，,；;、。]/)[0] as string).slice(0, 12);
  const scores = new Map<string, number>();
  const add = (words: string, weight: number) => {
    for (const { indicator, score } of matchIndicators(words, '*', lexicon))
      scores.set(indicator.code, (scores.get(indicator.code) ?? 0) + weight * score);
  };
  add(clause, 1);
  add(after, 0.6);
  add(before.slice(-40), 0.4);
  return scores;
}
