// Statistical hints (提示): a figure that stands far from last year, from the unit's own years or from its peers.
// They ask for a second look and stop nothing. Far is measured with the median and the median absolute deviation, which
// one odd year does not move (Iglewicz and Hoaglin's modified z-score).
import {
  absolute,
  change,
  compare,
  Decimal,
  divide,
  growth,
  isZero,
  multiply,
  plain,
  round,
  sum,
} from '../figure/number';
import type { Swap } from './swaps';

/** `usual` and `value` are decimal texts in the base unit (of `peers`: per thousand members, of a rate as it is);
 *  `percent` is against last year. `strength` says how far off it is: 1 where a look just begins to be asked for, 10 at
 *  most. */
export type StatisticalHint = { strength: string } & (
  | { kind: 'year'; direction: 'up' | 'down'; percent: string }
  | { kind: 'year'; direction: 'appeared' | 'vanished'; percent: null }
  | { kind: 'history'; direction: 'up' | 'down'; usual: string; years: number }
  | { kind: 'peers'; direction: 'up' | 'down'; usual: string; value: string; units: number }
  | ({ kind: 'swap'; direction: 'up' | 'down'; usual: string } & Swap)
);

/** What units beside one have between them: the median, how far from it is far, and how many units that is of. */
export type Peers = { usual: string; reach: string; units: number };

/** `history`: values of earlier years; `peers`: what the units beside it have, `own` in the same measure. */
export type Surroundings = {
  last: string | null;
  history: readonly string[];
  peers?: Peers & { own: string };
};

/** What is unusual about a value; nothing where too little is known to say so. */
export function statisticalHints(
  value: string,
  { last, history, peers }: Surroundings,
): StatisticalHint[] {
  return [
    againstLastYear(value, last),
    againstHistory(value, history),
    peers ? againstPeers(peers) : null,
  ].filter((hint) => hint !== null);
}

/** What may be shown of units beside one: null of fewer than five. Three digits, so that no single unit's figure is
 *  revealed. */
export function peersOf(values: readonly string[]): Peers | null {
  const middle = values.length < fewest.peers ? null : middleOf(values);
  return (
    middle && {
      usual: threeDigits(middle.usual),
      reach: threeDigits(middle.reach),
      units: values.length,
    }
  );
}

/** Per cent against last year from which a look is asked for, and the base below which per cents say nothing, unless
 *  far more stands there now. */
const threshold = { percent: 20, leastBase: 10, leastAfter: 100 };
/** A modified z-score above this is an outlier. */
const outlier = '3.5';
/** Fewest earlier years, fewest peers. */
const fewest = { years: 5, peers: 5 };
/** The strength of what could not be further off. */
export const greatest = '10';

function againstLastYear(value: string, last: string | null): StatisticalHint | null {
  if (last === null) return null;
  if (isZero(last) || isZero(value)) {
    if (isZero(last) === isZero(value)) return null;
    return {
      kind: 'year',
      direction: isZero(last) ? 'appeared' : 'vanished',
      percent: null,
      strength: '1',
    };
  }
  const percent = growth(value, last);
  if (
    percent === null ||
    (compare(last, threshold.leastBase) < 0 && compare(value, threshold.leastAfter) < 0) ||
    compare(absolute(percent), threshold.percent) <= 0
  )
    return null;
  return {
    kind: 'year',
    direction: compare(percent, 0) > 0 ? 'up' : 'down',
    percent: round(percent, 1),
    strength: strengthOf(weightOf(percent), String(threshold.percent)),
  };
}

/** What falls can lose a hundred per cent at most: from a fifth of last year's on it weighs as its way back up
 *  would. */
function weightOf(percent: string): string {
  const rest = change('100', absolute(percent));
  const isLittleLeft = compare(percent, 0) < 0 && compare(rest, 20) < 0;
  return isLittleLeft
    ? (divide(multiply(absolute(percent), 100), rest) ?? greatest)
    : absolute(percent);
}

function againstHistory(value: string, history: readonly string[]): StatisticalHint | null {
  const middle = history.length < fewest.years ? null : middleOf(history);
  const far = middle && farFrom(value, middle);
  return far && { kind: 'history', ...far, usual: middle.usual, years: history.length };
}

function againstPeers({
  own,
  ...peers
}: NonNullable<Surroundings['peers']>): StatisticalHint | null {
  const far = farFrom(own, peers);
  return far && { kind: 'peers', ...far, usual: peers.usual, value: own, units: peers.units };
}

type Middle = Pick<Peers, 'usual' | 'reach'>;

function farFrom(
  value: string,
  { usual, reach }: Middle,
): { direction: 'up' | 'down'; strength: string } | null {
  const distance = absolute(change(value, usual));
  // Where all are nearly the same, a little is already far: less than the per cents asked about against last year is
  // not shown.
  const isLittle =
    compare(multiply(distance, 100), multiply(absolute(usual), threshold.percent)) <= 0;
  if (isLittle || compare(distance, reach) <= 0) return null;
  return {
    direction: compare(value, usual) > 0 ? 'up' : 'down',
    strength: strengthOf(distance, reach),
  };
}

/** The median, and the distance from it at which 0.6745 × distance ÷ MAD is 3.5. Where more than half are the same,
 *  the mean deviation takes the MAD's place; null where all are. */
function middleOf(sample: readonly string[]): Middle | null {
  const usual = median(sample);
  const deviations = sample.map((one) => absolute(change(one, usual)));
  const spread = median(deviations);
  if (!isZero(spread)) return { usual, reach: divide(multiply(spread, outlier), '0.6745')! };
  const mean = divide(sum(deviations), sample.length)!;
  return isZero(mean) ? null : { usual, reach: multiply(multiply(mean, '1.253314'), outlier) };
}

function strengthOf(distance: string, reach: string): string {
  const times = divide(distance, reach) ?? greatest;
  return compare(times, greatest) > 0 ? greatest : round(times, 2);
}

function threeDigits(value: string): string {
  return plain(new Decimal(value).toSignificantDigits(3));
}

/** The middle of some values. */
export function median(values: readonly string[]): string {
  const sorted = [...values].sort(compare);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? '0';
  if (sorted.length % 2 === 1) return upper;
  return divide(change(upper, multiply(sorted[half - 1] ?? '0', -1)), 2) ?? '0';
}
