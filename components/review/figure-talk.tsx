import { useFormatter, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { threadStanding } from '@/lib/domain/report/mark-thread';
import type { Action } from '@/lib/domain/access/policy';
import type { CellLock } from '@/lib/domain/report/reopened';
import { MarkThread, ThreadTag } from './mark-thread';
import type { ReviewRow } from './review-rows';
import { WordForm, type WordAction } from './word-form';

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
export function FigureTalk({
  action,
  hidden,
  row: { thread, drafted, given },
  lock,
  request,
  allowed,
  canMark,
}: Props) {
  const t = useTranslations('figure');
  const format = useFormatter();
  const isSettled = thread !== null && threadStanding(thread.words) === 'settled';
  const form = { action, hidden };
  const maySettle = thread !== null && !isSettled && allowed.includes('mark.reply');
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
      {canMark ? (
        <>
          {drafted ? (
            <p className="mt-2 text-attention">● {t('form.markedBy', { by: drafted.by })}</p>
          ) : null}
          <WordForm
            key={`mark ${hidden.indicator}`}
            {...form}
            id="words-mark"
            field={{ label: t('form.mark'), hint: t('form.markHint'), value: drafted?.note }}
            buttons={[
              { intent: 'mark', text: t('form.markSubmit'), isPrimary: true },
              ...(drafted ? [{ intent: 'unmark', text: t('form.unmark') }] : []),
            ]}
          />
        </>
      ) : null}
      {thread && !isSettled && allowed.includes('mark.answer') ? (
        <WordForm
          key={`answer ${hidden.indicator}`}
          {...form}
          id="words-answer"
          field={{ label: t('form.answer'), hint: t('form.answerHint') }}
          buttons={[{ intent: 'answer', text: t('form.answerSubmit'), isPrimary: true }]}
        />
      ) : null}
      {thread && allowed.includes('mark.reply') ? (
        <WordForm
          key={`reply ${hidden.indicator}`}
          {...form}
          id="words-reply"
          field={{ label: t('form.reply') }}
          buttons={[
            { intent: 'reply', text: t('form.replySubmit') },
            ...(maySettle ? [{ intent: 'settle', text: t('form.settle') }] : []),
          ]}
        />
      ) : null}
      {request ? (
        <Notice
          title={t('form.asked', {
            by: request.by,
            at: format.dateTime(request.at, 'minute'),
            reason: request.reason,
          })}
        >
          {request.isGranted === null ? null : (
            <p>
              {request.isGranted
                ? t('form.granted', { by: request.decidedBy ?? '' })
                : t('form.refused', { answer: request.answer ?? '' })}
            </p>
          )}
        </Notice>
      ) : null}
      {request?.isGranted === null && allowed.includes('cell.open') ? (
        <WordForm
          {...form}
          id="words-open"
          field={{ label: t('form.refuseWords'), hint: t('form.refuseHint') }}
          buttons={[
            { intent: 'grant', text: t('form.grant'), isPrimary: true },
            { intent: 'refuse', text: t('form.refuse') },
          ]}
        />
      ) : null}
      {lock && lock.request !== 'waiting' && allowed.includes('cell.ask') ? (
        <WordForm
          key={`ask ${hidden.indicator}`}
          {...form}
          id="words-ask"
          field={{ label: t('form.ask'), hint: t('form.askHint') }}
          buttons={[{ intent: 'ask', text: t('form.askSubmit'), isPrimary: true }]}
        />
      ) : null}
    </section>
  );
}
