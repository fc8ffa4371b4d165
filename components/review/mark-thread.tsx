import { useFormatter, useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/tag';
import { threadStanding, type Thread, type ThreadStanding } from '@/lib/domain/report/mark-thread';

/** What was said about a figure, by whom and when, and whose turn it is. */
export function MarkThread({ thread }: { thread: Thread }) {
  const t = useTranslations('figure.thread');
  const format = useFormatter();
  return (
    <ol>
      {thread.words.map(({ kind, text, by, at }) => (
        <li
          key={`${kind} ${at.toISOString()}`}
          className={`my-2 border-l-2 pl-3 ${kind === 'answered' ? 'border-act' : 'border-attention'}`}
        >
          <p className="text-table text-ink-2">
            {t(`kind.${kind}`)} {t('by', { by, at: format.dateTime(at, 'minute') })}
          </p>
          {text ? (
            <p lang="zh-CN" className="whitespace-pre-line">
              {text}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** Whose turn it is, in words. `mayAnswer`: whether the turn of the unit is that of the reader. */
export function ThreadTag({ thread, mayAnswer = false }: { thread: Thread; mayAnswer?: boolean }) {
  const t = useTranslations('figure.thread.standing');
  const standing = threadStanding(thread.words);
  return (
    <Tag kind={kinds[standing]}>
      {t(mayAnswer && standing === 'waits-for-unit' ? 'waits-for-you' : standing)}
    </Tag>
  );
}

const kinds: Record<ThreadStanding, 'attention' | 'todo' | 'good'> = {
  'waits-for-unit': 'attention',
  'waits-for-reviewer': 'todo',
  settled: 'good',
};
