import { useFormatter, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { WordForm, type WordAction } from './word-form';

type Props = {
  action: WordAction;
  hidden: { reportId: string; submission: string };
  examined: { by: string; at: Date; isOwn: boolean };
  mayTakeBack: boolean;
};

/** Who passed the preliminary review (初审通过), and when; whoever did takes it back. */
export function ExaminedNote({ action, hidden, examined, mayTakeBack }: Props) {
  const [t, format] = [useTranslations('review.examined'), useFormatter()];
  const { by, at, isOwn } = examined;
  return (
    <Notice kind="good" title={t('title', { by, at: format.dateTime(at, 'minute') })}>
      {mayTakeBack && isOwn ? (
        <WordForm
          id="unexamine"
          action={action}
          hidden={hidden}
          buttons={[{ intent: 'unexamine', text: t('takeBack') }]}
        />
      ) : null}
    </Notice>
  );
}
