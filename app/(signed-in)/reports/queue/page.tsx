import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { PageHead } from '@/components/ui/page-head';
import { OnlyRead, QueuedFacts } from '@/components/review/queued-report';
import { currentTime } from '@/lib/current-time';
import { requireViewer } from '@/lib/auth/viewer';
import { findPeriod } from '@/lib/data/tree/periods';
import { listReviewQueue, type QueuedReport } from '@/lib/data/review/queue';
import { labelOf } from '@/lib/domain/tree/period';
import { paths } from '@/lib/paths';
import { useLocale, useTranslations } from 'next-intl';
import { FieldsForm } from '@/components/fields/fields-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { Sheet } from '@/components/ui/sheet';
import { nameOf } from '@/lib/i18n/name-of';
import { approveChosen } from './actions';

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
  const now = currentTime();
  // What this viewer cannot approve, or somebody else is reading, is not offered for it.
  const approvable = rows.filter(
    ({ allowed, acceptedBy, isReadByViewer }) =>
      allowed.includes('report.approve') && (acceptedBy === null || isReadByViewer),
  );
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
      {approvable.length > 0 ? <QueueForm rows={approvable} now={now} /> : null}
      <OnlyRead rows={rows.filter((row) => !approvable.includes(row))} now={now} />
    </>
  );
}

/** The reports that wait, each with what is known of it and the way to read it. */
function QueueForm({ rows, now }: { rows: readonly QueuedReport[]; now: Date }) {
  const [t, locale] = [useTranslations('review.queue'), useLocale()];
  return (
    <Sheet>
      <ClientMessages areas={['fields', 'issues']}>
        <FieldsForm
          id="queue"
          action={approveChosen}
          isPrimary
          submit={t('approve')}
          saved={t('saved')}
          fields={[
            {
              kind: 'checkboxes',
              name: 'report[]',
              label: t('choose'),
              hint: t('order'),
              values: [],
              options: rows.map((row) => ({
                value: `${row.id} ${row.submission}`,
                label: nameOf(row.unit, locale),
                hint: <QueuedFacts row={row} now={now} />,
              })),
            },
          ]}
        />
      </ClientMessages>
    </Sheet>
  );
}
