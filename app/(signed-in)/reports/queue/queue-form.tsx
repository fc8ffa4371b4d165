import { useFormatter, useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { FieldsForm } from '@/components/fields/fields-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { Sheet } from '@/components/ui/sheet';
import type { QueuedReport } from '@/lib/data/review/queue';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { approveChosen } from './actions';

/** The reports that wait, each with what is known of it and the way to read it. */
export function QueueForm({ rows }: { rows: readonly QueuedReport[] }) {
  const [t, locale] = [useTranslations('review.queue'), useLocale()];
  const factsOf = useQueuedFacts();
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
                hint: (
                  <>
                    {factsOf(row)} <Link href={paths.review(row.id)}>{t('read')}</Link>
                  </>
                ),
              })),
            },
          ]}
        />
      </ClientMessages>
    </Sheet>
  );
}

/** Which submission it is, how long it has waited, how many checks are explained, and whether it came late. */
function useQueuedFacts(): (row: QueuedReport) => string {
  const [t, format] = [useTranslations('review.queue'), useFormatter()];
  return ({ submission, signedAt, explained, isLate }) =>
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
}

const daysSince = (moment: Date): number =>
  Math.floor((Date.now() - moment.getTime()) / 86_400_000);
