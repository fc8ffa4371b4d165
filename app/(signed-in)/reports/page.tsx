import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Deadline } from '@/components/board/deadline';
import { OwnReport } from '@/components/board/own-report';
import { PeriodChoice } from '@/components/board/period-choice';
import { ReportBoard } from '@/components/board/report-board';
import { ReportHistory } from '@/components/history/report-history';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { requireViewer } from '@/lib/auth/viewer';
import { currentTime } from '@/lib/current-time';
import { maySeeImports } from '@/lib/data/imports/imports';
import { listPeriods } from '@/lib/data/tree/periods';
import { listReports } from '@/lib/data/report/reports';
import { listOpenWaivers } from '@/lib/data/figures/waivers';
import { labelOf } from '@/lib/domain/tree/period';
import { can } from '@/lib/domain/access/policy';
import { phaseOf, statuses, type Deadlines } from '@/lib/domain/report/report';
import { depthOf } from '@/lib/domain/tree/unit';
import { paths } from '@/lib/paths';

type Props = { searchParams: Promise<{ period?: string; status?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reports'))('title') };
}

/** One period: every report the viewer may see, with its status and deadline. */
export default async function ReportsPage({ searchParams }: Props) {
  const [viewer, { period: wanted, status: wantedStatus }, t, review, imports, locale] =
    await Promise.all([
      requireViewer(),
      searchParams,
      getTranslations('reports'),
      getTranslations('review'),
      getTranslations('sheetImport'),
      getLocale(),
    ]);
  const now = currentTime();
  const periods = await listPeriods(viewer);
  const period =
    wanted === undefined
      ? presentPeriod(periods, now)
      : periods.find(({ code }) => code === wanted);
  if (!period) {
    if (wanted !== undefined) notFound();
    return (
      <NoPeriods
        mayCreate={can(viewer, 'period.manage', {
          relation: 'own',
          isTop: depthOf(viewer.unit.lineage) === 0,
        })}
      />
    );
  }

  const [rows, waivers] = await Promise.all([
    listReports(viewer, period.code),
    viewer.roles.includes('reviewer') ? listOpenWaivers(viewer) : [],
  ]);
  const own = rows.find(({ unit }) => unit.code === viewer.unit.code);
  const below = rows.filter((row) => row !== own);
  const waiting = rows.filter(({ allowed }) => allowed.includes('report.review')).length;
  const status = statuses.find((one) => one === wantedStatus);
  const label = labelOf(period, locale);
  // Who has nobody below sees his own reports of all periods, and only these periods.
  const history =
    below.length === 0
      ? (
          await Promise.all(periods.slice(0, 20).map(({ code }) => listReports(viewer, code)))
        ).flat()
      : [];
  const offered =
    history.length > 0
      ? periods.filter(
          ({ code }) => code === period.code || history.some((row) => row.period.code === code),
        )
      : periods;
  return (
    <>
      <PageHead
        title={t('listTitle', { period: label })}
        meta={<Deadline deadlines={period} now={now} />}
      />
      <PeriodChoice
        periods={offered.map((one) => ({ code: one.code, label: labelOf(one, locale) }))}
        chosen={period.code}
      />
      {waivers.length > 0 ? (
        <Notice kind="attention">
          <Link href={paths.openWaivers()}>
            {review('waivers.toQueue', { count: waivers.length })}
          </Link>
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
        <ReportBoard rows={below} period={period.code} base={viewer.unit.lineage} status={status} />
      ) : null}
      {rows.length === 0 ? (
        <Notice title={t('noReports.title', { period: label })}>
          <p>{t('noReports.text')}</p>
        </Notice>
      ) : null}
      {history.length > 1 ? <ReportHistory rows={history} /> : null}
      {maySeeImports(viewer) ? (
        <p className="no-print my-4">
          <Link href={paths.imports()}>{imports('link')}</Link>
        </p>
      ) : null}
    </>
  );
}

async function NoPeriods({ mayCreate }: { mayCreate: boolean }) {
  const t = await getTranslations('reports');
  return (
    <>
      <PageHead title={t('title')} />
      <Notice title={t('noPeriods.title')}>
        <p>{t('noPeriods.text')}</p>
        {mayCreate ? (
          <p className="mt-2">
            <Link href={paths.admin.periods()}>{t('noPeriods.create')}</Link>
          </p>
        ) : null}
      </Notice>
    </>
  );
}

/** The newest period that takes figures now, or simply the newest. */
function presentPeriod<P extends Deadlines>(periods: P[], now: Date): P | undefined {
  return periods.find((period) => ['open', 'late'].includes(phaseOf(period, now))) ?? periods[0];
}
