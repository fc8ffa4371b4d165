import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { labelOfCode } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';
import type { SummaryScope } from './summary-scope';

type Props = { unit: string; period: SummaryScope['periods'][number] };

/** The way to one summary, and how far its newest report has got. */
export async function PeriodLink({ unit, period }: Props) {
  const [t, locale] = await Promise.all([getTranslations('summary'), getLocale()]);
  const notes = [t(`standing.${period.standing}`), period.madeUp ? t('trace.madeUp') : null];
  return (
    <span className="inline-flex min-h-8 flex-wrap items-center gap-x-2">
      <Link href={paths.summary(unit, period.code)} prefetch={false}>
        {labelOfCode(period.code, locale)}
      </Link>
      <span className="text-table text-ink-2">{notes.filter(Boolean).join(' · ')}</span>
    </span>
  );
}
