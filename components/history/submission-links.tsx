import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { CoverState } from '@/components/cover/cover-state';
import { paths } from '@/lib/paths';

type Props = {
  report: { id: string; submissions: readonly { number: number }[] };
  submission: { number: number; signedAt: Date | null };
  isSealed: boolean;
  pdf: ReactNode;
};

/** From a submission to the others, to what changed since the one before, and to its files. */
export function SubmissionLinks({ report, submission, isSealed, pdf }: Props) {
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
