'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { useCheckSentence } from '@/components/figures/use-check-sentence';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import type { GridChecks } from './cell-checks';
import { verdictLooks } from '../cells/cell-looks';

/** What the checks of this page come to, and, for screen readers, what came of the last figure. */
export function CheckBar({ checks }: { checks: GridChecks }) {
  const t = useTranslations('liveChecks.bar');
  const kinds = useTranslations('liveChecks.kind');
  const locale = useLocale();
  const { live, indicators } = checks;
  const { counts, isStale, news } = useSyncExternalStore(
    live.subscribeStatus,
    live.status,
    live.status,
  );
  const sentence = useCheckSentence(indicators, checks.before);
  const parts = (['failing', 'unexplained', 'hint'] as const).filter(
    (standing) => counts[standing] > 0,
  );
  const newsOf = news && indicators.get(news.cell);
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3">
      <Link href={paths.check(checks.reportId)}>{t('title')}</Link>
      {parts.length === 0 ? <span className="text-ink-2">{t('good')}</span> : null}
      {parts.map((standing) => (
        <span key={standing} className={`tabular-nums ${verdictLooks[standing].look}`}>
          <span aria-hidden="true">{verdictLooks[standing].shape} </span>
          {t(standing, { count: counts[standing] })}
        </span>
      ))}
      {isStale ? <span className="text-ink-2">{t('stale')}</span> : null}
      {newsOf ? (
        <span className="sr-only">
          {news.verdict
            ? t('news', {
                name: nameOf(newsOf, locale),
                kind: kinds(news.verdict.result.check.kind),
                sentence: sentence(news.verdict.result),
              })
            : t('passed', { name: nameOf(newsOf, locale) })}
        </span>
      ) : null}
    </div>
  );
}
