// Which statistical hints a form shows: the few strongest, one to a figure, and none where a check speaks already.
import type { Indicator } from '../catalogue/indicator';
import { compare, divide, multiply } from '../figure/number';
import {
  greatest,
  median,
  statisticalHints,
  type Peers,
  type StatisticalHint,
} from './statistical-hints';
import { findSwaps, type SwapIndicator, type SwapRow } from './swaps';

/** A figure with what it is held against. `peers` are measured as `perMember` measures. */
export type HintRow = {
  indicator: SwapIndicator;
  value: string | null;
  last: string | null;
  history: readonly string[];
  peers: Peers | null;
};

/** How many hints a form shows at most. */
export const mostHints = 5;
/** A hint weaker than this is not worth a tired person's look. */
const leastStrength = '1.5';

/** The indicator by which units of different size are compared: 工会会员总数. */
export const memberIndicator = 'ZZ025';

/** The strongest hint of each of the `mostHints` figures that stand out most. `members` is the unit's number of
 *  members, `isSpokenFor` names figures at which a check fails. */
export function figureHints(
  rows: readonly HintRow[],
  members: string | null,
  isSpokenFor: (code: string) => boolean,
): Map<string, StatisticalHint> {
  const found = rows.flatMap((row): [string, StatisticalHint][] => {
    const hint = strongestHint(row, members);
    return hint ? [[row.indicator.code, hint]] : [];
  });
  return withSwaps(fewStrongest(found, isSpokenFor), swapHints(rows, members));
}

/** Hints with what is said of figures that seem to stand in each other's place, which goes before anything else. */
export const withSwaps = (
  hints: ReadonlyMap<string, StatisticalHint>,
  swaps: ReadonlyMap<string, StatisticalHint>,
): Map<string, StatisticalHint> => new Map([...hints, ...swaps]);

/** The figures that seem to stand in each other's place. `rows` are in the order of the form. */
export function swapHints(
  rows: readonly HintRow[],
  members: string | null,
): Map<string, StatisticalHint> {
  const known = rows.flatMap((row, at): SwapRow[] => {
    const usual = isHinted(row.indicator) ? usualOf(row, members) : null;
    const { indicator, value } = row;
    return value === null || usual === null ? [] : [{ indicator, at, value, usual }];
  });
  const usuals = new Map(
    known.map(({ indicator, usual, value }) => [indicator.code, { usual, value }]),
  );
  return new Map(
    [...findSwaps(known)].map(([code, swap]): [string, StatisticalHint] => {
      const { usual, value } = usuals.get(code)!;
      const direction = compare(value, usual) > 0 ? 'up' : 'down';
      return [code, { kind: 'swap', direction, usual, strength: greatest, ...swap }];
    }),
  );
}

/** What a line usually is: last year's, else the middle of its years, else what its peers would have with its
 *  members. */
function usualOf(
  { indicator, last, history, peers }: HintRow,
  members: string | null,
): string | null {
  if (last !== null) return last;
  if (history.length > 0) return median(history);
  if (!peers) return null;
  if (indicator.unit === '%') return peers.usual;
  return members === null || indicator.code === memberIndicator
    ? null
    : divide(multiply(peers.usual, members), 1000);
}

/** What is most unusual about a figure, if it is worth a look. */
export function strongestHint(
  { indicator, value, last, history, peers }: HintRow,
  members: string | null,
): StatisticalHint | null {
  if (value === null || !isHinted(indicator)) return null;
  const own = perMember(value, indicator, members);
  const hints = statisticalHints(value, {
    last,
    history,
    peers: peers && own !== null ? { ...peers, own } : undefined,
  });
  const strongest = hints.reduce<StatisticalHint | null>(
    (best, one) => (best && compare(best.strength, one.strength) >= 0 ? best : one),
    null,
  );
  return strongest && compare(strongest.strength, leastStrength) >= 0 ? strongest : null;
}

/** Of the hints of many figures those that are shown, the strongest first. */
export function fewStrongest(
  found: readonly (readonly [string, StatisticalHint])[],
  isSpokenFor: (code: string) => boolean,
): Map<string, StatisticalHint> {
  const open = found.filter(([code]) => !isSpokenFor(code));
  return new Map(
    open.toSorted(([, a], [, b]) => compare(b.strength, a.strength)).slice(0, mostHints),
  );
}

/** A value as units of different size may be compared by: a rate as it is, anything else per thousand members. Null
 *  without members, and of the number of members itself. */
export function perMember(
  value: string,
  { code, unit }: Pick<Indicator, 'code' | 'unit'>,
  members: string | null,
): string | null {
  if (unit === '%') return value;
  if (members === null || code === memberIndicator) return null;
  return divide(multiply(value, 1000), members);
}

// Ranks, standards and years in a row are no amounts.
const isHinted = ({ nature }: Pick<Indicator, 'nature'>): boolean =>
  nature === 'stock' || nature === 'flow' || nature === 'ratio';
