import { getTranslations } from 'next-intl/server';

/** Said on every page of the demo, on paper too. */
export async function DemoBanner() {
  const t = await getTranslations('common');
  return (
    <aside
      aria-label={t('madeUp')}
      className="border-b border-line bg-attention-ground px-4 py-0.5 text-center text-table text-attention print:border-0 print:p-0 print:text-[9pt]"
    >
      {t('demo')}
    </aside>
  );
}
