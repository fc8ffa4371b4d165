import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { listPeriods } from '@/lib/data/tree/periods';
import { mayManagePeriods, requireAdministrator } from '../administrator';
import { AddPeriod } from './add-period';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { ListTable } from '@/components/ui/list-table';
import { currentTime } from '@/lib/current-time';
import { labelOf } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';
import { PeriodPhase } from './period-phase';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('periods.title') };
}

/** All periods with their dates; the topmost unit's administrator adds one. */
export default async function PeriodsPage() {
  const [viewer, t] = await Promise.all([requireAdministrator(), getTranslations('admin.periods')]);
  const periods = await listPeriods(viewer);
  const mayManage = mayManagePeriods(viewer);
  return (
    <>
      <PageHead
        title={t('title')}
        meta={mayManage ? t('intro') : t('others')}
        actions={mayManage ? <LinkButton href="#add">{t('add.title')}</LinkButton> : null}
      />
      <Sheet>
        {periods.length === 0 ? (
          <p>{mayManage ? t('none') : t('noneOthers')}</p>
        ) : (
          <PeriodTable periods={periods} />
        )}
      </Sheet>
      {mayManage ? (
        <AddPeriod level={viewer.unit.level} />
      ) : (
        <Notice title={t('othersTitle')}>
          <p>{t('othersText')}</p>
        </Notice>
      )}
    </>
  );
}

/** All periods with their dates and where each stands now. */
function PeriodTable({ periods }: { periods: Awaited<ReturnType<typeof listPeriods>> }) {
  const [t, locale, format] = [useTranslations('admin.periods'), useLocale(), useFormatter()];
  const now = currentTime();
  const day = (date: Date) => format.dateTime(date, 'day');
  return (
    <ListTable
      rows={periods}
      keyOf={(period) => period.code}
      columns={[
        {
          head: t('label'),
          cell: (period) => (
            <Link href={paths.admin.period(period.code)}>{labelOf(period, locale)}</Link>
          ),
        },
        { head: t('kind'), cell: (period) => t(`kinds.${period.kind}`) },
        ...(['opensAt', 'dueAt', 'lateUntil', 'closesAt'] as const).map((date) => ({
          head: t(date),
          cell: (period: (typeof periods)[number]) => day(period[date]),
        })),
        { head: t('phaseHead'), cell: (period) => <PeriodPhase dates={period} now={now} /> },
      ]}
    />
  );
}
