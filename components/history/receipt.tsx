import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { labelOf, type Period } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Name = { name: string; nameEn: string };
type Props = {
  report: { id: string; unit: Name & { code: string }; period: Period };
  submission: {
    number: number;
    sentBy: string | null;
    sentAt: Date | null;
    cosignedBy: string | null;
    cosignedAt: Date | null;
    signedBy: string | null;
    signedAt: Date | null;
    review: { decision: 'approved' | 'returned'; by: string; at: Date } | null;
  };
  figures: number;
  reviewer: Name | null;
  canReview: boolean;
};

/** What has been handed in, by whom, and what happens next. */
export function Receipt({ report, submission, figures, reviewer, canReview }: Props) {
  const t = useTranslations('check.receipt');
  const cover = useTranslations('cover');
  const locale = useLocale();
  const format = useFormatter();
  const { number, sentBy, sentAt, cosignedBy, cosignedAt, signedBy, signedAt, review } = submission;
  const at = (date: Date | null) => (date ? format.dateTime(date, 'minute') : '');
  return (
    <Sheet>
      <h2>{t('title')}</h2>
      <Notice
        kind="good"
        role="status"
        title={
          reviewer
            ? t('done', { number, unit: nameOf(reviewer, locale) })
            : t('doneTop', { number })
        }
      />
      <dl className="grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1">
        <Entry term={t('number')}>
          <span className="tabular-nums">{`${report.unit.code}-${report.period.code}-${number}`}</span>
        </Entry>
        <Entry term={t('unit')}>{nameOf(report.unit, locale)}</Entry>
        <Entry term={t('period')}>{labelOf(report.period, locale)}</Entry>
        <Entry term={t('sent')}>{sentBy ? `${sentBy} ${at(sentAt)}` : '—'}</Entry>
        {cosignedBy ? (
          <Entry term={t('cosigned')}>{`${cosignedBy} ${at(cosignedAt)}`}</Entry>
        ) : null}
        <Entry term={t('signed')}>{signedBy ? `${signedBy} ${at(signedAt)}` : '—'}</Entry>
        <Entry term={t('figures')}>{t('figuresCount', { count: figures })}</Entry>
        <Entry term={t('next')}>
          {review
            ? t(review.decision, { by: review.by, at: at(review.at) })
            : reviewer
              ? t('waiting', { unit: nameOf(reviewer, locale) })
              : t('waitingTop')}
        </Entry>
      </dl>
      <p className="no-print mt-4 flex flex-wrap gap-x-6">
        <Link href={paths.submission(report.id, number)}>{t('read')}</Link>
        <Link href={paths.cover(report.id, number)}>{cover('link')}</Link>
        {canReview ? <Link href={paths.review(report.id)}>{t('review')}</Link> : null}
      </p>
    </Sheet>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
