// What the years of a term add up to: a flow over a row of years without a gap, each of them whole and of one scope.
import type { Indicator } from '../catalogue/indicator';
import type { Figure, Qualifier } from '../figure/figure';
import { sum } from '../figure/number';
import type { Period } from '../tree/period';
import { whyNotTogether, type WhyIncomparable } from './comparability';
import type { Reported } from './sourced';

/** `parts` oldest first. `withheld`: why an earlier year without a gap is not in it. */
export type Total = { parts: Reported[]; figure: Figure; withheld: WhyIncomparable | null };

/** The total that ends with the last year that has a number; null where there is none to be stated, with the reason. */
export function totalOf(
  years: readonly Reported[],
  { nature }: Indicator,
): Total | { parts: null; withheld: WhyIncomparable | null } {
  const run = nature === 'flow' ? lastRun(years) : [];
  const parts = longestEnd(run, (some) => whyNotTogether(some, nature) === null);
  const withheld = parts.length < run.length ? whyNotTogether(run, nature) : null;
  const last = parts.at(-1)?.figure;
  if (!last || parts.length < 2 || !parts.every(canBeAdded)) return { parts: null, withheld };
  const isExact = parts.every(({ figure }) => figure.qualifier === '');
  return {
    parts,
    withheld,
    figure: {
      ...last,
      value: sum(parts.map(({ figure }) => figure.value as string)),
      qualifier: isExact ? '' : '以上',
      // What is said of one year in words is not said of all of them.
      note: null,
    },
  };
}

// 近, 约 and 左右 may lie above the truth: their sum would be no bound. What was reported in words (双殊荣) is
// no amount.
const addable: readonly Qualifier[] = ['', '余', '多', '超', '以上'];
const canBeAdded = ({ figure }: Reported): boolean =>
  addable.includes(figure.qualifier) && figure.shown?.text === undefined;

/** The longest row of years without a gap that ends with the last one. */
function lastRun(years: readonly Reported[]): Reported[] {
  const yearOf = ({ report }: { report: { period: Period } }) =>
    Number(report.period.from.slice(0, 4));
  return longestEnd(years, (some) =>
    some.every((one, at) => at === 0 || yearOf(one) === yearOf(some[at - 1] as Reported) + 1),
  );
}

function longestEnd(
  years: readonly Reported[],
  holds: (some: readonly Reported[]) => boolean,
): Reported[] {
  const start = years.findIndex((_, at) => holds(years.slice(at)));
  return start < 0 ? [] : years.slice(start);
}
