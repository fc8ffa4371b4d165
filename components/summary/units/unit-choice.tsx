import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { PeriodLink } from '../period-link';
import type { SummaryScope } from '../summary-scope';
import { Sheet } from '@/components/ui/sheet';
import { labelOfCode } from '@/lib/domain/tree/period';

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

type Props = {
  scopes: {
    unit: { code: string; name: string; nameEn: string };
    periods: { code: string; reported: number }[];
  }[];
};

/** Of which units those below can be set side by side, and for which periods. */
export async function UnitsChoice({ scopes }: Props) {
  const [t, locale] = await Promise.all([getTranslations('units'), getLocale()]);
  if (scopes.length === 0) return null;
  return (
    <Sheet className="mt-6" aria-labelledby="units-below">
      <h2 id="units-below">{t('listTitle')}</h2>
      <p className="mt-1 text-ink-2">{t('intro')}</p>
      <ul className="mt-2 list-none">
        {scopes.map(({ unit, periods }) => (
          <li key={unit.code} className="py-1">
            {t('of', { unit: nameOf(unit, locale) })}
            <ul className="list-none">
              {periods.map(({ code, reported }) => (
                <li key={code} className="mr-6 inline-flex min-h-8 items-center">
                  <Link href={paths.units(unit.code, code)} prefetch={false}>
                    {t('open', { period: labelOfCode(code, locale), count: reported })}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
