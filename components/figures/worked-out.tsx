import { useTranslations } from 'next-intl';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { printValue } from '@/lib/domain/figure/print';

/** A rate that nobody reported: quiet, and with the words that it follows from its numerator and denominator. */
export function WorkedOut({
  value,
  indicator,
  hasUnit = true,
}: {
  value: string;
  indicator: Indicator;
  hasUnit?: boolean;
}) {
  const t = useTranslations('common');
  return (
    <span className="font-normal text-ink-2">
      {printValue(value, indicator, hasUnit ? {} : { unit: '' })}
      <span className="block text-[0.8125rem] leading-tight">{t('workedOut')}</span>
    </span>
  );
}
