import { useLocale, useTranslations } from 'next-intl';
import { labelOfCode } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';

type Named = { code: string; name: string; nameEn: string };

/** What today's tree would need a part of, and why it is left out. */
export function UndividedNote({
  undivided,
}: {
  undivided: readonly { period: string; unit: Named; inside: readonly Named[] }[];
}) {
  const [t, locale] = [useTranslations('rollup'), useLocale()];
  return undivided.map(({ period, unit, inside }) => {
    const names = inside.map((one) => nameOf(one, locale)).join(locale === 'en' ? ', ' : '、');
    return (
      <p key={`${period} ${unit.code}`}>
        {t('undivided', {
          period: labelOfCode(period, locale),
          unit: nameOf(unit, locale),
          inside: names,
        })}
      </p>
    );
  });
}
