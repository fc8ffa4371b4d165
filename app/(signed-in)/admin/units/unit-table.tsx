import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { depthIn } from '@/components/admin/indent';
import { ListTable } from '@/components/ui/list-table';
import type { listUnits } from '@/lib/data/tree/units';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

/** The tree of units, one a line. */
export function UnitTable({ units }: { units: Awaited<ReturnType<typeof listUnits>> }) {
  const [t, common] = [useTranslations('admin.units'), useTranslations('common')];
  const [locale, format] = [useLocale(), useFormatter()];
  const day = (date: Date) => format.dateTime(date, 'day');
  return (
    <ListTable
      rows={units}
      keyOf={(unit) => unit.code}
      columns={[
        {
          head: t('name'),
          cell: (unit) => (
            <span className="block" style={{ paddingLeft: `${depthIn(units, unit) * 1.25}rem` }}>
              <Link href={paths.admin.unit(unit.code)}>{nameOf(unit, locale)}</Link>
            </span>
          ),
        },
        { head: t('code'), cell: (unit) => unit.code },
        { head: t('level'), cell: (unit) => common(`levels.${unit.level}`) },
        { head: t('people'), cell: (unit) => unit.people, isNumber: true },
        { head: t('validFrom'), cell: (unit) => day(unit.validFrom) },
        {
          head: t('validTo'),
          cell: (unit) => (unit.validTo ? t('closedOn', { date: day(unit.validTo) }) : t('open')),
        },
      ]}
    />
  );
}
