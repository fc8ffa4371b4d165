// How far a figure lies from its base, and what may honestly be said of it. Rules of official statistics: no rate on a
// base of 0 or below, increments instead of percent under 10, points for rates; an approximate figure (余, 多, 近,
// 以上) gives a bound or nothing, never an exact difference.
import { leaning } from '../figure/leaning';
import type { Figure } from '../figure/figure';
import { whyIncomparable } from './comparability';
import type { Sourced } from './sourced';
import type { Indicator } from '../catalogue/indicator';
import { absolute, change, compare, growth, whyNoGrowth } from '../figure/number';

/** Why no growth rate stands beside an amount. */
type WhyNoRate = 'base-zero' | 'base-negative' | 'small-base' | 'is-rate';

/** Two numbers of one indicator and how far they lie apart. `amount` and `percent` carry no sign, `direction` does.
 *  Bounded: the true distance is at least this. None is made but here, so that what is printed of one is of its two
 *  sides. */
export type Difference = {
  readonly [made]: true;
  readonly current: Sourced;
  readonly base: Sourced;
  readonly indicator: Indicator;
  readonly direction: -1 | 0 | 1;
  readonly isBounded: boolean;
  readonly amount: string;
  readonly percent: string | null;
  readonly whyNoRate: WhyNoRate | null;
};
declare const made: unique symbol;

/** The difference of two numbers of one indicator; null where nothing true can be said. */
export function differenceOf(
  current: Sourced,
  base: Sourced,
  indicator: Indicator,
): Difference | null {
  const [now, then] = [current.figure, base.figure];
  if (
    now.value === null ||
    then.value === null ||
    !hasDifferences(indicator) ||
    whyIncomparable(current, base, indicator.nature)
  )
    return null;
  const direction = compare(now.value, then.value);
  const bound = boundOf(now, then, direction);
  if (bound === 'unknown') return null;
  const whyNoRate =
    indicator.nature === 'ratio'
      ? 'is-rate'
      : (whyNoGrowth(then.value) ?? (compare(then.value, 10) < 0 ? 'small-base' : null));
  const rate = whyNoRate ? null : growth(now.value, then.value);
  return {
    ...distanceOf(current, base, indicator),
    isBounded: bound === 'at-least',
    percent: rate === null ? null : absolute(rate),
    whyNoRate,
  };
}

/** How far a number lies from a line it was set, in its own unit; null on the line, and where only an upper bound of it
 *  is known. */
export function distanceTo(
  current: Sourced,
  line: Sourced,
  indicator: Indicator,
): Difference | null {
  const distance = distanceOf(current, line, indicator);
  const lean = leaning(current.figure);
  const isBounded =
    (distance.direction > 0 && lean === 'above') || (distance.direction < 0 && lean === 'below');
  return distance.direction === 0 || (lean !== 'exact' && !isBounded)
    ? null
    : { ...distance, isBounded };
}

function distanceOf(current: Sourced, base: Sourced, indicator: Indicator): Difference {
  const [now, then] = [current.figure.value as string, base.figure.value as string];
  const distance: Omit<Difference, typeof made> = {
    current,
    base,
    indicator,
    direction: compare(now, then),
    isBounded: false,
    amount: absolute(change(now, then)),
    percent: null,
    whyNoRate: null,
  };
  return distance as Difference;
}

/** |growth| under half a per cent is 基本持平. */
export function isNearlyFlat({ direction, percent }: Difference): boolean {
  return direction !== 0 && percent !== null && compare(percent, '0.5') < 0;
}

/** Standards, ranks and years running are stated as they are. */
export function hasDifferences({ nature }: Pick<Indicator, 'nature'>): boolean {
  return nature === 'stock' || nature === 'flow' || nature === 'ratio';
}

// 余, 多, 超 and 以上 say the true value is not below the print, 近 that it is not above; 约 and 左右 say
// neither.
function boundOf(
  current: Figure,
  base: Figure,
  direction: -1 | 0 | 1,
): 'exact' | 'at-least' | 'unknown' {
  const [now, then] = [leaning(current), leaning(base)];
  if (now === 'exact' && then === 'exact') return 'exact';
  if (
    direction > 0 &&
    (now === 'exact' || now === 'above') &&
    (then === 'exact' || then === 'below')
  )
    return 'at-least';
  if (
    direction < 0 &&
    (now === 'exact' || now === 'below') &&
    (then === 'exact' || then === 'above')
  )
    return 'at-least';
  return 'unknown';
}
