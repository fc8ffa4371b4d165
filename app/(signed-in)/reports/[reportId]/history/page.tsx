import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { EventList } from '@/components/history/event-list';
import { FormHead } from '@/components/paper/form-head';
import { IndicatorFilter } from '@/components/history/indicator-filter';
import { ReportTrail } from '@/components/history/report-trail';
import { SubmissionHistory } from '@/components/history/submission-history';
import { Notice } from '@/components/ui/notice';
import { PageNumbers } from '@/components/ui/page-numbers';
import { pageOf } from '@/components/ui/paging';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listEvents } from '@/lib/data/report/events';
import { findReport } from '@/lib/data/report/reports';
import { nameOf } from '@/lib/i18n/name-of';
import { unitAndPeriod } from '@/lib/i18n/unit-and-period';
import type { ReportEvent, ReportEventOf } from '@/lib/domain/report/report-event';
import { paths } from '@/lib/paths';

type Props = {
  params: Promise<{ reportId: string }>;
  searchParams: Promise<{ indicator?: string; page?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [viewer, { reportId }, t] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('history'),
  ]);
  const report = await findReport(viewer, reportId);
  return report ? { title: t('pageTitle', unitAndPeriod(report, await getLocale())) } : {};
}

/** Every submission of a report, and everything that happened to it. */
export default async function HistoryPage({ params, searchParams }: Props) {
  const [viewer, { reportId }, { indicator: wanted, page: wantedPage }, t, locale] =
    await Promise.all([
      requireViewer(),
      params,
      searchParams,
      getTranslations('history'),
      getLocale(),
    ]);
  const report = await findReport(viewer, reportId);
  if (!report) notFound();

  const [all, { indicators, checks, sections }] = await Promise.all([
    listEvents(viewer, reportId),
    findCatalogue(),
  ]);
  const changed = new Set(all.flatMap((event) => (isOfFigure(event) ? [event.subject] : [])));
  const chosen = indicators.find(({ code }) => code === wanted);
  const listed = all.filter(
    (event) => !chosen || (isOfFigure(event) && event.subject === chosen.code),
  );
  const { shown: events, page, pages } = pageOf(listed, wantedPage);
  return (
    <>
      <ReportTrail report={report} here={t('title')} />
      <FormHead title={t('title')} report={report} />
      <Sheet>
        <h2 className="mb-1">{t('submissions.title')}</h2>
        <SubmissionHistory reportId={report.id} submissions={report.submissions} />
      </Sheet>
      <Sheet className="mt-4">
        <h2>{t('events.title')}</h2>
        {changed.size > 0 ? (
          <IndicatorFilter
            reportId={report.id}
            indicators={indicators.filter(({ code }) => changed.has(code))}
            chosen={chosen?.code}
          />
        ) : null}
        {events.length > 0 ? (
          <EventList events={events} indicators={indicators} checks={checks} sections={sections} />
        ) : null}
        <PageNumbers
          page={page}
          pages={pages}
          hrefOf={(one) => paths.history(report.id, { indicator: chosen?.code, page: one })}
        />
        {events.length === 0 && chosen ? (
          <p>{t('events.noneOfIndicator', { name: nameOf(chosen, locale) })}</p>
        ) : null}
        {events.length === 0 && !chosen ? (
          <Notice title={t('events.none.title')}>{t('events.none.text')}</Notice>
        ) : null}
      </Sheet>
    </>
  );
}

const isOfFigure = (event: ReportEvent): event is ReportEventOf<'figure.saved' | 'target.saved'> =>
  event.kind === 'figure.saved' || event.kind === 'target.saved';
