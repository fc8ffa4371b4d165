import { useFormatter, useTranslations } from 'next-intl';
import type { ReportEventOf } from '@/lib/domain/report/report-event';
import { Notice } from '@/components/ui/notice';

/** Why the signatory gave the report back. */
export function SentBackNotice({
  event: { by, at, to },
}: {
  event: ReportEventOf<'report.sentBack'>;
}) {
  const t = useTranslations('check.sentBack');
  const format = useFormatter();
  return (
    <Notice kind="attention" title={t('title')}>
      <p className="whitespace-pre-line">{to.reason}</p>
      <p className="text-table text-ink-2">
        {t('by', { by: by ?? '', at: format.dateTime(at, 'minute') })}
      </p>
    </Notice>
  );
}
