// What moved most from one period to the next, ranked from the strongest rise to the deepest fall. Two nearly equal
// bars side by side show nothing of it.
import { isNearlyFlat, type Difference } from '../comparison/difference';
import type { Comparison } from '../comparison/compare';
import { growthSegment, printGrowth } from '../comparison/print-row';
import { compare } from '../figure/number';
import { printFigure } from '../figure/print';
import type { Chart } from './summary';

/** As many as are read at one look. */
const most = 10;
/** Where so many fell, falls are not pushed out by rises: half of the lines are theirs. */
const mostOfEach = most / 2;
/** Two dots are a sentence, not a picture. */
const fewest = 3;

/** The strongest movements of exact figures, core indicators before others; null where too few moved. Growth alone is
 *  ranked: rates move in points, and stand in a picture of their own. */
export function movementsOf(comparison: Comparison): Chart | null {
  const moved = comparison.rows.flatMap(({ moved: pair }) => {
    const difference = pair?.difference;
    return difference && isRanked(difference) ? [difference] : [];
  });
  const core = moved.filter(({ indicator }) => indicator.core);
  const chosen = strongest(core.length >= fewest ? core : moved);
  const [now, then] = comparison.columns.map(({ label }) => label);
  if (chosen.length < fewest) return null;
  const figures = chosen.map(({ current, base }) => [...current.keys, ...base.keys]);
  return {
    title: '变化最大的指标',
    unit: '%',
    kind: 'movements',
    categories: chosen.map(({ indicator }) => indicator.name),
    series: [
      {
        name: '增减%',
        values: chosen.map(({ direction, percent }) => direction * Number(percent)),
        texts: chosen.map((difference) => printGrowth(difference, true)),
        figures,
      },
      {
        name: `${then}→${now}`,
        // Nothing of it is drawn: the two figures stand beside their change.
        values: chosen.map(() => null),
        texts: chosen.map(wayOf),
        figures,
      },
    ],
  };
}

const isRanked = (difference: Difference): boolean =>
  !difference.isBounded &&
  difference.direction !== 0 &&
  growthSegment(difference) !== null &&
  !isNearlyFlat(difference);

/** Rises first, the strongest on top; falls last, the deepest at the foot. */
function strongest(moved: readonly Difference[]): Difference[] {
  const bySize = moved.toSorted((a, b) => compare(b.percent ?? '0', a.percent ?? '0'));
  const rises = bySize.filter(({ direction }) => direction > 0);
  const falls = bySize.filter(({ direction }) => direction < 0);
  const falling = Math.min(falls.length, Math.max(mostOfEach, most - rises.length));
  return [...rises.slice(0, most - falling), ...falls.slice(0, falling).toReversed()];
}

/** "4557人→5160人": the two figures that a change follows from. */
const wayOf = ({ current, base, indicator }: Difference): string =>
  `${printFigure(base.figure, indicator)}→${printFigure(current.figure, indicator)}`;
