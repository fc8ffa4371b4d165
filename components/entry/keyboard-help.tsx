import { useTranslations } from 'next-intl';

const keys = ['enter', 'tab', 'escape', 'answer', 'save'] as const;

/** The keys of the entry page, on request. */
export function KeyboardHelp() {
  const t = useTranslations('entry.keys');
  return (
    <details className="relative">
      <summary className="min-h-8 text-table">{t('title')}</summary>
      <ul className="absolute right-0 z-4 w-[min(30rem,90vw)] border border-line-2 bg-paper p-4 text-table">
        {keys.map((key) => (
          <li key={key} className="py-1">
            {t(key)}
          </li>
        ))}
      </ul>
    </details>
  );
}
