import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { SummaryTrail } from '@/components/summary/summary-trail';
import { LinkButton } from '@/components/ui/link-button';
import { PageHead } from '@/components/ui/page-head';
import { requireViewer } from '@/lib/auth/viewer';
import { listEditions } from '@/lib/data/desk/editions';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import { decodeScope, paths } from '@/lib/paths';

type Props = { params: Promise<{ unit: string; period: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.editions'))('title') };
}

/** The editions of a unit's summary, newest first. */
export default async function EditionsPage({ params }: Props) {
  const [asked, viewer, t, format] = await Promise.all([
    params,
    requireViewer(),
    getTranslations('desk.editions'),
    getFormatter(),
  ]);
  const { unit, period } = decodeScope(asked);
  const editions = await listEditions(viewer, { unit, period });
  if (!editions || !parsePeriodCode(period)) notFound();
  return (
    <>
      <SummaryTrail unit={unit} period={period} here={t('title')} />
      <PageHead
        title={t('title')}
        actions={<LinkButton href={paths.redline(unit, period)}>{t('compare')}</LinkButton>}
      />
      {editions.length === 0 ? <p>{t('none')}</p> : null}
      <ul className="max-w-[44rem] list-none border-t border-line bg-paper">
        {editions.map(({ number, issuedBy, issuedAt }) => (
          <li key={number} className="flex flex-wrap gap-x-4 border-b border-line px-4 py-2">
            <Link href={paths.edition(unit, period, number)}>{t('open', { number })}</Link>
            <span className="text-ink-2">
              {t('row', { by: issuedBy, at: format.dateTime(issuedAt, 'minute') })}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
