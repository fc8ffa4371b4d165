// Units side by side as bars, the longest first; for a rate the line of the whole across them. Only data: the texts are
// the printed forms, values are for lengths.
import { compare, divide } from '../figure/number';
import { printFigure, scaleFactors } from '../figure/print';
import type { Chart } from '../summary/summary';
import type { Sourced } from '../comparison/sourced';
import type { Gathered } from './gather';
import type { UnitWords } from '../comparison/unit-words';

/** The bars of an indicator; null where fewer than two units could be compared. */
export function chartOf(
  { indicator, entries, total }: Gathered,
  { each, whole }: UnitWords,
): Chart | null {
  const drawn = entries.filter(({ found, isAlike }) => found && isAlike);
  if (drawn.length < 2 || !['stock', 'flow', 'ratio'].includes(indicator.nature)) return null;
  const sorted = [...drawn].sort((a, b) =>
    compare(b.found?.figure.value as string, a.found?.figure.value as string),
  );
  const lengthOf = ({ figure }: Sourced) =>
    Number(
      indicator.unit === '元' ? divide(figure.value as string, scaleFactors['万']) : figure.value,
    );
  const found = sorted.map((entry) => entry.found as Sourced);
  const isRate = indicator.nature === 'ratio' && total !== null;
  return {
    title: `${each}${indicator.name}`,
    unit: indicator.display.moneyUnit ?? indicator.unit,
    kind: 'bars',
    categories: sorted.map(({ name }) => name),
    series: [
      {
        name: indicator.name,
        values: found.map(lengthOf),
        texts: found.map(({ figure }) => printFigure(figure, indicator)),
        figures: found.map(({ keys }) => keys),
      },
    ],
    ...(isRate
      ? {
          reference: {
            name: `${whole}水平`,
            value: lengthOf(total),
            text: printFigure(total.figure, indicator),
            figures: total.keys,
          },
        }
      : {}),
  };
}
