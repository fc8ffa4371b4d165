import type { BaseChoice } from '@/components/summary/style-form';
import type { SummaryScope } from '@/lib/data/summary/summaries';
import { isComparable, labelOf, parsePeriodCode, previousOf } from '@/lib/domain/tree/period';

/** Earlier years of the unit that may stand beside this one; the year before is always there and needs no choice. */
export function baseChoiceOf(
  scope: SummaryScope | undefined,
  code: string,
  chosen: string | undefined,
  locale: string,
): BaseChoice | null {
  const period = parsePeriodCode(code);
  if (!scope || !period || period.kind === 'term') return null;
  const options = scope.periods
    .flatMap(({ code: other }) => parsePeriodCode(other) ?? [])
    .filter(
      (other) =>
        isComparable(other, period) &&
        other.from < period.from &&
        other.code !== previousOf(period).code,
    )
    .map((other) => ({ value: other.code, label: labelOf(other, locale) }));
  return options.length > 0 ? { chosen, options } : null;
}
