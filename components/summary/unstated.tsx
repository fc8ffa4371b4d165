import { getLocale, getTranslations } from 'next-intl/server';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { labelOfCode } from '@/lib/domain/tree/period';
import type { Summary } from '@/lib/domain/summary/summary';
import { nameOf } from '@/lib/i18n/name-of';
import type { SummaryAddress } from './summary-address';
import { traceText } from './trace/trace-key';

type Props = {
  unstated: Summary['unstated'];
  indicators: readonly Indicator[];
  address: SummaryAddress;
};

/** What the text leaves out, for its author: by reason, each figure with the way to where it comes from. Never
 *  printed. */
export async function Unstated({ unstated, indicators, address }: Props) {
  const [t, locale] = await Promise.all([getTranslations('summary'), getLocale()]);
  if (unstated.length === 0) return null;
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const reasons = [...new Set(unstated.map(({ reason }) => reason))];
  const textOf = ({
    indicator: code,
    period,
    measure,
  }: Summary['unstated'][number]['key']): string => {
    const indicator = byCode.get(code);
    const name = indicator ? nameOf(indicator, locale) : code;
    const isOther = period !== address.period;
    return [
      name,
      isOther ? labelOfCode(period, locale) : null,
      measure ? t(`trace.measures.${measure}`) : null,
    ]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <details className="no-print mx-auto mt-8 max-w-[40em] border-t border-line pt-3 text-table">
      <summary className="min-h-8">{t('unstated.title', { count: unstated.length })}</summary>
      <p className="text-ink-2">{t('unstated.intro')}</p>
      {reasons.map((reason) => (
        <div key={reason} className="mt-2">
          <h3 lang="zh-CN">{reason}</h3>
          <ul className="flex flex-wrap gap-x-4">
            {unstated
              .filter((one) => one.reason === reason)
              .map(({ key }) => {
                const trace = traceText({ figures: [key] });
                return (
                  <li key={trace}>
                    <a
                      href={address.traceAt(trace)}
                      data-soft=""
                      className="inline-flex min-h-6 items-center"
                    >
                      {textOf(key)}
                    </a>
                  </li>
                );
              })}
          </ul>
        </div>
      ))}
    </details>
  );
}
