import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageHead } from '@/components/ui/page-head';
import { requireViewer } from '@/lib/auth/viewer';
import { findPeriod } from '@/lib/data/tree/periods';
import { listReviewQueue } from '@/lib/data/review/queue';
import { labelOf } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';
import { QueueForm } from './queue-form';

type Props = { searchParams: Promise<{ period?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('queue.title') };
}

/** What waits for the reviewer's decision, most needed first; several can be approved at once. */
export default async function ReviewQueuePage({ searchParams }: Props) {
  const [viewer, { period: code = '' }, t, locale] = await Promise.all([
    requireViewer(),
    searchParams,
    getTranslations('review.queue'),
    getLocale(),
  ]);
  const period = await findPeriod(viewer, code);
  if (!period) notFound();
  const rows = await listReviewQueue(viewer, period.code);
  return (
    <>
      <Breadcrumbs
        trail={[{ href: paths.reports(period.code), text: labelOf(period, locale) }]}
        here={t('title')}
      />
      <PageHead
        title={t('title')}
        meta={rows.length === 0 ? t('none') : t('intro', { count: rows.length })}
      />
      {rows.length > 0 ? <QueueForm rows={rows} /> : null}
    </>
  );
}
