import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Basis } from '@/lib/data/desk/versions';
import { usualStyle } from '@/lib/domain/comparison/source';
import { labelOf, parsePeriodCode } from '@/lib/domain/tree/period';

/** Puts into words how a manuscript is written: its further year and its style. */
export async function basisWords(): Promise<(basis: Basis) => string> {
  const [t, summary, locale] = await Promise.all([
    getTranslations('desk.renewal'),
    getTranslations('summary'),
    getLocale(),
  ]);
  return ({ base, style = usualStyle }: Basis): string => {
    const baseYear = base ? parsePeriodCode(base) : null;
    const said = (['length', 'headings', 'falls', 'numbers'] as const).map(
      (name) => `${summary(`style.${name}`)} ${summary(`style.choices.${style[name]}`)}`,
    );
    return [
      baseYear ? t('base', { year: labelOf(baseYear, locale) }) : summary('beside.noBase'),
      ...said,
    ].join(' · ');
  };
}
