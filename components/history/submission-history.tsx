import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';

type Submission = {
  number: number;
  sentAt: Date | null;
  sentBy: string | null;
  cosignedAt: Date | null;
  cosignedBy: string | null;
  signedAt: Date | null;
  signedBy: string | null;
  review: {
    decision: 'approved' | 'returned';
    reason: string | null;
    by: string;
    at: Date;
    opensAll: boolean;
    marks: readonly unknown[];
  } | null;
  withdrawal: { reason: string; by: string; at: Date } | null;
};

/** Every edition of a report with what became of it. */
export function SubmissionHistory({
  reportId,
  submissions,
}: {
  reportId: string;
  submissions: readonly Submission[];
}) {
  const t = useTranslations('history.submissions');
  const format = useFormatter();
  const at = (date: Date) => format.dateTime(date, 'minute');
  return (
    <ol>
      {submissions.map(
        (
          {
            number,
            sentAt,
            sentBy,
            cosignedAt,
            cosignedBy,
            signedAt,
            signedBy,
            review,
            withdrawal,
          },
          index,
        ) => {
          const before = submissions[index - 1];
          const steps = [
            sentAt && sentBy ? t('sent', { by: sentBy, at: at(sentAt) }) : null,
            cosignedAt ? t('cosigned', { by: cosignedBy ?? '', at: at(cosignedAt) }) : null,
            signedAt ? t('signed', { by: signedBy ?? '', at: at(signedAt) }) : null,
            review?.decision === 'approved'
              ? t('approved', { by: review.by, at: at(review.at) })
              : null,
            review?.decision === 'returned'
              ? t('returned', { by: review.by, at: at(review.at), reason: review.reason ?? '' })
              : null,
            review && review.marks.length > 0 ? t('marks', { count: review.marks.length }) : null,
            review?.opensAll ? t('opensAll') : null,
            withdrawal
              ? t('withdrawn', {
                  by: withdrawal.by,
                  at: at(withdrawal.at),
                  reason: withdrawal.reason,
                })
              : null,
          ].filter((step) => step !== null);
          return (
            <li key={number} className="border-t border-line py-2">
              <h3>{t('number', { number })}</h3>
              {steps.length > 0 ? (
                <ul>
                  {steps.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ul>
              ) : (
                <p>{t('draft')}</p>
              )}
              <p className="no-print flex flex-wrap gap-x-6">
                <Link href={paths.submission(reportId, number)} className="inline-block min-h-6">
                  {t('read')}
                  <span className="sr-only"> {t('number', { number })}</span>
                </Link>
                {before ? (
                  <Link
                    href={paths.compare(reportId, before.number, number)}
                    className="inline-block min-h-6"
                  >
                    {t('compare', { number: before.number })}
                  </Link>
                ) : null}
              </p>
            </li>
          );
        },
      )}
    </ol>
  );
}
