import { getTranslations } from 'next-intl/server';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';

/** The way to the unit and those below it narrated as one; a term is narrated of each by itself. */
export async function WholeLink({ unit, period }: { unit: string; period: string }) {
  const t = await getTranslations('units');
  if (parsePeriodCode(period)?.kind === 'term') return null;
  return <a href={paths.whole(unit, period)}>{t('whole')}</a>;
}
