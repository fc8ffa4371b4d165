import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';

/** A submission as Excel, CSV or JSON. */
export function ReportExports({ reportId, submission }: { reportId: string; submission: number }) {
  const t = useTranslations('files.export');
  return (
    <span className="flex flex-wrap gap-x-3">
      <span className="text-ink-2">{t('report')}</span>
      {(['excel', 'csv', 'json'] as const).map((format) => (
        <a key={format} href={paths.reportFile(reportId, format, submission)} download>
          {t(format)}
        </a>
      ))}
    </span>
  );
}
