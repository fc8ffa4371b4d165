import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { FieldsForm } from '@/components/fields/fields-form';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findPeriod } from '@/lib/data/tree/periods';
import { listReviewQueue, type QueuedReport } from '@/lib/data/review/queue';
import { labelOf } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { approveChosen } from './actions';

type Props = { searchParams: Promise<{ period?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('queue.title') };
}

/** What waits for the reviewer's decision, most needed first; several can be approved at once. */
export default async function ReviewQueuePage({ searchParams }: Props) {
  const [viewer, { period: code = '' }, t, format, locale] = await Promise.all([
    requireViewer(),
    searchParams,
    getTranslations('review.queue'),
    getFormatter(),
    getLocale(),
  ]);
  const period = await findPeriod(viewer, code);
  if (!period) notFound();
  const rows = await listReviewQueue(viewer, period.code);
  const facts = ({ submission, signedAt, explained, isLate }: QueuedReport) =>
    [
      t('submission', { number: submission }),
      signedAt
        ? t('signed', { at: format.dateTime(signedAt, 'day'), days: daysSince(signedAt) })
        : '',
      explained > 0 ? t('explained', { count: explained }) : t('noneExplained'),
      isLate ? t('late') : '',
    ]
      .filter(Boolean)
      .join(t('separator'));
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
      {rows.length > 0 ? (
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
                    hint: (
                      <>
                        {facts(row)} <Link href={paths.review(row.id)}>{t('read')}</Link>
                      </>
                    ),
                  })),
                },
              ]}
            />
          </ClientMessages>
        </Sheet>
      ) : null}
    </>
  );
}

const daysSince = (moment: Date): number =>
  Math.floor((Date.now() - moment.getTime()) / 86_400_000);
