import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { ListTable } from '@/components/ui/list-table';
import type { listLockedReports } from '@/lib/data/report/report-locks';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

export type Locked = Awaited<ReturnType<typeof listLockedReports>>;

/** Every lock that stands: on which report, why, and by whose order. */
export function LockedReports({ locked }: { locked: Locked }) {
  const [t, progress] = [useTranslations('locks'), useTranslations('progress')];
  const [locale, format] = [useLocale(), useFormatter()];
  return (
    <ListTable
      rows={locked.flatMap(({ locks, ...report }) => locks.map((lock) => ({ ...report, lock })))}
      keyOf={({ reportId, lock }) => `${reportId} ${lock.unit.code}`}
      columns={[
        {
          head: progress('columns.unit'),
          cell: ({ reportId, unit }) => (
            <Link href={paths.history(reportId)}>{nameOf(unit, locale)}</Link>
          ),
        },
        { head: t('reason'), cell: ({ lock }) => lock.reason },
        {
          head: t('by'),
          cell: ({ lock: { unit, by, at, whose } }) =>
            [
              by,
              format.dateTime(at, 'minute'),
              whose !== 'own' && t(`whose.${whose}`, { unit: nameOf(unit, locale) }),
            ]
              .filter(Boolean)
              .join(' '),
        },
      ]}
    />
  );
}
