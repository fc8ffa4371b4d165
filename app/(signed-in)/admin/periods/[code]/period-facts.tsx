import { useFormatter, useTranslations } from 'next-intl';
import Link from 'next/link';
import { Facts } from '@/components/admin/facts';
import { currentTime } from '@/lib/current-time';
import type { findPeriod } from '@/lib/data/tree/periods';
import { paths } from '@/lib/paths';
import { PeriodPhase } from '../period-phase';

type Props = { period: NonNullable<Awaited<ReturnType<typeof findPeriod>>>; reports: number };

/** The dates of a period, how many sign in it, and how many reports are expected. */
export function PeriodFacts({ period, reports }: Props) {
  const [t, format] = [useTranslations('admin.periods'), useFormatter()];
  const dates = ['opensAt', 'dueAt', 'lateUntil', 'closesAt'] as const;
  return (
    <Facts
      facts={[
        { name: t('kind'), value: t(`kinds.${period.kind}`) },
        { name: t('phaseHead'), value: <PeriodPhase dates={period} now={currentTime()} /> },
        ...dates.map((name) => ({ name: t(name), value: format.dateTime(period[name], 'day') })),
        {
          name: t('signatures'),
          value: t(period.signatures > 1 ? 'signaturesTwo' : 'signaturesOne'),
        },
        {
          name: t('reports'),
          value: (
            <Link href={paths.reports(period.code)}>{t('reportCount', { count: reports })}</Link>
          ),
        },
      ]}
    />
  );
}
