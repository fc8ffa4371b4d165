import { useFormatter, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { WordForm, type WordAction } from './word-form';

type Props = {
  action: WordAction;
  hidden: { reportId: string; submission: string };
  accepted: { by: string; at: Date; isOwn: boolean } | null;
};

/** Who is reading this submission, and how that begins, ends and changes hands. */
export function ReadingNote({ action, hidden, accepted }: Props) {
  const t = useTranslations('review.read');
  const format = useFormatter();
  if (!accepted) {
    return (
      <div className="no-print my-3 flex flex-wrap items-center gap-x-4 gap-y-1">
        <WordForm
          id="accept"
          action={action}
          hidden={hidden}
          buttons={[{ intent: 'accept', text: t('accept') }]}
        />
        <p className="max-w-2xl text-table text-ink-2">{t('acceptText')}</p>
      </div>
    );
  }
  const at = format.dateTime(accepted.at, 'minute');
  return (
    <Notice
      kind="plain"
      title={accepted.isOwn ? t('own', { at }) : t('other', { by: accepted.by, at })}
    >
      <WordForm
        id="release"
        action={action}
        hidden={hidden}
        buttons={[
          accepted.isOwn
            ? { intent: 'release', text: t('release') }
            : { intent: 'takeOver', text: t('takeOver') },
        ]}
      />
    </Notice>
  );
}
