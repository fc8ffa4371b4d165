import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { ListTable } from '@/components/ui/list-table';
import type { listLockedReports } from '@/lib/data/report/report-locks';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

export type Locked = Awaited<ReturnType<typeof listLockedReports>>;

/** Reports that stand still, why, and by whose order. */
export function LockedReports({ locked }: { locked: Locked }) {
  const [t, progress] = [useTranslations('locks'), useTranslations('progress')];
  const [locale, format] = [useLocale(), useFormatter()];
  return (
    <ListTable
      rows={locked}
      keyOf={({ reportId }) => reportId}
      columns={[
        {
          head: progress('columns.unit'),
          cell: ({ reportId, unit }) => (
            <Link href={paths.history(reportId)}>{nameOf(unit, locale)}</Link>
          ),
        },
        { head: t('reason'), cell: ({ reason }) => reason },
        {
          head: t('by'),
          cell: ({ by, at, above }) =>
            [
              by,
              format.dateTime(at, 'minute'),
              above && t('above', { unit: nameOf(above, locale) }),
            ]
              .filter(Boolean)
              .join(' '),
        },
      ]}
    />
  );
}
