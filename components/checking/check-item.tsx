import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CheckResult } from '@/lib/domain/checks/checks';
import type { Indicators } from '@/lib/i18n/check-sentence';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { useCheckSentence } from '@/components/figures/use-check-sentence';

type Props = {
  result: CheckResult;
  indicators: Indicators;
  previous: string;
  reportId: string;
  shape?: '!' | '▲';
  children?: ReactNode;
};

/** One failing check: what the rule wants, the numbers as they stand, and the cells to look at. */
export function CheckItem({ result, indicators, previous, reportId, shape, children }: Props) {
  const t = useTranslations('check');
  const locale = useLocale();
  const sentence = useCheckSentence(indicators, previous)(result);
  // In Chinese the rule's own words already say which figure asks for which.
  const isRepeated = result.check.op === 'present-if' && locale !== 'en';
  const cells = result.cells.flatMap((code) => indicators.get(code) ?? []);
  return (
    <li
      id={checkId(result.check.code)}
      tabIndex={-1}
      className="border-t border-line py-3 outline-offset-0"
    >
      <p className="font-bold" lang="zh-CN">
        {shape ? <span aria-hidden="true">{shape} </span> : null}
        {result.check.note}{' '}
        <Link
          href={paths.checks({ words: result.check.code })}
          className="text-table font-normal whitespace-nowrap"
        >
          {result.check.code}
        </Link>
      </p>
      {isRepeated ? null : <p className="tabular-nums">{sentence}</p>}
      <p className="no-print flex flex-wrap items-baseline gap-x-4 text-table">
        <span className="text-ink-2">{t('cells')}</span>
        {cells.map((indicator) => (
          <Link
            key={indicator.code}
            href={paths.section(reportId, indicator.section, indicator.code)}
            className="inline-block min-h-6"
          >
            {nameOf(indicator, locale)}
          </Link>
        ))}
      </p>
      {children}
    </li>
  );
}

/** Id of a failing check on the page, so that the error summary can lead there. */
export function checkId(check: string): string {
  return `check-${check}`;
}
