import { useFormatter, useTranslations } from 'next-intl';
import { FieldsForm } from '@/components/fields/fields-form';
import { ListTable } from '@/components/ui/list-table';
import { Tag } from '@/components/ui/tag';
import type { OwnSession } from '@/lib/data/people/own-account';
import { endSession } from './actions';

/** The browsers in which the viewer is signed in, each with the way to end it. */
export function SessionList({ sessions }: { sessions: OwnSession[] }) {
  const [t, format] = [useTranslations('account.sessions'), useFormatter()];
  return (
    <ListTable
      aria-label={t('title')}
      rows={sessions}
      keyOf={({ id }) => id}
      columns={[
        { head: t('since'), cell: ({ createdAt }) => format.dateTime(createdAt, 'minute') },
        { head: t('seen'), cell: ({ lastSeenAt }) => format.dateTime(lastSeenAt, 'minute') },
        { head: t('address'), cell: ({ address }) => address || t('noAddress') },
        {
          head: t('end'),
          cell: ({ id, isThis }) =>
            isThis ? (
              <Tag kind="good">{t('this')}</Tag>
            ) : (
              <FieldsForm
                id={`end-${id}`}
                action={endSession}
                fields={[{ kind: 'hidden', name: 'session', value: id }]}
                submit={t('endOne')}
                saved={t('ended')}
              />
            ),
        },
      ]}
    />
  );
}
