import { useTranslations } from 'next-intl';
import { ChoiceLinks } from '@/components/ui/choice-links';
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
      <ChoiceLinks
        className="flex flex-wrap gap-x-5 gap-y-1 tabular-nums"
        options={options.map(({ filter, count }) => ({
          href: paths.reportQuality({ period, show: filter === 'all' ? undefined : filter }),
          text: t(`show.${filter}`, { count }),
          isChosen: filter === chosen,
        }))}
      />
    </nav>
  );
}
