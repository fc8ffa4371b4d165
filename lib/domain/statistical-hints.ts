// Statistical hints (提示): a figure that stands far from last year, from the unit's own years or from its peers. They ask
// for a second look and stop nothing. Far is measured with the median and the median absolute deviation, which one odd
// year does not move (Iglewicz and Hoaglin's modified z-score).
import { absolute, change, compare, divide, growth, isZero, multiply, round } from './number';

/** `usual` and `value` are decimal texts in the base unit (of `peers`: per member); `percent` is against last year. */
export type StatisticalHint =
  | { kind: 'year'; direction: 'up' | 'down'; percent: string }
  | { kind: 'year'; direction: 'appeared' | 'vanished'; percent: null }
  | { kind: 'history'; direction: 'up' | 'down'; usual: string; years: number }
  | { kind: 'peers'; direction: 'up' | 'down'; usual: string; value: string; units: number };

/** `history`: values of earlier years, without last year's being left out; `peers`: values per member of the units beside
 *  it, `perMember` its own. */
export type Surroundings = { last: string | null; history: string[]; peers?: { own: string; others: string[] } };

/** What is unusual about a value; nothing where too little is known to say so. */
export function statisticalHints(value: string, { last, history, peers }: Surroundings): StatisticalHint[] {
  return [againstLastYear(value, last), againstHistory(value, history), peers ? againstPeers(peers) : null].filter((hint) => hint !== null);
}

/** Per cent against last year from which a look is asked for, and the base below which per cents say nothing. */
const threshold = { percent: 20, leastBase: 10 };
/** A modified z-score above this is an outlier. */
const outlier = '3.5';
/** Fewest earlier years, fewest peers. */
const fewest = { years: 5, peers: 5 };

function againstLastYear(value: string, last: string | null): StatisticalHint | null {
  if (last === null) return null;
  if (isZero(last) || isZero(value)) {
    if (isZero(last) === isZero(value)) return null;
    return { kind: 'year', direction: isZero(last) ? 'appeared' : 'vanished', percent: null };
  }
  const percent = growth(value, last);
  if (percent === null || compare(last, threshold.leastBase) < 0 || compare(absolute(percent), threshold.percent) <= 0) return null;
  return { kind: 'year', direction: compare(percent, 0) > 0 ? 'up' : 'down', percent: round(percent, 1) };
}

function againstHistory(value: string, history: string[]): StatisticalHint | null {
  if (history.length < fewest.years || !isOutlier(value, history)) return null;
  const usual = median(history);
  return { kind: 'history', direction: compare(value, usual) > 0 ? 'up' : 'down', usual, years: history.length };
}

function againstPeers({ own, others }: NonNullable<Surroundings['peers']>): StatisticalHint | null {
  if (others.length < fewest.peers || !isOutlier(own, others)) return null;
  const usual = median(others);
  return { kind: 'peers', direction: compare(own, usual) > 0 ? 'up' : 'down', usual, value: own, units: others.length };
}

/** |0.6745 × (value − median)| ÷ MAD > 3.5. Where more than half are the same, the mean deviation takes the MAD's place. */
function isOutlier(value: string, sample: string[]): boolean {
  const middle = median(sample);
  const deviations = sample.map((one) => absolute(change(one, middle)));
  const spread = median(deviations);
  const distance = absolute(change(value, middle));
  if (!isZero(spread)) return compare(multiply(distance, '0.6745'), multiply(spread, outlier)) > 0;
  const mean = divide(deviations.reduce((sum, one) => change(sum, multiply(one, -1)), '0'), sample.length);
  return mean !== null && !isZero(mean) && compare(distance, multiply(multiply(mean, '1.253314'), outlier)) > 0;
}

function median(values: string[]): string {
  const sorted = [...values].sort(compare);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? '0';
  if (sorted.length % 2 === 1) return upper;
  return divide(change(upper, multiply(sorted[half - 1] ?? '0', -1)), 2) ?? '0';
}
