import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { PeriodLink } from '../period-link';
import type { SummaryScope } from '../summary-scope';

/** Every unit the viewer may see with its newest summary one step away; the others stand on the unit's own list. */
export async function UnitChoice({ scopes }: { scopes: SummaryScope[] }) {
  const [t, common, locale] = await Promise.all([
    getTranslations('summary'),
    getTranslations('common'),
    getLocale(),
  ]);
  return (
    <Table stack stickyHead caption={t('choose.units')}>
      <thead>
        <tr>
          <th scope="col">{t('choose.unit')}</th>
          <th scope="col">{t('choose.latest')}</th>
          <th scope="col">{t('choose.others')}</th>
        </tr>
      </thead>
      <tbody>
        {scopes.map(({ unit, periods }) => {
          const newest = periods.find(({ kind }) => kind !== 'term') ?? periods[0];
          return (
            <tr key={unit.code}>
              <th scope="row">
                {nameOf(unit, locale)}{' '}
                <span className="text-table text-ink-2">{common(`levels.${unit.level}`)}</span>
              </th>
              <td data-label={t('choose.latest')}>
                {newest ? <PeriodLink unit={unit.code} period={newest} /> : null}
              </td>
              <td data-label={t('choose.others')}>
                <Link href={paths.summaries(unit.code)} prefetch={false}>
                  {t('choose.allOf', { unit: nameOf(unit, locale) })}
                </Link>
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
