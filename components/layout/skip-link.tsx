import { getTranslations } from 'next-intl/server';

/** First stop of the keyboard on every page. */
export async function SkipLink() {
  const t = await getTranslations('common');
  return (
    <a
      href="#content"
      className="no-print absolute top-2 left-2 z-20 -translate-y-20 bg-paper px-3 py-2 focus:translate-y-0"
    >
      {t('skip')}
    </a>
  );
}
