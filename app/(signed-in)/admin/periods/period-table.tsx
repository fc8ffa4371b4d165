import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { ListTable } from '@/components/ui/list-table';
import { currentTime } from '@/lib/current-time';
import type { listPeriods } from '@/lib/data/tree/periods';
import { labelOf } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';
import { PeriodPhase } from './period-phase';

/** All periods with their dates and where each stands now. */
export function PeriodTable({ periods }: { periods: Awaited<ReturnType<typeof listPeriods>> }) {
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
