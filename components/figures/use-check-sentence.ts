import { useLocale, useTranslations } from 'next-intl';
import type { CheckResult } from '@/lib/domain/checks/checks';
import { checkSentence, type Indicators } from '@/lib/i18n/check-sentence';

/** Says a failing check in the reader's language. `previous` is the label of the period compared with. */
export function useCheckSentence(
  indicators: Indicators,
  previous: string,
): (result: CheckResult) => string {
  return checkSentence(useTranslations('check.sentence'), useLocale(), indicators, previous);
}
