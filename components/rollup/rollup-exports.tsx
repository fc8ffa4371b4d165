import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { paths, type RollUpQuery } from '@/lib/paths';

/** The roll-up as files, as it is shown. */
export function RollUpExports({
  unit,
  period,
  query,
  pdf,
}: {
  unit: string;
  period: string;
  query: RollUpQuery;
  pdf: ReactNode;
}) {
  const t = useTranslations('files.export');
  return (
    <nav aria-label={t('title')} className="flex flex-wrap items-center gap-x-4">
      <span aria-hidden="true" className="text-ink-2">
        {t('title')}
      </span>
      {(['excel', 'csv', 'json'] as const).map((format) => (
        <a
          key={format}
          href={paths.rollupFile(unit, period, format, query)}
          download
          className="inline-flex min-h-8 items-center"
        >
          {t(format)}
        </a>
      ))}
      {pdf}
    </nav>
  );
}
