import { useFormatter, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';

/** Why the signatory gave the report back. */
export function SentBackNotice({
  event: { by, at, to },
}: {
  event: { by: string | null; at: Date; to: unknown };
}) {
  const t = useTranslations('check.sentBack');
  const format = useFormatter();
  const reason = to && typeof to === 'object' && 'reason' in to ? String(to.reason) : '';
  return (
    <Notice kind="attention" title={t('title')}>
      <p className="whitespace-pre-line">{reason}</p>
      <p className="text-table text-ink-2">
        {t('by', { by: by ?? '', at: format.dateTime(at, 'minute') })}
      </p>
    </Notice>
  );
}
