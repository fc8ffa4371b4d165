import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { AddSheet } from '@/components/admin/add-sheet';
import { depthIn, indented } from '@/components/admin/indent';
import { LinkButton } from '@/components/ui/link-button';
import { ListTable } from '@/components/ui/list-table';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { currentTime } from '@/lib/current-time';
import { listUnits } from '@/lib/data/tree/units';
import { officeDay } from '@/lib/domain/tree/office-day';
import { levelsBelow } from '@/lib/domain/tree/unit';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { requireAdministrator } from '../administrator';
import { addUnit } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('units.title') };
}

/** The tree of units, and a form that adds one. */
export default async function UnitsPage() {
  const [viewer, t, common, locale, format] = await Promise.all([
    requireAdministrator(),
    getTranslations('admin.units'),
    getTranslations('common'),
    getLocale(),
    getFormatter(),
  ]);
  const units = await listUnits(viewer);
  const levels = levelsBelow(viewer.unit.level);
  const parents = units.filter(({ level, validTo }) => levelsBelow(level).length > 0 && !validTo);
  const day = (date: Date) => format.dateTime(date, 'day');
  return (
    <>
      <PageHead
        title={t('title')}
        meta={t('intro')}
        actions={levels.length > 0 ? <LinkButton href="#add">{t('add.title')}</LinkButton> : null}
      />
      <Sheet>
        <ListTable
          rows={units}
          keyOf={(unit) => unit.code}
          columns={[
            {
              head: t('name'),
              cell: (unit) => (
                <span
                  className="block"
                  style={{ paddingLeft: `${depthIn(units, unit) * 1.25}rem` }}
                >
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
              cell: (unit) =>
                unit.validTo ? t('closedOn', { date: day(unit.validTo) }) : t('open'),
            },
          ]}
        />
      </Sheet>
      {levels.length === 0 ? (
        <Sheet className="no-print my-4">
          <h2>{t('add.title')}</h2>
          <Notice>{t('add.none')}</Notice>
        </Sheet>
      ) : (
        <AddSheet
          title={t('add.title')}
          action={addUnit}
          submit={t('add.submit')}
          saved={t('add.saved')}
          fields={[
            {
              kind: 'select',
              name: 'parentCode',
              label: t('parent'),
              value: viewer.unit.code,
              options: parents.map((unit) => ({
                value: unit.code,
                label: indented(nameOf(unit, locale), depthIn(units, unit)),
              })),
            },
            {
              kind: 'text',
              name: 'code',
              label: t('code'),
              hint: t('codeHint'),
              isShort: true,
              isCode: true,
            },
            { kind: 'text', name: 'name', label: t('nameZh'), hint: t('nameZhHint') },
            { kind: 'text', name: 'nameEn', label: t('nameEn'), hint: t('nameEnHint') },
            {
              kind: 'select',
              name: 'level',
              label: t('level'),
              options: levels.map((level) => ({ value: level, label: common(`levels.${level}`) })),
            },
            {
              kind: 'date',
              name: 'validFrom',
              label: t('validFrom'),
              hint: t('validFromHint'),
              value: officeDay(currentTime()),
            },
          ]}
        />
      )}
    </>
  );
}
