import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ReportHead } from '@/components/board/report-head';
import { ReportLinks } from '@/components/board/report-links';
import { SectionList } from '@/components/board/section-list';
import { StandingNote } from '@/components/board/standing-note';
import { UndoStep } from '@/components/fields/undo-step';
import { ReturnedNotice } from '@/components/review/returned-notice';
import { Sheet } from '@/components/ui/sheet';
import { currentTime } from '@/lib/current-time';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import { nameOf } from '@/lib/i18n/name-of';
import { readForm } from '../read-form';
import { withdrawReport } from './actions';
import { readOverview } from './read-overview';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/paths';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId }, t] = await Promise.all([params, getTranslations('reports')]);
  const form = await readForm(reportId);
  return form ? { title: t('reportTitle', unitAndPeriod(form.report, await getLocale())) } : {};
}

/** A report as a list of tasks: its sections, what was returned, and the one next step. */
export default async function ReportPage({ params }: Props) {
  const [{ reportId }, t, locale] = await Promise.all([
    params,
    getTranslations('reports'),
    getLocale(),
  ]);
  const overview = await readOverview(reportId);
  if (!overview) notFound();

  const { form, sections, isDraft } = overview;
  const { report, submission } = form;
  return (
    <>
      <ReportHead
        report={report}
        submission={submission.number}
        sections={sections}
        now={isDraft ? currentTime() : null}
      />
      {report.status === 'returned' ? <ReturnedNotice {...overview} /> : null}
      <ProposalsWaiting reportId={report.id} count={overview.proposals} />
      <StandingNote report={report} unit={nameOf(report.unit, locale)} now={currentTime()} />
      {report.allowed.includes('report.withdraw') ? (
        <UndoStep
          of="withdraw"
          className="mb-4"
          action={withdrawReport}
          reportId={report.id}
          submission={submission.number}
        />
      ) : null}
      {report.status === 'submitted' && report.accepted && !report.accepted.isOwn ? (
        <p className="mb-4">{t('withdraw.reading', { by: report.accepted.by })}</p>
      ) : null}
      <Sheet>
        <h2 className="mb-2">{t('sections')}</h2>
        <SectionList reportId={report.id} sections={sections} />
        <ReportLinks report={report} isOwn={overview.isOwn} />
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

/** That other systems propose figures for this report, where they do. */
function ProposalsWaiting({ reportId, count }: { reportId: string; count: number }) {
  const t = useTranslations('proposals');
  if (count === 0) return null;
  return (
    <Notice title={t('waiting', { count })}>
      <LinkButton href={paths.proposals(reportId)}>{t('open')}</LinkButton>
    </Notice>
  );
}
