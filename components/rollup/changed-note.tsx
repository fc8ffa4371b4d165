import { useLocale, useTranslations } from 'next-intl';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { printFigure } from '@/lib/domain/figure/print';
import { labelOfCode } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';

type Named = { code: string; name: string; nameEn: string };
export type Changed = {
  how: 'left' | 'gone' | 'joined';
  period: string;
  unit: Named;
  members: Figure | null;
  into: Named | null;
  on: string | null;
  isStale: boolean;
};

/** Whatever leaves or joins a total, by name and with how much it is. */
export function ChangedNote({
  changed,
  members,
}: {
  changed: readonly Changed[];
  members: Indicator | undefined;
}) {
  const [t, locale] = [useTranslations('rollup.changed'), useLocale()];
  return changed.map(({ how, period, unit, into, on, members: figure, isStale }) => {
    const words = {
      unit: nameOf(unit, locale),
      period: labelOfCode(period, locale),
      into: into ? nameOf(into, locale) : '',
      on: on ?? '',
      figure:
        figure && members
          ? t('figure', { name: nameOf(members, locale), value: printFigure(figure, members) })
          : '',
    };
    const key = how === 'left' && !into ? 'closed' : how;
    return (
      <p key={`${how} ${period} ${unit.code}`}>
        {t(key, words)}
        {isStale ? ` ${t('stale', words)}` : ''}
      </p>
    );
  });
}
