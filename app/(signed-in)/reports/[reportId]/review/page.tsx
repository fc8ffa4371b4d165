import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { AdminForm } from '@/components/admin/admin-form';
import { CoverState } from '@/components/cover/cover-state';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { AllNotes } from '@/components/notes/all-notes';
import { EvidenceOverview } from '@/components/report/evidence-overview';
import { FormHead } from '@/components/report/form-head';
import { ReviewedReport } from '@/components/report/reviewed-report';
import { HandTotalsNote } from '@/components/rollup/hand-totals-note';
import { requireViewer } from '@/lib/auth/viewer';
import { findCoverScan } from '@/lib/data/covers';
import { findReviewingUnit } from '@/lib/data/reviewing-unit';
import { listEvidence } from '@/lib/data/evidence';
import { findReportTotals } from '@/lib/data/rollup-accounts';
import { compareSubmissions } from '@/lib/data/reviews';
import { labelOf } from '@/lib/domain/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { reviewStanding } from '@/components/report/review-standing';
import { readForm } from '../../read-form';
import { decide, takeBackDecision } from './actions';

type Props = { params: Promise<{ reportId: string }>; searchParams: Promise<{ show?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId }, t, locale] = await Promise.all([params, getTranslations('review'), getLocale()]);
  const form = await readForm(reportId);
  if (!form) return {};
  const { unit, period } = form.report;
  return { title: t('pageTitle', { unit: nameOf(unit, locale), period: labelOf(period, locale) }) };
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
  const form = !submission || submission.number === newest.submission.number ? newest : await readForm(reportId, submission.number);
  if (!form) notFound();

  const standing = reviewStanding(viewer, report);
  const [changed, reviewer, evidence, scan, totals] = await Promise.all([
    submission && before ? compareSubmissions(viewer, reportId, before.number, submission.number) : [],
    standing === 'not-yours' ? findReviewingUnit(viewer, report.unit.id) : null,
    submission ? listEvidence(viewer, reportId, submission.number) : [],
    submission ? findCoverScan(viewer, reportId, submission.number) : null,
    findReportTotals(viewer, reportId),
  ]);
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.reports(report.period.code), text: labelOf(report.period, locale) },
          { href: paths.report(report.id), text: nameOf(report.unit, locale) },
        ]}
        here={t('title')}
      />
      <FormHead title={t('title')} report={report}>
        {submission?.signedAt ? (
          <span>
            {t('submission', { number: submission.number })}
            {locale === 'en' ? ', ' : '，'}
            {t('signed', { by: submission.signedBy ?? '', at: format.dateTime(submission.signedAt, 'minute') })}
          </span>
        ) : null}
        {submission ? <CoverState reportId={report.id} number={submission.number} isSealed={scan !== null} /> : null}
      </FormHead>
      <HandTotalsNote totals={totals} rollUp={paths.rollup(report.unit.code, report.period.code)} />
      {submission ? (
        <ClientMessages areas={['review', 'issues']}>
          <ReviewedReport
            form={form}
            submission={submission}
            before={before}
            changed={changed}
            standing={standing}
            reviewer={reviewer && nameOf(reviewer, locale)}
            filter={show === 'flagged' || (show === 'changed' && before) ? show : 'all'}
            decide={decide}
          />
        </ClientMessages>
      ) : (
        <p>{t('refused.not-yet')}</p>
      )}
      {submission?.review && submission.review.by === viewer.name && report.allowed.includes('report.takeBack') ? (
        <details className="no-print mt-6">
          <summary className="min-h-8">{t('takeBack.title')}</summary>
          <p className="max-w-3xl">{t('takeBack.text')}</p>
          <ClientMessages areas={['admin', 'issues']}>
            <AdminForm
              id="take-back"
              action={takeBackDecision}
              submit={t('takeBack.submit')}
              saved={t('takeBack.saved')}
              fields={[
                { kind: 'hidden', name: 'reportId', value: report.id },
                { kind: 'hidden', name: 'submission', value: String(submission.number) },
                { kind: 'textarea', name: 'takeBackReason', label: t('takeBack.reason'), rows: 2 },
              ]}
            />
          </ClientMessages>
        </details>
      ) : null}
      <EvidenceOverview items={evidence} rows={form.rows} />
      {submission ? <AllNotes sections={form.sections} notes={form.notes} /> : null}
    </>
  );
}
