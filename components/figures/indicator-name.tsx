import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';

/** Name and unit of an indicator; what exactly it counts is one key press away. `aside` stands in its place. */
export function IndicatorName({ indicator, aside }: { indicator: Indicator; aside?: ReactNode }) {
  const t = useTranslations('entry');
  const locale = useLocale();
  return (
    <div>
      <span>
        {nameOf(indicator, locale)}
        <span className="whitespace-nowrap text-ink-2">
          （{indicator.display.moneyUnit ?? indicator.unit}）
        </span>
      </span>
      {aside ?? (
        <details className="no-print ml-2 inline-block open:ml-0 open:block">
          <summary
            className="inline-block text-table"
            aria-label={t('definitionOf', { name: nameOf(indicator, locale) })}
          >
            {t('definition')}
          </summary>
          <p className="max-w-prose py-1 text-ink-2" lang="zh-CN">
            {indicator.definition}
          </p>
        </details>
      )}
    </div>
  );
}
