// What came to each: 平均每人次500元, where money was paid (chain: fund → reach → paid) and the people it
// reached were counted exactly. Stated in a detailed text.
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { compare, divide } from '@/lib/domain/figure/number';
import { printFigure, printValue } from '@/lib/domain/figure/print';
import type { Comparison } from '@/lib/domain/comparison/compare';
import type { Item, Remark } from '../item';
import { findNumber } from '@/lib/domain/comparison/sourced';

/** The average of money paid to those it reached, in the reports of the narrated period. */
export function perHeadRemarks({
  input: { catalogue, style },
  target: report,
}: Comparison): (item: Item) => Remark[] {
  if (style?.length !== 'detailed' || !report) return () => [];
  const reached = reachedBy(catalogue.indicators);
  return (item) => {
    const { indicator, figure } = item;
    const paid = findNumber(report, indicator.code);
    if (indicator.chain?.link !== 'paid' || indicator.unit !== '元' || paid?.figure !== figure)
      return [];
    // Where several were reached nobody can say what came to each.
    const found = (reached.get(indicator.chain.group) ?? []).flatMap((reach) => {
      const people = findNumber(report, reach.code);
      return people && isBefore(reach, indicator) && isAlike(people.figure, figure)
        ? [{ reach, people }]
        : [];
    });
    const last =
      found.length === 1 &&
      (reached.get(indicator.chain.group) ?? []).filter((reach) => findNumber(report, reach.code))
        .length === 1
        ? found[0]
        : undefined;
    const average = last && divide(figure.value as string, last.people.figure.value as string);
    if (!last || !average || compare(average, 1) < 0) return [];
    const { reach, people } = last;
    const text = printValue(
      average,
      indicator,
      compare(average, 10_000) < 0 ? { scale: 'none', decimals: 0 } : { scale: '万', decimals: 2 },
    );
    const formula = `${printFigure(figure, indicator)}÷${printFigure(people.figure, reach)}`;
    return [
      {
        closing: true,
        segments: [
          { text: `平均每${reach.unit}` },
          {
            text,
            figures: [...paid.keys, ...people.keys],
            computed: { kind: 'per-head', formula },
          },
        ],
      },
    ];
  };
}

/** Those that money can go to, by chain, in the order of the text. */
function reachedBy(indicators: readonly Indicator[]): Map<string, Indicator[]> {
  const reached = new Map<string, Indicator[]>();
  for (const indicator of indicators) {
    if (indicator.chain?.link !== 'reach' || !countsReached.includes(indicator.unit)) continue;
    reached.set(indicator.chain.group, [...(reached.get(indicator.chain.group) ?? []), indicator]);
  }
  for (const group of reached.values()) group.sort((a, b) => orderOf(a) - orderOf(b));
  return reached;
}

const countsReached = ['人', '人次', '名', '户', '家次', '件'];
const orderOf = ({ chain }: Indicator): number => chain?.order ?? 0;
const isBefore = (reach: Indicator, paid: Indicator): boolean => orderOf(reach) < orderOf(paid);

function isAlike(a: Item['figure'], b: Item['figure']): boolean {
  return (
    a.qualifier === '' &&
    b.qualifier === '' &&
    a.asOf === b.asOf &&
    a.from === b.from &&
    a.scopeNote === b.scopeNote
  );
}
