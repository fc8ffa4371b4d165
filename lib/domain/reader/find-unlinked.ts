// Numbers typed by hand: what no segment carries, each with the figure it seems to be, so that the author may link it.
import type { Figure, FigureKey } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { compare } from '../figure/number';
import { lexiconOf, matchIndicators, type Lexicon } from './match-indicator';
import { isMeasureOf } from './measures';
import { findNumbers, type FoundNumber } from './numbers';
import { keeps, promiseOf } from './promise';

/** A figure that a number in the text may be of. */
export type Candidate = {
  key: FigureKey;
  figure: Pick<Figure, 'value' | 'qualifier'>;
  indicator: Indicator;
};

/** `suggestion` is the figure whose value keeps what the number promises and whose name is nearest in the sentence;
 *  `others` keep it too. `start` and `end` count characters of the text. */
export type Unlinked = Pick<FoundNumber, 'start' | 'end' | 'text' | 'value' | 'unit'> & {
  suggestion: FigureKey | null;
  others: FigureKey[];
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
      const [suggestion = null, ...others] = suggest(text, number, candidates, lexicon);
      return {
        start: number.start,
        end: number.end,
        text: number.text,
        value: number.value,
        unit: number.unit,
        suggestion,
        others: others.slice(0, 4),
      };
    });
}

/** Figures whose value the number may print: same kind of unit, true within what the number promises, nearest name first. */
function suggest(
  text: string,
  number: FoundNumber,
  candidates: Candidate[],
  lexicon: Lexicon,
): FigureKey[] {
  const promise = promiseOf(number);
  const fitting = candidates.filter(
    ({ figure, indicator }) =>
      figure.value !== null &&
      isMeasureOf(number.unit, indicator.unit) &&
      keeps(figure.value, promise, figure.qualifier === ''),
  );
  if (fitting.length === 0) return [];
  const scores = scoresIn(text, number, lexicon);
  const isTelling = ({ value }: FoundNumber) => compare(value, 100) >= 0;
  return (
    fitting
      .map((candidate) => ({ ...candidate, score: scores.get(candidate.indicator.code) ?? 0 }))
      // A small number alone proves nothing: the sentence must name the indicator.
      .filter(({ score }) => score >= (isTelling(number) ? 0.02 : 0.25))
      .sort((a, b) => b.score - a.score || b.key.period.localeCompare(a.key.period))
      .map(({ key }) => key)
  );
}

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
