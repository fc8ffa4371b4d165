// How far a figure lies from its base, and what may honestly be said of it. Rules of official statistics: no rate on a
// base of 0 or below, increments instead of percent under 10, points for rates; an approximate figure (余, 多, 近, 以上)
// gives a bound or nothing, never an exact difference.
import { leaning } from '../figure/leaning';
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { absolute, change, compare, growth, whyNoGrowth } from '../figure/number';

/** Why no growth rate stands beside an amount. */
type WhyNoRate = 'base-zero' | 'base-negative' | 'small-base' | 'is-rate';

/** `amount` and `percent` carry no sign, `direction` does. Bounded: the true distance is at least this. */
export type Difference = {
  direction: -1 | 0 | 1;
  isBounded: boolean;
  amount: string;
  percent: string | null;
  whyNoRate: WhyNoRate | null;
};

/** The difference of two figures of one indicator; null where nothing true can be said. */
export function differenceOf(
  current: Figure,
  base: Figure,
  indicator: Indicator,
): Difference | null {
  const known = differences.get(current) ?? [];
  const before = known.find((one) => one.base === base && one.indicator === indicator);
  if (before) return before.difference;
  const difference = computeDifference(current, base, indicator);
  differences.set(current, [...known, { base, indicator, difference }]);
  return difference;
}

// Opening, text and table of a summary ask for the same differences. A figure never changes; a new answer is a new one.
const differences = new WeakMap<
  Figure,
  { base: Figure; indicator: Indicator; difference: Difference | null }[]
>();

function computeDifference(current: Figure, base: Figure, indicator: Indicator): Difference | null {
  if (
    current.value === null ||
    base.value === null ||
    !hasDifferences(indicator) ||
    !haveSameSpan(current, base)
  )
    return null;
  const direction = compare(current.value, base.value);
  const bound = boundOf(current, base, direction);
  if (bound === 'unknown') return null;
  const amount = absolute(change(current.value, base.value));
  const whyNoRate =
    indicator.nature === 'ratio'
      ? 'is-rate'
      : (whyNoGrowth(base.value) ?? (compare(base.value, 10) < 0 ? 'small-base' : null));
  const rate = whyNoRate ? null : growth(current.value, base.value);
  return {
    direction,
    isBounded: bound === 'at-least',
    amount,
    percent: rate === null ? null : absolute(rate),
    whyNoRate,
  };
}

/** |growth| under half a per cent is 基本持平. */
export function isNearlyFlat({ direction, percent }: Difference): boolean {
  return direction !== 0 && percent !== null && compare(percent, '0.5') < 0;
}

/** Standards, ranks and years running are told as they are. */
function hasDifferences({ nature }: Indicator): boolean {
  return nature === 'stock' || nature === 'flow' || nature === 'ratio';
}

/** A sum over part of a period is not set against one over the whole. */
function haveSameSpan(current: Figure, base: Figure): boolean {
  const isPartial = ({ from, asOf }: Figure) => from !== null && asOf !== null;
  return isPartial(current) === isPartial(base);
}

// 余, 多 and 以上 say the true value is not below the print, 近 that it is not above; 约 and 左右 say neither.
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
