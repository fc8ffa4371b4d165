// 年均增长 of a term's table by the level method: from the base year to the last, one span of years for the whole
// column.
import { differenceOf } from './difference';
import type { TableColumn } from './columns';
import { whyNotTogether } from './comparability';
import type { Indicator } from '../catalogue/indicator';
import { averageFormula, averageRateOf } from './average';
import type { Prepared } from './prepare';
import { findNumber, type PreparedReport } from './sourced';
import { plain } from '../figure/number';
import { yearsBetween } from '../tree/period';
import { printPercent } from '../figure/print';
import type { ComparisonRow } from './comparison-table';

/** `from` and `to`: the first year after the base and the last one; `years` between the two ends. */
export type AverageSpan = {
  from: string;
  to: string;
  years: number;
  base: PreparedReport;
  last: PreparedReport;
};

/** The years that the column speaks of; null where there are not two of them, or no base. */
export function averageSpan(
  { scope }: Prepared,
  columns: readonly TableColumn[],
): AverageSpan | null {
  const base = columns.find(({ role }) => role === 'base')?.reports[0];
  const last = columns.findLast(({ role }) => role === 'year' || role === 'current')?.reports[0];
  if (scope.kind !== 'term' || !base || !last) return null;
  const years = yearsBetween(base.period, last.period);
  return years < 2
    ? null
    : {
        from: String(Number(base.period.to.slice(0, 4)) + 1),
        to: last.period.to.slice(0, 4),
        years,
        base,
        last,
      };
}

/** The average growth of an indicator over these years; null where none may be stated. */
export function averageOf(
  indicator: Indicator,
  { base, last, years }: AverageSpan,
): ComparisonRow['average'] | null {
  // What a term's own report counts was done in all its years together.
  if (indicator.nature === 'ratio' || (indicator.nature === 'flow' && last.period.kind === 'term'))
    return null;
  const [now, then] = [findNumber(last, indicator.code), findNumber(base, indicator.code)];
  const difference = now && then && differenceOf(now, then, indicator);
  if (!difference || difference.isBounded || whyNotTogether([now, then], indicator.nature))
    return null;
  const rate = averageRateOf(now.figure, then.figure, years);
  if (rate === null) return null;
  return {
    text: printPercent(rate, 1, true),
    figures: [...now.keys, ...then.keys],
    computed: averageFormula(now.figure, then.figure, years, indicator),
    number: { value: plain(rate), decimals: 1, qualifier: '' },
  };
}
