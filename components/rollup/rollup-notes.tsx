import { useTranslations } from 'next-intl';

/** How stocks, rates and highest values come together, below every table of totals. */
export function RollUpNotes() {
  const t = useTranslations('rollup.notes');
  return (
    <div className="mt-3 text-table text-ink-2">
      <p>{t('stock')}</p>
      <p>{t('ratio')}</p>
      <p>{t('highest')}</p>
    </div>
  );
}
