import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { countByKind, verdictsOf, type Readiness } from '@/lib/domain/report/readiness';
import { paths } from '@/lib/paths';

type Props = { reportId: string; submission: number; readiness: Readiness };

/** How many checks of each class fail in a submission; the results as a file; what all checks ask. */
export function CheckResults({ reportId, submission, readiness }: Props) {
  const t = useTranslations('checkList.results');
  return (
    <p className="my-2 flex flex-wrap gap-x-6 gap-y-1">
      <span className="tabular-nums">
        <span className="text-ink-2">{t('title')}</span>{' '}
        {t('counts', countByKind(verdictsOf(readiness)))}
      </span>
      <span className="no-print flex flex-wrap gap-x-3">
        <span className="text-ink-2">{t('export')}</span>
        {(['csv', 'json'] as const).map((format) => (
          <a
            key={format}
            href={paths.reportFile(reportId, `checks-${format}`, submission)}
            download
            aria-label={`${t('title')} ${t(format)}`}
          >
            {t(format)}
          </a>
        ))}
      </span>
      <Link href={paths.checks()} className="no-print">
        {t('all')}
      </Link>
    </p>
  );
}
