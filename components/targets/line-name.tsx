import { useTranslations } from 'next-intl';

/** An indicator and what it is counted in. */
export function LineName({ line: { name, unit } }: { line: { name: string; unit: string } }) {
  const t = useTranslations('targets');
  return (
    <>
      {name}
      <span className="text-ink-2">{t('unit', { unit })}</span>
    </>
  );
}
