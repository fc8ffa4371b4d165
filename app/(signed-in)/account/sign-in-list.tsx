import { useFormatter, useTranslations } from 'next-intl';
import { ListTable } from '@/components/ui/list-table';
import { Tag } from '@/components/ui/tag';
import type { OwnSignIn } from '@/lib/data/people/own-account';

const words = {
  'session.signedIn': 'signedIn',
  'session.failed': 'failed',
  'session.lockedOut': 'lockedOut',
} as const;

/** When the account was opened, and when somebody tried to. */
export function SignInList({ signIns }: { signIns: OwnSignIn[] }) {
  const [t, format] = [useTranslations('account.signIns'), useFormatter()];
  return (
    <ListTable
      aria-label={t('title')}
      rows={signIns}
      keyOf={({ id }) => id}
      columns={[
        { head: t('at'), cell: ({ at }) => format.dateTime(at, 'minute') },
        {
          head: t('what'),
          cell: ({ kind }) =>
            kind === 'session.signedIn' ? t('signedIn') : <Tag kind="wrong">{t(words[kind])}</Tag>,
        },
      ]}
    />
  );
}
