// Whether what a sentence says of a change is true of two figures: direction, amount, rate, points, 以上, 持平,
// multiples.
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import {
  absolute,
  averageGrowth,
  averageIncrease,
  change,
  compare,
  divide,
  growth,
  round,
  type DecimalText,
} from '@/lib/domain/figure/number';
import type { Fact } from '../facts';
import { keeps, promiseOf } from '../promise';
import type { Statement } from '../statement';

/** Why a change is not true of current and base, or null. */
export function faultOfChange(
  statement: Statement,
  current: Fact,
  base: Fact,
  indicator: Indicator,
): string | null {
  const { kind, number, direction } = statement;
  const why = whyNotCompared(current, base, indicator);
  if (why) return why;
  const true_ = compare(current.value, base.value);
  if (kind === 'equal') return true_ === 0 && sameLean(current, base) ? null : 'not equal';
  if (kind === 'nearly-equal') return faultOfNearly(current, base);
  if (direction !== null && true_ !== direction) return `the direction is ${true_}`;
  const bound = boundOf(current, base, true_);
  const isOpen = number?.qualifier === '以上';
  if (bound === 'at-least' && !isOpen) return 'approximate figures give a bound, not a number';
  if (kind === 'multiple') return faultOfMultiple(statement, current.value, base.value);
  if (!number) return 'no number';
  const amount = absolute(change(current.value, base.value));
  if (kind === 'points')
    return indicator.nature === 'ratio' ? holds(amount) : 'points are of rates';
  if (kind === 'amount')
    return indicator.nature === 'ratio' ? 'a rate changes in points' : holds(amount);
  if (indicator.nature === 'ratio') return 'a rate changes in points';
  const years = Number(current.period.to.slice(0, 4)) - Number(base.period.to.slice(0, 4));
  if (kind === 'average-growth')
    return holdsSigned(averageGrowth(current.value, base.value, years));
  if (kind === 'average-amount')
    return holdsSigned(averageIncrease(current.value, base.value, years));
  if (compare(base.value, 10) < 0) return 'no per cent on a base under 10';
  return holdsSigned(growth(current.value, base.value));

  function holds(value: DecimalText): string | null {
    return keeps(value, promiseOf(number as NonNullable<typeof number>))
      ? null
      : `it is ${round(value, 4)}`;
  }
  function holdsSigned(value: DecimalText | null): string | null {
    return value === null ? 'there is no rate on this base' : holds(absolute(value));
  }
}

/** Why two figures are not compared at all, or null. */
export function whyNotCompared(current: Fact, base: Fact, { nature }: Indicator): string | null {
  if (nature !== 'stock' && nature !== 'flow' && nature !== 'ratio') return 'this is not compared';
  if (current.scope !== base.scope) return 'the scopes differ';
  if (nature === 'flow' && current.period.kind !== base.period.kind)
    return 'a part is set against a whole';
  const times = (fact: Fact) => (nature === 'stock' ? fact.beside.split(' ')[1] : fact.beside);
  if (times(current) !== times(base)) return 'the times differ';
  return boundOf(current, base, compare(current.value, base.value)) === 'unknown'
    ? 'approximate figures do not say this'
    : null;
}

/** 与…基本持平: less than half a per cent, and exact. */
function faultOfNearly(current: Fact, base: Fact): string | null {
  if (current.lean !== 'exact' || base.lean !== 'exact')
    return 'approximate figures do not say this';
  const rate = growth(current.value, base.value);
  return rate !== null && compare(absolute(rate), '0.5') < 0 ? null : 'not nearly equal';
}

/** 是B的1.8倍, 翻一番: never of a decrease. */
function faultOfMultiple(
  { number, words }: Statement,
  current: string,
  base: string,
): string | null {
  const times = compare(base, 0) > 0 ? divide(current, base) : null;
  if (times === null || compare(times, 1) < 0) return 'a decrease has no multiple';
  if (number) return keeps(times, promiseOf(number)) ? null : `it is ${round(times, 4)} times`;
  const doubled = words.includes('三番') ? '8' : words.includes('两番') ? '4' : '2';
  return compare(times, doubled) >= 0 && compare(times, Number(doubled) * 1.1) < 0
    ? null
    : `it is ${round(times, 4)} times`;
}

const sameLean = (a: Fact, b: Fact): boolean => a.lean === 'exact' && b.lean === 'exact';

// Whether the true distance is what the numbers say, at least that, or open.
function boundOf(
  current: Fact,
  base: Fact,
  direction: -1 | 0 | 1,
): 'exact' | 'at-least' | 'unknown' {
  if (current.lean === 'exact' && base.lean === 'exact') return 'exact';
  const [up, down] = direction >= 0 ? [current, base] : [base, current];
  const isAtLeast =
    (up.lean === 'exact' || up.lean === 'above') &&
    (down.lean === 'exact' || down.lean === 'below');
  return isAtLeast && direction !== 0 ? 'at-least' : 'unknown';
}
