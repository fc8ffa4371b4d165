import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { listUnits } from '@/lib/data/tree/units';
import { levelsBelow } from '@/lib/domain/tree/unit';
import { requireAdministrator } from '../administrator';
import { AddUnit } from './add-unit';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { depthIn } from '@/components/admin/indent';
import { ListTable } from '@/components/ui/list-table';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('units.title') };
}

/** The tree of units, and a form that adds one. */
export default async function UnitsPage() {
  const [viewer, t] = await Promise.all([requireAdministrator(), getTranslations('admin.units')]);
  const units = await listUnits(viewer);
  const levels = levelsBelow(viewer.unit.level);
  return (
    <>
      <PageHead
        title={t('title')}
        meta={t('intro')}
        actions={levels.length > 0 ? <LinkButton href="#add">{t('add.title')}</LinkButton> : null}
      />
      <Sheet>
        <UnitTable units={units} />
      </Sheet>
      {levels.length === 0 ? (
        <Sheet className="no-print my-4">
          <h2>{t('add.title')}</h2>
          <Notice>{t('add.none')}</Notice>
        </Sheet>
      ) : (
        <AddUnit units={units} own={viewer.unit} />
      )}
    </>
  );
}

/** The tree of units, one a line. */
function UnitTable({ units }: { units: Awaited<ReturnType<typeof listUnits>> }) {
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
