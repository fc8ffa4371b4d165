import { useFormatter, useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Tag } from '@/components/ui/tag';
import { labelOf, type Period } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import Link from 'next/link';
import { CoverState } from '@/components/cover/cover-state';
import { paths } from '@/lib/paths';

type Props = {
  report: {
    unit: { name: string; nameEn: string };
    period: Period;
    madeUp: boolean;
    source: string | null;
    note: string | null;
  };
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
};

/** Head of the printed form: whose figures these are, who signed and who reviewed them. */
export function SubmissionHead({ report, submission }: Props) {
  const t = useTranslations('history.submission');
  const common = useTranslations('common');
  const locale = useLocale();
  const format = useFormatter();
  const { number, sentBy, sentAt, cosignedBy, cosignedAt, signedBy, signedAt, review } = submission;
  const unit = nameOf(report.unit, locale);
  const period = labelOf(report.period, locale);
  const day = (date: Date | null) => (date ? format.dateTime(date, 'day') : '');
  return (
    <header className="border-b-2 border-mark pb-3">
      <h1 className="text-center">{t('heading', { unit, period })}</h1>
      <p className="mt-1 flex flex-wrap justify-center gap-4">
        {report.madeUp ? <Tag kind="attention">{common('madeUp')}</Tag> : null}
        {signedAt === null ? <Tag kind="attention">{t('draft')}</Tag> : null}
        {signedAt !== null && review?.decision !== 'approved' ? (
          <Tag kind="attention">{t(review ? 'returned' : 'unreviewed')}</Tag>
        ) : null}
      </p>
      <dl className="mt-3 grid gap-x-8 gap-y-1 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-2">
        <Entry term={t('unit')}>{unit}</Entry>
        <Entry term={t('period')}>{period}</Entry>
        <Entry term={t('number')}>{t('title', { number })}</Entry>
        <Entry term={t('sent')}>{sentBy ? `${sentBy} ${day(sentAt)}` : '—'}</Entry>
        <Entry term={t('signed')}>
          {cosignedBy ? `${cosignedBy} ${day(cosignedAt)}${signedAt ? t('and') : ''}` : ''}
          {signedAt ? `${signedBy ?? ''} ${day(signedAt)}` : cosignedBy ? '' : t('notYet')}
        </Entry>
        <Entry term={t('reviewed')}>
          {review ? `${review.by} ${day(review.at)}` : t('notReviewed')}
        </Entry>
        {report.source ? <Entry term={t('source')}>{report.source}</Entry> : null}
        {report.note ? <Entry term={t('note')}>{report.note}</Entry> : null}
      </dl>
    </header>
  );
}

function Entry({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex gap-3">
      <dt className="flex-none text-ink-2">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type SubmissionLinksProps = {
  report: { id: string; submissions: readonly { number: number }[] };
  submission: { number: number; signedAt: Date | null };
  isSealed: boolean;
  pdf: ReactNode;
};

/** From a submission to the others, to what changed since the one before, and to its files. */
export function SubmissionLinks({ report, submission, isSealed, pdf }: SubmissionLinksProps) {
  const t = useTranslations('history.submission');
  const before = report.submissions.filter((one) => one.number < submission.number).at(-1);
  return (
    <div className="no-print mb-3 flex flex-wrap gap-x-6">
      <Link href={paths.history(report.id)}>{t('others')}</Link>
      {before ? (
        <Link href={paths.compare(report.id, before.number, submission.number)}>
          {t('compare', { number: before.number })}
        </Link>
      ) : null}
      {submission.signedAt ? (
        <CoverState reportId={report.id} number={submission.number} isSealed={isSealed} />
      ) : null}
      <ReportExports reportId={report.id} submission={submission.number} />
      {pdf}
    </div>
  );
}

/** A submission as Excel, CSV or JSON. */
function ReportExports({ reportId, submission }: { reportId: string; submission: number }) {
  const t = useTranslations('files.export');
  return (
    <span className="flex flex-wrap gap-x-3">
      <span className="text-ink-2">{t('report')}</span>
      {(['excel', 'csv', 'json'] as const).map((format) => (
        <a key={format} href={paths.reportFile(reportId, format, submission)} download>
          {t(format)}
        </a>
      ))}
    </span>
  );
}
