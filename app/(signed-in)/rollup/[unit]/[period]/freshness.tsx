import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';

/** That totals are worked out as the page is opened, and whether made-up reports are in them. */
export function Freshness({ isMadeUp }: { isMadeUp: boolean }) {
  const [t, common] = [useTranslations('rollup'), useTranslations('common')];
  return (
    <span className="flex flex-wrap gap-x-5">
      <span>{t('fresh')}</span>
      {isMadeUp ? <Tag>{common('madeUp')}</Tag> : null}
    </span>
  );
}
