import { useTranslations } from 'next-intl';

/** On paper only: where reporter and leader sign, seal and date. */
export function SignatureLine() {
  const t = useTranslations('history.submission');
  return (
    <p className="mt-10 hidden justify-between print:flex">
      <span>{t('reporter')}</span>
      <span>{t('leader')}</span>
      <span>{t('seal')}</span>
      <span>{t('date')}</span>
    </p>
  );
}
