// What matters first: how much weight an item of the text has, and which changes are worth a line of their own. Every
// threshold says why it is where it is.
import { absolute, compare } from '../figure/number';
import type { Difference } from '../comparison/difference';
import type { Item } from './item';

/** A rate of fewer pieces than this moves by chance: one piece more is over 3 %. */
const fewestForRate = 30;
/** What moved by less is within what a year brings anyway. */
const leastPercent = 5;
/** A rate that is worth a line moved by a whole point. */
const leastPoints = 1;
/** From here on more is no stronger: a matter that began small would outweigh all others. */
const mostPercent = 100;
/** What every unit reports counts as much as half again as much of what only some do. */
const coreWeight = 1.5;

/** Whether a difference is large enough, of enough pieces, to be pointed out. */
export function isNotable(difference: Difference): boolean {
  const { indicator, base, percent, amount, isBounded } = difference;
  if (isBounded || difference.direction === 0) return false;
  if (indicator.nature === 'ratio') return compare(amount, leastPoints) >= 0;
  const pieces = indicator.unit === '元' ? true : isMany(base.figure.value as string);
  return pieces && percent !== null && compare(percent, leastPercent) >= 0;
}

const isMany = (value: string): boolean => compare(absolute(value), fewestForRate) >= 0;

/** How strongly a difference speaks: its rate, up to twice as much, heavier for what every unit reports and for large
 *  numbers. */
export function strengthOf({ indicator, percent, amount, base }: Difference): number {
  const rate = Math.min(
    Number(indicator.nature === 'ratio' ? amount : (percent ?? 0)),
    mostPercent,
  );
  const size =
    indicator.nature === 'ratio' ? 2 : Math.log10(Math.max(Number(base.figure.value), 10));
  return rate * (indicator.core ? coreWeight : 1) * Math.sqrt(size);
}

/** The weight of an item in a short text: targets and lines, honours, then what every unit reports, then large
 *  moves. */
export function weightOfItem(item: Item, difference: Difference | null): number {
  const { indicator, remarks } = item;
  return (
    (remarks.some(({ isGoal }) => isGoal) ? 400 : 0) +
    (indicator.honour && indicator.core ? 200 : 0) +
    (indicator.core ? 100 : 0) +
    (difference && isNotable(difference) ? Math.min(strengthOf(difference), 90) : 0)
  );
}
