import { useLocale, useTranslations } from 'next-intl';
import { FieldsForm } from '@/components/fields/fields-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { QueuedFacts } from '@/components/review/queued-report';
import { Sheet } from '@/components/ui/sheet';
import type { QueuedReport } from '@/lib/data/review/queue';
import { nameOf } from '@/lib/i18n/name-of';
import { approveChosen } from './actions';

/** The reports that wait, each with what is known of it and the way to read it. */
export function QueueForm({ rows, now }: { rows: readonly QueuedReport[]; now: Date }) {
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
