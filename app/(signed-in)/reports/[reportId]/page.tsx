import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { FoldedStep } from '@/components/fields/folded-step';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ProposalsWaiting } from '@/components/proposals/proposals-waiting';
import { Deadline } from '@/components/board/deadline';
import { ReportSteps } from '@/components/board/report-steps';
import { ReturnedNotice } from '@/components/review/returned-notice';
import { SectionList } from '@/components/board/section-list';
import { sectionProgress } from '@/components/board/section-progress';
import { StandingNote } from '@/components/board/standing-note';
import { StatusTag } from '@/components/board/status-tag';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { Tag } from '@/components/ui/tag';
import { requireViewer } from '@/lib/auth/viewer';
import { currentTime } from '@/lib/current-time';
import { findThreads } from '@/lib/data/review/marks';
import { countProposals } from '@/lib/data/interface/proposals';
import { listReopenings } from '@/lib/data/review/reopenings';
import { compareSubmissions } from '@/lib/data/review/reviews';
import { untouchedMarks } from '@/lib/domain/report/marks';
import { readinessOf } from '@/lib/domain/report/readiness';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { paths } from '@/lib/paths';
import { readForm } from '../read-form';
import { withdrawReport } from './actions';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId }, t, locale] = await Promise.all([
    params,
    getTranslations('reports'),
    getLocale(),
  ]);
  const form = await readForm(reportId);
  if (!form) return {};
  return { title: t('reportTitle', unitAndPeriod(form.report, locale)) };
}

/** A report as a list of tasks: its sections, what was returned, and the one next step. */
export default async function ReportPage({ params }: Props) {
  const [viewer, { reportId }, t, tools, imports, sheetImport, cover, common, locale] =
    await Promise.all([
      requireViewer(),
      params,
      getTranslations('reports'),
      getTranslations('entryTools'),
      getTranslations('imports'),
      getTranslations('sheetImport'),
      getTranslations('cover'),
      getTranslations('common'),
      getLocale(),
    ]);
  const form = await readForm(reportId);
  if (!form) notFound();

  const { report, rows, marks, submission } = form;
  const signed = report.submissions.findLast(({ signedAt }) => signedAt !== null);
  const isDraft = submission.signedAt === null;
  const readiness = readinessOf(
    rows,
    form.checks,
    form.explanations,
    form.previousPeriod !== null,
    form.waived,
  );
  const [threads, requests] =
    report.status === 'returned'
      ? await Promise.all([findThreads(viewer, reportId), listReopenings(viewer, reportId)])
      : [new Map<string, never>(), []];
  const answered = report.submissions.findLast(({ review }) => review?.decision === 'returned');
  const changed =
    isDraft && answered && marks.length > 0
      ? await compareSubmissions(viewer, reportId, answered.number, submission.number)
      : [];
  const changedCodes = new Set(changed.map(({ indicator }) => indicator.code));
  const untouched = untouchedMarks(
    marks,
    changedCodes,
    rows.map(({ indicator }) => indicator),
  );
  const open = [
    ...readiness.failing,
    ...readiness.unexplained,
    ...untouched.map((code) => ({ cells: [code] })),
  ];
  const sections = sectionProgress(form.sections, rows, isDraft ? open : [], isDraft ? marks : []);
  const { unit, period } = unitAndPeriod(report, locale);
  return (
    <>
      <Breadcrumbs
        trail={[{ href: paths.reports(report.period.code), text: t('listTitle', { period }) }]}
        here={unit}
      />
      <PageHead
        title={t('reportTitle', { unit, period })}
        meta={
          <span className="flex flex-wrap items-center gap-x-5 gap-y-1">
            <StatusTag status={report.status} />
            <span className="tabular-nums">
              {t('filled', {
                filled: sections.reduce((sum, { filled }) => sum + filled, 0),
                expected: sections.reduce((sum, { total }) => sum + total, 0),
              })}
            </span>
            {submission.number > 1 ? (
              <span>
                {t(report.status === 'returned' ? 'submissionAhead' : 'submission', {
                  number: submission.number,
                })}
              </span>
            ) : null}
            {isDraft ? <Deadline deadlines={report.period} now={currentTime()} /> : null}
            {report.isLate ? <Tag kind="attention">{t('late')}</Tag> : null}
            {report.madeUp ? <Tag>{common('madeUp')}</Tag> : null}
          </span>
        }
        actions={<ReportSteps report={report} sections={sections} />}
      />
      {report.status === 'returned' ? (
        <ReturnedNotice form={form} threads={threads} requests={requests} />
      ) : null}
      <ProposalsWaiting
        reportId={report.id}
        count={report.allowed.includes('report.fill') ? await countProposals(viewer, report.id) : 0}
      />
      <StandingNote report={report} unit={unit} />
      {report.allowed.includes('report.withdraw') ? (
        <FoldedStep
          className="mb-4"
          id="withdraw"
          action={withdrawReport}
          words={{
            title: t('withdraw.title'),
            text: t('withdraw.text'),
            submit: t('withdraw.submit'),
            saved: t('withdraw.saved'),
          }}
          fields={[
            { kind: 'hidden', name: 'reportId', value: report.id },
            { kind: 'hidden', name: 'submission', value: String(submission.number) },
            { kind: 'textarea', name: 'withdrawReason', label: t('withdraw.reason'), rows: 2 },
          ]}
        />
      ) : null}
      {report.status === 'submitted' && report.accepted && !report.accepted.isOwn ? (
        <p className="mb-4">{t('withdraw.reading', { by: report.accepted.by })}</p>
      ) : null}
      <Sheet>
        <h2 className="mb-2">{t('sections')}</h2>
        <SectionList reportId={report.id} sections={sections} />
        <p className="no-print mt-4 flex flex-wrap gap-x-6">
          {report.allowed.includes('form.choose') ? (
            <Link href={paths.formChoice(report.id)}>{t('links.choose')}</Link>
          ) : null}
          <Link href={paths.allSections(report.id)}>{tools('allTitle')}</Link>
          <Link href={paths.printForm(report.id)}>{tools('print.link')}</Link>
          <Link href={paths.printForm(report.id, true)}>{tools('print.blankLink')}</Link>
          {signed ? (
            <Link href={paths.cover(report.id, signed.number)}>{cover('link')}</Link>
          ) : null}
          {report.allowed.includes('report.fill') ? (
            <Link href={paths.offline(report.id)}>{imports('link')}</Link>
          ) : null}
          {report.allowed.includes('report.backfill') && report.unit.code === viewer.unit.code ? (
            <Link href={paths.imports()}>{sheetImport('link')}</Link>
          ) : null}
          {report.allowed.includes('report.askExtension') ||
          report.allowed.includes('report.grantExtension') ? (
            <Link href={paths.extension(report.id)}>{t('links.extension')}</Link>
          ) : null}
          <Link href={paths.targets(report.id)}>{t('links.targets')}</Link>
        </p>
        {report.source ? (
          <p className="mt-4 text-table text-ink-2">{t('source', { source: report.source })}</p>
        ) : null}
        {report.note && !report.madeUp ? (
          <p className="mt-1 text-table text-ink-2">{report.note}</p>
        ) : null}
      </Sheet>
    </>
  );
}
