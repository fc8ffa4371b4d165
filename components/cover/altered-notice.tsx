import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';

/** Says that signed contents are no longer what was signed; nothing where they all are. */
export function AlteredNotice({
  submissions,
}: {
  submissions: readonly { unit: string; period: string; number: number }[];
}) {
  const t = useTranslations('cover.altered');
  if (submissions.length === 0) return null;
  return (
    <Notice kind="wrong" role="alert" title={t('title')}>
      {t('text')}
      <ul>
        {submissions.map(({ unit, period, number }) => (
          <li key={`${unit} ${period} ${number}`}>{t('submission', { unit, period, number })}</li>
        ))}
      </ul>
    </Notice>
  );
}
