import { useFormatter, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Notice } from '@/components/ui/notice';
import { threadStanding } from '@/lib/domain/report/mark-thread';
import type { Action } from '@/lib/domain/access/policy';
import type { CellLock } from '@/lib/domain/report/reopened';
import { MarkThread, ThreadTag } from '../mark-thread';
import type { ReviewRow } from '../review-rows';
import { WordForm, type WordAction } from '../word-form';

export type Reopening = {
  indicator: string;
  reason: string;
  by: string;
  at: Date;
  isGranted: boolean | null;
  answer: string | null;
  decidedBy: string | null;
};
type Props = {
  action: WordAction;
  hidden: { reportId: string; submission: string; indicator: string };
  row: ReviewRow;
  lock: CellLock | null;
  request: Reopening | null;
  allowed: readonly Action[];
  /** Whether this viewer decides now, so that what is marked goes out with the decision. */
  canMark: boolean;
};

/** What is said about a figure and asked for, and the forms of whoever may go on. */
export function FigureTalk(props: Props) {
  const { row, request, allowed, canMark } = props;
  const { thread, drafted, given } = row;
  const t = useTranslations('figure');
  return (
    <section aria-labelledby="thread" className="mt-4 border-t border-line pt-3">
      <h2 id="thread" className="flex flex-wrap items-center gap-x-3">
        {t('thread.title')}{' '}
        {thread ? <ThreadTag thread={thread} mayAnswer={allowed.includes('mark.answer')} /> : null}
      </h2>
      {thread ? <MarkThread thread={thread} /> : null}
      {!thread && !drafted && given === null ? (
        <p className="text-ink-2">{t('thread.none')}</p>
      ) : null}
      {canMark && drafted ? (
        <p className="mt-2 text-attention">● {t('form.markedBy', { by: drafted.by })}</p>
      ) : null}
      {useMarkForms(props).map((form) => (
        <TalkForm key={form.id} {...props} form={form} />
      ))}
      {request ? <ReopeningNotice request={request} /> : null}
      {useReopeningForms(props).map((form) => (
        <TalkForm key={form.id} {...props} form={form} />
      ))}
    </section>
  );
}

type Form = Pick<ComponentProps<typeof WordForm>, 'id' | 'field' | 'buttons'>;

/** A form of one figure: at the next figure it begins anew. */
const TalkForm = ({ action, hidden, form }: Pick<Props, 'action' | 'hidden'> & { form: Form }) => (
  <WordForm key={hidden.indicator} action={action} hidden={hidden} {...form} />
);

/** To mark the figure, to answer a mark, and to reply to the answer or settle it. */
function useMarkForms({ row: { thread, drafted }, allowed, canMark }: Props): Form[] {
  const t = useTranslations('figure.form');
  const isOpen = thread !== null && threadStanding(thread.words) !== 'settled';
  const forms: Form[] = [];
  if (canMark)
    forms.push({
      id: 'words-mark',
      field: { label: t('mark'), hint: t('markHint'), value: drafted?.note },
      buttons: [
        { intent: 'mark', text: t('markSubmit'), isPrimary: true },
        ...(drafted ? [{ intent: 'unmark', text: t('unmark') }] : []),
      ],
    });
  if (isOpen && allowed.includes('mark.answer'))
    forms.push({
      id: 'words-answer',
      field: { label: t('answer'), hint: t('answerHint') },
      buttons: [{ intent: 'answer', text: t('answerSubmit'), isPrimary: true }],
    });
  if (thread && allowed.includes('mark.reply'))
    forms.push({
      id: 'words-reply',
      field: { label: t('reply') },
      buttons: [
        { intent: 'reply', text: t('replySubmit') },
        ...(isOpen ? [{ intent: 'settle', text: t('settle') }] : []),
      ],
    });
  return forms;
}

/** To open a cell that the unit asks for, or to ask for it. */
function useReopeningForms({ request, lock, allowed }: Props): Form[] {
  const t = useTranslations('figure.form');
  const forms: Form[] = [];
  if (request?.isGranted === null && allowed.includes('cell.open'))
    forms.push({
      id: 'words-open',
      field: { label: t('refuseWords'), hint: t('refuseHint') },
      buttons: [
        { intent: 'grant', text: t('grant'), isPrimary: true },
        { intent: 'refuse', text: t('refuse') },
      ],
    });
  if (lock?.request === 'waiting' && allowed.includes('cell.ask'))
    forms.push({ id: 'words-unask', buttons: [{ intent: 'unask', text: t('unask') }] });
  if (lock && lock.request !== 'waiting' && allowed.includes('cell.ask'))
    forms.push({
      id: 'words-ask',
      field: { label: t('ask'), hint: t('askHint') },
      buttons: [{ intent: 'ask', text: t('askSubmit'), isPrimary: true }],
    });
  return forms;
}

/** What the unit asked to have opened, and what became of it. */
function ReopeningNotice({
  request: { by, at, reason, isGranted, decidedBy, answer },
}: {
  request: Reopening;
}) {
  const t = useTranslations('figure.form');
  const format = useFormatter();
  return (
    <Notice title={t('asked', { by, at: format.dateTime(at, 'minute'), reason })}>
      {isGranted === null ? null : (
        <p>
          {isGranted
            ? t('granted', { by: decidedBy ?? '' })
            : t('refused', { answer: answer ?? '' })}
        </p>
      )}
    </Notice>
  );
}
