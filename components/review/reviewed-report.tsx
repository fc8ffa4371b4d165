import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Sheet } from '@/components/ui/sheet';
import type { Thread } from '@/lib/domain/report/mark-thread';
import { labelOf, previousOf, type Period } from '@/lib/domain/tree/period';
import type { Action } from '@/lib/domain/access/policy';
import type { FormHint } from '@/lib/domain/checks/term-hints';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { useReviewLabels } from './all-figures';
import { ApprovalCovers } from './desk/approval-covers';
import type { ChangedFigure } from './changed-figures';
import { DecisionNotice } from './decision-notice';
import { OpenMarksNote } from './open-marks';
import { ReviewDesk } from './desk/review-desk';
import { ReviewFilter } from './review-filter';
import { reviewRows, type ReadForm, type ReviewRow, type RowFilter } from './review-rows';
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
      examined: object | null;
      phase: string;
    };
    notes: readonly { text: string }[];
  };
  /** Marks noted while reading, and what was said about marked figures. */
  drafted: readonly { indicator: string; note: string; by: string }[];
  threads: ReadonlyMap<string, Thread>;
  /** Figures that stand out though no check fails, by indicator. */
  hints: ReadonlyMap<string, FormHint>;
  /** Marks of the last return that the unit neither changed nor answered, while the submission is to be decided on. */
  openMarks: readonly { indicator: string; note: string }[];
  personId: string;
  submission: Submission;
  /** The submission handed in before this one. */
  before: Submission | null;
  changed: readonly ChangedFigure[];
  standing: ReviewStanding;
  /** The unit whose reviewer decides, where it is not the viewer's to do. */
  reviewer: { name: string; nameEn: string } | null;
  filter: RowFilter;
  evidence: readonly unknown[];
  scan: unknown;
  /** Units below whose reports have to be approved first. */
  pending: ComponentProps<typeof ApprovalCovers>['pending'];
  decide: ComponentProps<typeof ReviewDesk>['action'];
};

/** A submission to be decided on, or as it was decided. */
export function ReviewedReport(props: Props) {
  const { form, submission, before, standing, drafted, openMarks } = props;
  const locale = useLocale();
  const { report } = form;
  const rows = reviewRows(form, {
    ...props,
    given: submission.review?.marks,
    last: before?.review?.marks,
  });
  const content = <Reading {...props} reviewed={rows} />;
  if (standing !== 'open')
    return (
      <>
        {submission.review ? <DecisionNotice review={submission.review} /> : null}
        <StandingNote
          standing={standing}
          submission={submission}
          reviewer={props.reviewer && nameOf(props.reviewer, locale)}
          reading={report.accepted?.by ?? ''}
        />
        {content}
      </>
    );
  return (
    <ReviewDesk
      action={props.decide}
      personId={props.personId}
      reportId={report.id}
      submission={submission.number}
      seen={form.seen}
      names={Object.fromEntries(
        rows.map(({ indicator }) => [indicator.code, nameOf(indicator, locale)]),
      )}
      mayApprove={report.allowed.includes('report.approve')}
      isClosed={report.phase === 'closed'}
      mayExamine={report.allowed.includes('report.examine') && report.examined === null}
      covers={
        <>
          <OpenMarksNote reportId={report.id} marks={openMarks} rows={form.rows} />
          <ApprovalCovers
            rows={form.rows}
            explanations={form.explanations.length}
            waivers={form.waived.size}
            evidence={props.evidence.length}
            notes={form.notes.filter(({ text }) => text !== '').length}
            hasScan={props.scan !== null}
            pending={props.pending}
          />
        </>
      }
      drafted={drafted.length}
    >
      {content}
    </ReviewDesk>
  );
}

/** What changed since the submission before, and every figure beside last year's. */
function Reading({ reviewed: rows, ...props }: Props & { reviewed: ReviewRow[] }) {
  const { form, submission, before, changed, openMarks, filter } = props;
  const [t, locale] = [useTranslations('review'), useLocale()];
  const { report, previousPeriod } = form;
  const labels = useReviewLabels(report.period);
  const period = labelOf(previousOf(report.period), locale);
  return (
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
              {t('compared', { period, number: previousPeriod.submission })}
            </Link>
          ) : (
            t('noPrevious', { period })
          )}
        </p>
        <ReviewTable
          sections={form.sections}
          rows={rows}
          labels={labels}
          filter={filter}
          canMark={props.standing === 'open'}
          reportId={report.id}
        />
      </Sheet>
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
