import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { Sheet } from '@/components/ui/sheet';
import { labelOfCode } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

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
