import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';
import { isShown, rowFilters, type ReviewRow, type RowFilter } from './review-rows';

type Props = {
  reportId: string;
  rows: readonly ReviewRow[];
  chosen: RowFilter;
  hasBefore: boolean;
};

/** Which rows are shown, with their number. */
export function ReviewFilter({ reportId, rows, chosen, hasBefore }: Props) {
  const t = useTranslations('review.filter');
  const filters = rowFilters.filter((filter) => filter !== 'changed' || hasBefore);
  const count = (filter: RowFilter) => rows.filter((row) => isShown(row, filter)).length;
  return (
    <nav aria-label={t('label')} className="no-print my-3">
      <ul className="flex flex-wrap gap-x-6">
        {filters.map((filter) => (
          <li key={filter}>
            <Link
              href={paths.review(reportId, filter === 'all' ? undefined : filter)}
              scroll={false}
              aria-current={filter === chosen ? 'true' : undefined}
              className={`inline-flex min-h-8 items-center ${filter === chosen ? 'border-b-2 border-mark font-bold text-ink no-underline' : ''}`}
            >
              {t(filter, { count: count(filter) })}
            </Link>
          </li>
        ))}
      </ul>
      {count(chosen) === 0 ? <p className="mt-2">{t('nothing')}</p> : null}
    </nav>
  );
}
