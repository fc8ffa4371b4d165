import { useLocale, useTranslations } from 'next-intl';
import type { Check, Indicator } from '@/lib/domain/catalogue/indicator';
import { printRelation } from '@/lib/domain/checks/relation';
import { nameOf } from '@/lib/i18n/name-of';

/** Says what a check wants: in the names of its indicators, and in their codes. */
export function useRelationText(
  all: readonly Indicator[],
): (check: Check) => { names: string; codes: string } {
  const t = useTranslations('checkList');
  const locale = useLocale();
  const indicators = new Map(all.map((indicator) => [indicator.code, indicator]));
  const words = {
    before: t('before'),
    present: (given: string, asked: string) => t('present', { given, asked }),
  };
  const name = (code: string): string => {
    const indicator = indicators.get(code);
    return indicator ? nameOf(indicator, locale) : code;
  };
  return (check) => ({
    names: printRelation(check, { ...words, name }),
    codes: printRelation(check, words),
  });
}
