// Two figures of a form that stand in each other's place: each is far from what its own line usually is and fits what
// the other line usually is. Of lines further apart both must be far off; neighbours are seen from a fifth on.
import type { Indicator } from '../catalogue/indicator';

export type SwapIndicator = Pick<
  Indicator,
  'code' | 'name' | 'nameEn' | 'nature' | 'unit' | 'display'
>;

/** A figure with what its line usually is, both in base units. `at`: its place in the form. */
export type SwapRow = { indicator: SwapIndicator; at: number; value: string; usual: string };

/** The figure that stands where another belongs, by that other's code. */
export type Swap = { with: SwapIndicator; theirs: string; theirUsual: string };

/** The swaps among some figures of one form, by code. Of several that fit, the nearest line is stated. */
export function findSwaps(rows: readonly SwapRow[]): Map<string, Swap> {
  const odd = rows
    .map((row) => ({ row, size: sizeOf(row.value), usual: sizeOf(row.usual) }))
    .filter(({ size, usual }) => Math.abs(size - usual) > least);
  const found = new Map<string, { swap: Swap; distance: number }>();
  for (const one of odd) {
    for (const other of odd) {
      if (one === other || !isSwapped(one, other)) continue;
      const distance = Math.abs(one.row.at - other.row.at);
      const { indicator, value, usual } = other.row;
      const before = found.get(one.row.indicator.code);
      if (!before || distance < before.distance)
        found.set(one.row.indicator.code, {
          distance,
          swap: { with: indicator, theirs: value, theirUsual: usual },
        });
    }
  }
  return new Map([...found].map(([code, { swap }]) => [code, swap]));
}

type Sized = { row: SwapRow; size: number; usual: number };

function isSwapped(one: Sized, other: Sized): boolean {
  const own = Math.min(Math.abs(one.size - one.usual), Math.abs(other.size - other.usual));
  const crossed = Math.max(Math.abs(one.size - other.usual), Math.abs(other.size - one.usual));
  const isBeside =
    Math.abs(one.row.at - other.row.at) <= near &&
    one.row.indicator.unit === other.row.indicator.unit;
  return (isBeside && crossed <= close) || (own >= far && crossed <= loose);
}

// How large a number is, on the scale on which twice as much is as far away as half.
const sizeOf = (value: string): number => {
  const number = Number(value);
  return number > 0 ? Math.log(number) : Number.NaN;
};

/** A fifth more, and the ratios from which a figure is far from its line's usual, and loosely or closely fits
 *  another's. */
const [least, far, loose, close] = [1.2, 3, 1.5, 1.06].map(Math.log) as [
  number,
  number,
  number,
  number,
];
/** Lines this far apart are beside each other. */
const near = 2;
