import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';

type Props = { periods: readonly { code: string; label: string }[]; chosen: string };

/** Reporting periods in words, newest first. */
export function PeriodChoice({ periods, chosen }: Props) {
  const t = useTranslations('reports');
  return (
    <nav aria-label={t('periods')} className="no-print my-3">
      <ul className="flex flex-wrap items-center gap-x-5 gap-y-1">
        <li aria-hidden="true" className="text-ink-2">
          {t('periods')}
        </li>
        {periods.map(({ code, label }) => (
          <li key={code}>
            <Link
              href={paths.reports(code)}
              aria-current={code === chosen ? 'page' : undefined}
              className={`inline-flex min-h-8 items-center ${code === chosen ? 'border-b-3 border-mark font-bold text-ink no-underline' : ''}`}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
