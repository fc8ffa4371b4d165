// Which indicators the text states, by rule: the totals of the core indicators and of honours won; unit by unit only
// the headlines of each section. Everything else stands in the tables.
import { compare, isZero } from '../figure/number';
import type { SummaryStyle } from '../comparison/source';
import type { Gathered } from './gather';
import { isHeadline, weightOf } from '../narrative/headline';

/** A total of one unit is no total. */
const fewestUnits = 2;

/** Whether the total of an indicator is stated. */
export function isTotalStated(
  { indicator, total, counted }: Gathered,
  headlines: ReadonlySet<string>,
  length: SummaryStyle['length'],
): boolean {
  if (!total || counted.length < fewestUnits) return false;
  // Nobody states what was not won, or less than nothing of an approximate kind.
  if (total.figure.qualifier !== '' && compare(total.figure.value as string, 0) < 0) return false;
  if (indicator.honour && isZero(total.figure.value as string)) return false;
  if (length === 'detailed') return true;
  if (length === 'brief') return headlines.has(indicator.code);
  return indicator.core || indicator.honour;
}

/** The indicators of a section that are stated unit by unit, in the order of the catalogue. */
export function headlinesOf(section: Gathered[], length: SummaryStyle['length']): Gathered[] {
  const most = {
    brief: { amounts: 1, rates: 0 },
    standard: { amounts: 2, rates: 1 },
    detailed: { amounts: 5, rates: 2 },
  }[length];
  const able = section.filter(
    (gathered) => isHeadline(gathered.indicator, section) && isOrdered(gathered),
  );
  const isRate = ({ indicator }: Gathered) => indicator.nature === 'ratio';
  const amounts = byWeight(able.filter((one) => !isRate(one))).slice(0, most.amounts);
  const rates = able.filter(isRate).slice(0, most.rates);
  // A brief text of a section that has nothing but rates states one of them.
  const chosen = new Set([
    ...amounts,
    ...(amounts.length === 0 ? able.filter(isRate).slice(0, 1) : rates),
  ]);
  return section.filter((gathered) => chosen.has(gathered));
}

function isOrdered({ entries, total, indicator }: Gathered): boolean {
  const placed = entries.filter(({ place }) => place !== null);
  if (placed.length < fewestUnits) return false;
  return indicator.nature === 'ratio' || (total !== null && !isZero(total.figure.value as string));
}

/** The weightiest first. */
export function byWeight(gathered: Gathered[]): Gathered[] {
  return [...gathered].sort((a, b) => weightOf(a.indicator) - weightOf(b.indicator));
}
