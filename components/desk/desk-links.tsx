import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/link-button';
import { paths, type SummaryQuery } from '@/lib/paths';

type Props = {
  unit: string;
  period: string;
  query: SummaryQuery;
  mayWrite: boolean;
  editions: number;
};

/** From a summary to the text that people write from it, and to what was issued. */
export async function DeskLinks({ unit, period, query, mayWrite, editions }: Props) {
  const t = await getTranslations('desk');
  if (!mayWrite && editions === 0) return null;
  return (
    <p className="mt-4 flex flex-wrap items-center gap-4">
      {mayWrite ? (
        <>
          <LinkButton href={paths.desk(unit, period, query)}>{t('start.link')}</LinkButton>
          <Link href={paths.plan(unit, period)}>{t('planLink')}</Link>
        </>
      ) : null}
      {editions > 0 ? (
        <Link href={paths.editions(unit, period)}>{t('editions.link', { count: editions })}</Link>
      ) : null}
    </p>
  );
}
