import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Deadline } from '@/components/board/deadline';
import { NoPeriods } from '@/components/board/no-periods';
import { OwnReport } from '@/components/board/own-report';
import { PeriodChoice } from '@/components/board/period-choice';
import { ReportBoard } from '@/components/board/report-board';
import { ReportHistory } from '@/components/history/report-history';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { statuses } from '@/lib/domain/report/report';
import { labelOf } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';
import { readReports } from './read-reports';

type Props = { searchParams: Promise<{ period?: string; status?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') };
}

/** One period: every report the viewer may see, with its status and deadline. */
export default async function ReportsPage({ searchParams }: Props) {
  const [{ period: wanted, status }, t, review, imports, locale] = await Promise.all([
    searchParams,
    getTranslations('reports'),
    getTranslations('review'),
    getTranslations('sheetImport'),
    getLocale(),
  ]);
  const found = await readReports(wanted);
  if (!found) notFound();
  if (!found.period) return <NoPeriods mayCreate={found.mayCreate} />;

  const { period, periods, own, below, history, waivers, waiting } = found;
  const label = labelOf(period, locale);
  return (
    <>
      <PageHead
        title={t('listTitle', { period: label })}
        meta={<Deadline deadlines={period} now={found.now} />}
      />
      <PeriodChoice
        periods={periods.map((one) => ({ code: one.code, label: labelOf(one, locale) }))}
        chosen={period.code}
      />
      {waivers > 0 ? (
        <Notice kind="attention">
          <Link href={paths.openWaivers()}>{review('waivers.toQueue', { count: waivers })}</Link>
        </Notice>
      ) : null}
      {waiting > 0 ? (
        <p className="mb-4">
          <Link href={paths.reviewQueue(period.code)}>
            {review('queue.link', { count: waiting })}
          </Link>
        </p>
      ) : null}
      {own ? <OwnReport row={own} /> : null}
      {below.length > 0 ? (
        <ReportBoard
          rows={below}
          period={period.code}
          base={found.base}
          status={statuses.find((one) => one === status)}
        />
      ) : null}
      {!own && below.length === 0 ? (
        <Notice title={t('noReports.title', { period: label })}>
          <p>{t('noReports.text')}</p>
        </Notice>
      ) : null}
      {history.length > 1 ? <ReportHistory rows={history} /> : null}
      {found.maySeeImports ? (
        <p className="no-print my-4">
          <Link href={paths.imports()}>{imports('link')}</Link>
        </p>
      ) : null}
    </>
  );
}
