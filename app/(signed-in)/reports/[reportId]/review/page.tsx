import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { FoldedStep } from '@/components/fields/folded-step';
import { CoverState } from '@/components/cover/cover-state';
import { ClientMessages } from '@/components/layout/client-messages';
import { AllNotes } from '@/components/notes/all-notes';
import { ApprovalCovers } from '@/components/review/approval-covers';
import { EvidenceOverview } from '@/components/checking/evidence-overview';
import { FormHead } from '@/components/paper/form-head';
import { OpenMarksNote } from '@/components/review/open-marks';
import { ReadingNote } from '@/components/review/reading-note';
import { ReopeningList } from '@/components/review/reopening-list';
import { ReportTrail } from '@/components/history/report-trail';
import { rowFilters } from '@/components/review/review-rows';
import { ReviewedReport } from '@/components/review/reviewed-report';
import { HandTotalsNote } from '@/components/rollup/hand-totals-note';
import { PdfLink } from '@/components/ui/pdf-link';
import { requireViewer } from '@/lib/auth/viewer';
import { findCoverScan } from '@/lib/data/submission/covers';
import { findReviewingUnit } from '@/lib/data/tree/reviewing-unit';
import { listDraftMarks } from '@/lib/data/review/draft-marks';
import { listEvidence } from '@/lib/data/figures/evidence';
import { findHints } from '@/lib/data/figures/hints';
import { findThreads } from '@/lib/data/review/marks';
import { findOpenMarks } from '@/lib/data/review/open-marks';
import { listReopenings } from '@/lib/data/review/reopenings';
import { findPendingBelow } from '@/lib/data/review/pending-below';
import { listReviewQueue, nextInQueue } from '@/lib/data/review/queue';
import { findReportTotals } from '@/lib/data/rollup/hand-totals';
import { compareSubmissions } from '@/lib/data/review/reviews';
import { chromiumPath } from '@/lib/env';
import { nameOf } from '@/lib/i18n/name-of';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { reviewStanding } from '@/components/review/review-standing';
import { readForm } from '../../read-form';
import { speak } from '../../figure-words';
import { decide, readOrOpen, takeBackDecision } from './actions';

type Props = { params: Promise<{ reportId: string }>; searchParams: Promise<{ show?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId }, t, locale] = await Promise.all([
    params,
    getTranslations('review'),
    getLocale(),
  ]);
  const form = await readForm(reportId);
  if (!form) return {};
  return { title: t('pageTitle', unitAndPeriod(form.report, locale)) };
}

/** The reviewer's reading of the newest signed submission, beside last year's and beside the one he returned. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const [viewer, { reportId }, { show }, t, format, locale] = await Promise.all([
    requireViewer(),
    params,
    searchParams,
    getTranslations('review'),
    getFormatter(),
    getLocale(),
  ]);
  const newest = await readForm(reportId);
  if (!newest) notFound();

  const { report } = newest;
  const handedIn = report.submissions.filter(({ signedAt }) => signedAt !== null);
  const submission = handedIn.at(-1);
  const before = handedIn.at(-2) ?? null;
  const form =
    !submission || submission.number === newest.submission.number
      ? newest
      : await readForm(reportId, submission.number);
  if (!form) notFound();

  const standing = reviewStanding(viewer, report);
  const [
    drafted,
    threads,
    requests,
    queue,
    changed,
    reviewer,
    evidence,
    scan,
    totals,
    pending,
    openMarks,
    hints,
  ] = await Promise.all([
    listDraftMarks(viewer, reportId),
    findThreads(viewer, reportId),
    listReopenings(viewer, reportId),
    (['report.review', 'cell.open', 'report.takeBack'] as const).some((action) =>
      report.allowed.includes(action),
    )
      ? listReviewQueue(viewer, report.period.code)
      : [],
    submission && before
      ? compareSubmissions(viewer, reportId, before.number, submission.number)
      : [],
    standing === 'not-yours' ? findReviewingUnit(viewer, report.unit.id) : null,
    submission ? listEvidence(viewer, reportId, submission.number) : [],
    submission ? findCoverScan(viewer, reportId, submission.number) : null,
    findReportTotals(viewer, reportId),
    report.allowed.includes('report.approve') ? findPendingBelow(viewer, reportId) : [],
    submission?.review === null ? findOpenMarks(viewer, form) : [],
    submission ? findHints(viewer, form) : new Map<string, never>(),
  ]);
  const nextReport = nextInQueue(queue, reportId);
  const first = form.rows[0]?.indicator.code;
  return (
    <>
      <ReportTrail report={report} here={t('title')} />
      <FormHead isNamed title={t('title')} report={report}>
        {submission?.signedAt ? (
          <span>
            {t('submission', { number: submission.number })}
            {locale === 'en' ? ', ' : '，'}
            {t('signed', {
              by: submission.signedBy ?? '',
              at: format.dateTime(submission.signedAt, 'minute'),
            })}
          </span>
        ) : null}
        {submission ? (
          <CoverState reportId={report.id} number={submission.number} isSealed={scan !== null} />
        ) : null}
      </FormHead>
      <HandTotalsNote totals={totals} rollUp={paths.rollup(report.unit.code, report.period.code)} />
      {submission ? (
        <ClientMessages areas={['review', 'figure', 'issues']}>
          <p className="no-print flex flex-wrap gap-x-6">
            {first ? (
              <Link
                href={paths.reportFigure(reportId, first)}
                className="inline-flex min-h-8 items-center"
              >
                {t('each')}
              </Link>
            ) : null}
            {queue.length > 0 ? (
              <Link
                href={paths.reviewQueue(report.period.code)}
                className="inline-flex min-h-8 items-center"
              >
                {t('queueLink')}
              </Link>
            ) : null}
            {nextReport ? (
              <Link href={paths.review(nextReport.id)} className="inline-flex min-h-8 items-center">
                {t('queueNext', { unit: nameOf(nextReport.unit, locale) })}
              </Link>
            ) : null}
          </p>
          {report.allowed.includes('report.accept') ? (
            <ReadingNote
              action={readOrOpen}
              hidden={{ reportId, submission: String(submission.number) }}
              accepted={report.accepted}
            />
          ) : null}
          {submission.review?.decision === 'returned' ? (
            <ReopeningList
              reportId={reportId}
              submission={submission.number}
              requests={requests}
              rows={form.rows}
              isAllOpen={submission.review.opensAll || submission.review.marks.length === 0}
              mayOpen={report.allowed.includes('cell.open')}
              speak={speak}
              openAll={readOrOpen}
            />
          ) : null}
          <ReviewedReport
            personId={viewer.personId}
            drafted={drafted}
            threads={threads}
            hints={hints}
            openMarks={openMarks}
            form={form}
            submission={submission}
            before={before}
            changed={changed}
            standing={standing}
            reviewer={reviewer && nameOf(reviewer, locale)}
            filter={
              rowFilters.find((one) => one === show && (one !== 'changed' || before)) ?? 'all'
            }
            covers={
              <>
                <OpenMarksNote reportId={reportId} marks={openMarks} rows={form.rows} />
                <ApprovalCovers
                  rows={form.rows}
                  explanations={form.explanations.length}
                  waivers={form.waived.size}
                  evidence={evidence.length}
                  notes={form.notes.filter(({ text }) => text !== '').length}
                  hasScan={scan !== null}
                  pending={pending}
                />
              </>
            }
            decide={decide}
          />
        </ClientMessages>
      ) : (
        <p>{t('refused.not-yet')}</p>
      )}
      {submission?.review &&
      submission.review.by === viewer.name &&
      report.allowed.includes('report.takeBack') ? (
        <FoldedStep
          className="mt-6"
          id="take-back"
          action={takeBackDecision}
          words={{
            title: t('takeBack.title'),
            text: t('takeBack.text'),
            submit: t('takeBack.submit'),
            saved: t('takeBack.saved'),
          }}
          fields={[
            { kind: 'hidden', name: 'reportId', value: report.id },
            { kind: 'hidden', name: 'submission', value: String(submission.number) },
            { kind: 'textarea', name: 'takeBackReason', label: t('takeBack.reason'), rows: 2 },
          ]}
        />
      ) : null}
      <EvidenceOverview items={evidence} rows={form.rows} />
      <p className="no-print mt-4">
        <PdfLink page={paths.review(report.id, show)} isOffered={chromiumPath() !== null} />
      </p>
      {submission ? <AllNotes sections={form.sections} notes={form.notes} /> : null}
    </>
  );
}
