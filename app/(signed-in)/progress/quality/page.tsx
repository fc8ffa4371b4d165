import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { QualityFilter } from '@/components/progress/quality-filter';
import { QualityTable } from '@/components/progress/quality-table';
import { PageHead } from '@/components/ui/page-head';
import { PageNumbers } from '@/components/ui/page-numbers';
import { pageOf } from '@/components/ui/paging';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { currentTime } from '@/lib/current-time';
import { findPeriod } from '@/lib/data/tree/periods';
import { listReportQuality } from '@/lib/data/report/quality';
import { labelOf } from '@/lib/domain/tree/period';
import { fullScore, perError, perLateDay } from '@/lib/domain/report/score';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = { searchParams: Promise<{ period?: string; show?: string; page?: string }> };

const filters = ['all', 'since', 'late', 'wrong'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('quality'))('title') };
}

/** How the reports of a period came about: filled, handed in, approved and changed when and how often; and their
 *  score. */
export default async function QualityPage({ searchParams }: Props) {
  const [viewer, asked, t, progress, locale] = await Promise.all([
    requireViewer(),
    searchParams,
    getTranslations('quality'),
    getTranslations('progress'),
    getLocale(),
  ]);
  const period = await findPeriod(viewer, asked.period ?? '');
  if (!period) notFound();
  const all = await listReportQuality(
    viewer,
    { lineage: viewer.unit.lineage, period: period.code },
    currentTime(),
  );
  const kept = {
    all: () => true,
    since: ({ changedSince }: (typeof all)[number]) => changedSince > 0,
    late: ({ lateDays }: (typeof all)[number]) => lateDays > 0,
    wrong: ({ errors }: (typeof all)[number]) => errors > 0,
  };
  const filter = filters.find((one) => one === asked.show) ?? 'all';
  const { shown, page, pages } = pageOf(all.filter(kept[filter]), asked.page);
  return (
    <>
      <Breadcrumbs
        trail={[{ href: paths.progress({ period: period.code }), text: progress('title') }]}
        here={t('title')}
      />
      <PageHead
        title={t('pageTitle', {
          unit: nameOf(viewer.unit, locale),
          period: labelOf(period, locale),
        })}
        meta={t('rule', { full: fullScore, day: perLateDay, error: perError })}
      />
      <Sheet>
        <QualityFilter
          period={period.code}
          chosen={filter}
          options={filters.map((one) => ({ filter: one, count: all.filter(kept[one]).length }))}
        />
        {shown.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <QualityTable
            rows={shown.map((row) => ({ ...row, isReadable: row.allowed.includes('report.read') }))}
          />
        )}
        <PageNumbers
          page={page}
          pages={pages}
          hrefOf={(one) => paths.reportQuality({ period: period.code, show: filter, page: one })}
        />
      </Sheet>
    </>
  );
}
