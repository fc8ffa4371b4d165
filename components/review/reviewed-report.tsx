import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { Sheet } from '@/components/ui/sheet';
import type { Thread } from '@/lib/domain/report/mark-thread';
import { labelOf, previousOf, type Period } from '@/lib/domain/tree/period';
import type { Action } from '@/lib/domain/access/policy';
import type { StatisticalHint } from '@/lib/domain/checks/statistical-hints';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { useReviewLabels } from './all-figures';
import type { ChangedFigure } from './changed-figures';
import { DecisionNotice } from './decision-notice';
import { ReviewDesk } from './review-desk';
import { ReviewFilter } from './review-filter';
import { reviewRows, type ReadForm, type RowFilter } from './review-rows';
import type { ReviewStanding } from './review-standing';
import { ReviewTable } from './review-table';
import { SubmissionChange } from './submission-change';

type Review = {
  decision: 'approved' | 'returned';
  reason: string | null;
  by: string;
  at: Date;
  marks: { indicator: string; note: string }[];
};
type Submission = { number: number; review: Review | null; withdrawal: { reason: string } | null };
type Props = {
  form: ReadForm & {
    report: {
      id: string;
      period: Period;
      allowed: readonly Action[];
      accepted: { by: string } | null;
    };
  };
  /** Marks noted while reading, and what was said about marked figures. */
  drafted: readonly { indicator: string; note: string; by: string }[];
  threads: ReadonlyMap<string, Thread>;
  /** Figures that stand out though no check fails, by indicator. */
  hints: ReadonlyMap<string, StatisticalHint>;
  /** Marks of the last return that the unit neither changed nor answered, while the submission is to be decided on. */
  openMarks: readonly { indicator: string; note: string }[];
  personId: string;
  submission: Submission;
  /** The submission handed in before this one. */
  before: Submission | null;
  changed: readonly ChangedFigure[];
  standing: ReviewStanding;
  /** Name of the unit whose reviewer decides, where it is not the viewer's to do. */
  reviewer: string | null;
  filter: RowFilter;
  /** What an approval covers, for who may approve. */
  covers: ReactNode;
  decide: ComponentProps<typeof ReviewDesk>['action'];
};

/** A submission to be decided on, or as it was decided. */
export function ReviewedReport({
  form,
  personId,
  submission,
  before,
  changed,
  drafted,
  threads,
  hints,
  openMarks,
  standing,
  reviewer,
  filter,
  covers,
  decide,
}: Props) {
  const t = useTranslations('review');
  const locale = useLocale();
  const { report, previousPeriod } = form;
  const canMark = standing === 'open';
  const labels = useReviewLabels(report.period);
  const rows = reviewRows(form, {
    given: submission.review?.marks,
    last: before?.review?.marks,
    changed,
    drafted,
    threads,
    hints,
  });
  const previousLabel = labelOf(previousOf(report.period), locale);
  const content = (
    <>
      {before ? (
        <SubmissionChange
          reportId={report.id}
          before={before.number}
          after={submission.number}
          changed={changed}
          rows={rows}
          reason={before.review?.reason ?? null}
          openMarks={openMarks}
        />
      ) : null}
      <Sheet className="pt-1!">
        <ReviewFilter
          reportId={report.id}
          rows={rows}
          chosen={filter}
          hasBefore={before !== null}
        />
        <p className="mb-2 text-table text-ink-2">
          {previousPeriod ? (
            <Link href={paths.submission(previousPeriod.reportId, previousPeriod.submission)}>
              {t('compared', { period: previousLabel, number: previousPeriod.submission })}
            </Link>
          ) : (
            t('noPrevious', { period: previousLabel })
          )}
        </p>
        <ReviewTable
          sections={form.sections}
          rows={rows}
          labels={labels}
          filter={filter}
          canMark={canMark}
          reportId={report.id}
        />
      </Sheet>
    </>
  );
  if (canMark) {
    const names = Object.fromEntries(
      rows.map(({ indicator }) => [indicator.code, nameOf(indicator, locale)]),
    );
    return (
      <ReviewDesk
        action={decide}
        personId={personId}
        reportId={report.id}
        submission={submission.number}
        names={names}
        mayApprove={report.allowed.includes('report.approve')}
        covers={covers}
        drafted={drafted.length}
      >
        {content}
      </ReviewDesk>
    );
  }
  return (
    <>
      {submission.review ? <DecisionNotice review={submission.review} /> : null}
      <StandingNote
        standing={standing}
        submission={submission}
        reviewer={reviewer}
        reading={report.accepted?.by ?? ''}
      />
      {content}
    </>
  );
}

/** Why there is nothing to decide here for this viewer. */
function StandingNote({
  standing,
  submission,
  reviewer,
  reading,
}: {
  standing: ReviewStanding;
  submission: Submission;
  reviewer: string | null;
  reading: string;
}) {
  const t = useTranslations('review.refused');
  const { number, withdrawal } = submission;
  if (standing === 'open' || standing === 'decided') return null;
  if (standing === 'correcting') return <p className="mb-4">{t('correcting', { number })}</p>;
  if (standing === 'withdrawn')
    return <p className="mb-4">{t('withdrawn', { number, reason: withdrawal?.reason ?? '' })}</p>;
  if (standing === 'read-by-another')
    return <p className="mb-4">{t('read-by-another', { by: reading })}</p>;
  if (standing !== 'not-yours') return <p className="mb-4">{t(standing)}</p>;
  return (
    <p className="mb-4">{reviewer ? t('not-yours', { unit: reviewer }) : t('not-yours-top')}</p>
  );
}
