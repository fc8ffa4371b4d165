import { useFormatter, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';

type Props = {
  review: { decision: 'approved' | 'returned'; reason: string | null; by: string; at: Date };
};

/** Who decided what, and when. */
export function DecisionNotice({ review: { decision, reason, by, at } }: Props) {
  const t = useTranslations('review.decided');
  const format = useFormatter();
  return (
    <Notice
      kind={decision === 'approved' ? 'good' : 'attention'}
      role="status"
      title={t(decision, { by, at: format.dateTime(at, 'minute') })}
    >
      {reason ? <p className="whitespace-pre-line">{t('reason', { reason })}</p> : null}
    </Notice>
  );
}
