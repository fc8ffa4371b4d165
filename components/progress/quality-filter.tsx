import { useTranslations } from 'next-intl';
import Link from 'next/link';
import { paths } from '@/lib/paths';

type Filter = 'all' | 'since' | 'late' | 'wrong';
type Props = {
  period: string;
  chosen: Filter;
  options: readonly { filter: Filter; count: number }[];
};

/** Which reports are shown: all, or those with something to look at. */
export function QualityFilter({ period, chosen, options }: Props) {
  const t = useTranslations('quality');
  return (
    <nav aria-label={t('label')} className="no-print mb-2">
      <ul className="flex flex-wrap gap-x-5 gap-y-1 tabular-nums">
        {options.map(({ filter, count }) => (
          <li key={filter}>
            <Link
              href={paths.reportQuality({ period, show: filter === 'all' ? undefined : filter })}
              aria-current={filter === chosen ? 'true' : undefined}
              className={`inline-flex min-h-8 items-center ${filter === chosen ? 'font-bold text-ink no-underline' : ''}`}
            >
              {t(`show.${filter}`, { count })}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
