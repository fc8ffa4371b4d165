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
  const stepsOf = useSteps();
  return (
    <ol>
      {submissions.map((submission, index) => {
        const { number } = submission;
        const before = submissions[index - 1];
        const steps = stepsOf(submission);
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
      })}
    </ol>
  );
}

/** Who sent, signed, decided on and took back a submission, and when: one sentence each. */
function useSteps(): (submission: Submission) => string[] {
  const t = useTranslations('history.submissions');
  const format = useFormatter();
  const byAt = (by: string | null, at: Date) => ({
    by: by ?? '',
    at: format.dateTime(at, 'minute'),
  });
  return ({ sentAt, sentBy, cosignedAt, cosignedBy, signedAt, signedBy, review, withdrawal }) =>
    [
      sentAt && sentBy && t('sent', byAt(sentBy, sentAt)),
      cosignedAt && t('cosigned', byAt(cosignedBy, cosignedAt)),
      signedAt && t('signed', byAt(signedBy, signedAt)),
      review?.decision === 'approved' && t('approved', byAt(review.by, review.at)),
      review?.decision === 'returned' &&
        t('returned', { ...byAt(review.by, review.at), reason: review.reason ?? '' }),
      review && review.marks.length > 0 && t('marks', { count: review.marks.length }),
      review?.opensAll && t('opensAll'),
      withdrawal &&
        t('withdrawn', { ...byAt(withdrawal.by, withdrawal.at), reason: withdrawal.reason }),
    ].filter((step) => typeof step === 'string');
}
