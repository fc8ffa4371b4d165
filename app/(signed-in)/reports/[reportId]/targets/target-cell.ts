import type { TargetCell } from '@/components/targets/targets-form';
import type { TargetRow } from '@/lib/data/figures/targets';
import { printInput } from '@/lib/domain/figure/print';
import type { Locale } from '@/lib/i18n/locales';
import { nameOf } from '@/lib/i18n/name-of';

/** A target or control line as the form draws it; what a unit above has set is fixed for the report's own unit. */
export function cellOf(
  { indicator, owners, ...row }: TargetRow,
  measure: 'target' | 'limit',
  isOwn: boolean,
  locale: Locale,
): TargetCell {
  const [figure, owner] = [row[measure], owners[measure]];
  return {
    owner: owner && nameOf(owner, locale),
    isFixed: owner !== null && isOwn,
    typed: figure?.answer === 'number' ? printInput(figure, indicator) : '',
    revision: figure?.revision ?? 0,
  };
}
