// How far a figure lies from a line it was set, in its own unit; of a rate in percentage points.
import { leaning } from '@/lib/domain/figure/leaning';
import { amountFormula, printAmount } from '@/lib/domain/comparison/print-row';
import { absolute, change, compare } from '@/lib/domain/figure/number';
import type { Segment } from '@/lib/domain/comparison/source';
import type { Item } from '../item';
import type { Sourced } from '@/lib/domain/comparison/sourced';

/** The distance with both figures as its source; null on the line, and where only an upper bound of it is known. */
export function sayDistance({ figure, number, indicator }: Item, line: Sourced): Segment | null {
  const [value, goal] = [figure.value as string, line.figure.value as string];
  const direction = compare(value, goal);
  const lean = leaning(figure);
  const isBounded = (direction > 0 && lean === 'above') || (direction < 0 && lean === 'below');
  if (direction === 0 || (lean !== 'exact' && !isBounded)) return null;
  const amount = absolute(change(value, goal));
  const text = printAmount(
    { amount, direction, isBounded, percent: null, whyNoRate: null },
    figure,
    line.figure,
    indicator,
  );
  const { formula } = amountFormula(figure, line.figure, indicator);
  return {
    text,
    figures: [...(number.figures ?? []), ...line.keys],
    computed: { kind: indicator.nature === 'ratio' ? 'rate-change' : 'change', formula },
  };
}
