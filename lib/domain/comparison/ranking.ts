// Places of figures in order of size. A place is given only where it is certain: an approximate figure (余, 近,
// 以上, 约) stands for a span of values, and where spans overlap nobody is put first.
import type { Figure } from '../figure/figure';
import { Decimal, plain } from '../figure/number';

/** `place` counts from the largest, 1; equal figures share it (并列) and the next is left out. */
export type Place = { place: number; isTied: boolean };

type Big = InstanceType<typeof Decimal>;
type Valued = Pick<Figure, 'value' | 'qualifier'>;

/** A bound is a value, or a hair above (1) or below (−1) it; null is without bound. */
type Bound = { value: Big; hair: -1 | 0 | 1 } | null;

/** The place of each figure among all, the largest first; null where the others leave it open. All have numbers. */
export function rankFigures(figures: readonly Valued[]): (Place | null)[] {
  const spans = figures.map(spanOf);
  const lows = spans.map(({ low }) => low).sort((a, b) => compareBounds(a, b, -1));
  const highs = spans.map(({ high }) => high).sort((a, b) => compareBounds(a, b, 1));
  const equals = new Map<string, number>();
  for (const { exact } of spans)
    if (exact !== null) equals.set(exact, (equals.get(exact) ?? 0) + 1);
  return spans.map(({ low, high, exact }) => {
    const above =
      figures.length - countUpTo(lows, (one) => high === null || compareBounds(one, high, -1) <= 0);
    const below = countUpTo(highs, (one) => low !== null && compareBounds(one, low, 1) < 0);
    const tied = exact === null ? 0 : (equals.get(exact) as number) - 1;
    return above + below + tied + 1 === figures.length
      ? { place: above + 1, isTied: tied > 0 }
      : null;
  });
}

/** Whether a figure is certainly above, certainly not above, or perhaps above a value. */
export function isAbove(figure: Valued, value: string): boolean | null {
  const { low, high } = spanOf(figure);
  const bound: Bound = { value: new Decimal(value), hair: 0 };
  if (low !== null && compareBounds(low, bound, -1) > 0) return true;
  return high !== null && compareBounds(high, bound, 1) <= 0 ? false : null;
}

// 20000余 is more than 20000 and less than 30000, 近 the same downwards, 约 and 左右 may lie on both sides;
// 以上 includes its number and is open above, 超 is open above without it.
function spanOf({ value, qualifier }: Valued): { low: Bound; high: Bound; exact: string | null } {
  const at = new Decimal(value as string);
  const step = stepOf(at);
  switch (qualifier) {
    case '':
      return {
        low: { value: at, hair: 0 },
        high: { value: at, hair: 0 },
        exact: plain(value as string),
      };
    case '余':
    case '多':
      return { low: { value: at, hair: 1 }, high: { value: at.plus(step), hair: -1 }, exact: null };
    case '近':
      return {
        low: { value: at.minus(step), hair: 1 },
        high: { value: at, hair: -1 },
        exact: null,
      };
    case '以上':
      return { low: { value: at, hair: 0 }, high: null, exact: null };
    case '超':
      return { low: { value: at, hair: 1 }, high: null, exact: null };
    default:
      return {
        low: { value: at.minus(step), hair: 0 },
        high: { value: at.plus(step), hair: 0 },
        exact: null,
      };
  }
}

/** One of the last digit that is not 0: what a round number leaves open. */
function stepOf(value: Big): Big {
  const text = value.abs().toFixed();
  const [whole = '0', fraction = ''] = text.split('.');
  if (fraction !== '') return new Decimal(10).pow(-fraction.length);
  const zeros = /0*$/.exec(whole)?.[0].length ?? 0;
  return new Decimal(10).pow(value.isZero() ? 0 : zeros);
}

/** `open`: on which side no bound lies, −1 below and 1 above all. */
function compareBounds(a: Bound, b: Bound, open: -1 | 1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? open : -open;
  return a.value.comparedTo(b.value) || a.hair - b.hair;
}

/** How many of a sorted list come before the first that does not hold. */
function countUpTo(sorted: readonly Bound[], holds: (bound: Bound) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] as Bound)) low = middle + 1;
    else high = middle;
  }
  return low;
}
