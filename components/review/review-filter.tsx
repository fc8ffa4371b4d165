import { useTranslations } from 'next-intl';
import { ChoiceLinks } from '@/components/ui/choice-links';
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
      <ChoiceLinks
        className="flex flex-wrap gap-x-6"
        mark="border-b-2 border-mark"
        scroll={false}
        options={filters.map((filter) => ({
          href: paths.review(reportId, filter === 'all' ? undefined : filter),
          text: t(filter, { count: count(filter) }),
          isChosen: filter === chosen,
        }))}
      />
      {count(chosen) === 0 ? <p className="mt-2">{t('nothing')}</p> : null}
    </nav>
  );
}
