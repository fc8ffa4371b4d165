'use client';

import { useFormatter, useTranslations, useLocale } from 'next-intl';
import { useSyncExternalStore, type ReactNode } from 'react';
import { paths } from '@/lib/paths';
import type { GridChecks } from '../checks/cell-checks';
import type { EntrySession } from '../saving/entry-session';
import type { SaveStatus } from '../saving/save-status';
import Link from 'next/link';
import { useCheckSentence } from '@/components/figures/use-check-sentence';
import { nameOf } from '@/lib/i18n/name-of';
import { verdictLooks } from '@/components/entry/cells/cell-looks';

type Props = { session: EntrySession; checks: GridChecks; above: ReactNode; children: ReactNode };

/** Always visible: what has been saved and what has not, how far the section is, and the way to the next one. */
export function SaveBar({ session: { status: page, editor }, checks, above, children }: Props) {
  const t = useTranslations('entry');
  const status = useSyncExternalStore(page.subscribe, page.read, page.read);
  const { explanations } = checks;
  const writings = useSyncExternalStore(explanations.subscribe, explanations.count, () => 0);
  const { kind, text } = useStatusText(status, writings, explanations.savedAt);
  const sendNow = () => {
    editor.saveNow();
    explanations.sendNow();
  };
  return (
    <div className="no-print stays-below z-3 flex min-h-11 flex-wrap items-center gap-x-5 gap-y-1 border-t border-line-2 bg-paper py-1">
      {above}
      <p role="status" className={colours[kind]}>
        <span aria-hidden="true">{shapes[kind]}</span>
        {text}
      </p>
      {status.trouble?.kind === 'signed-out' ||
      (writings > 0 && explanations.trouble?.kind === 'signed-out') ? (
        <a href={paths.signIn()} target="_blank" rel="opener">
          {t('status.signIn')}
        </a>
      ) : null}
      {status.trouble || (writings > 0 && explanations.trouble) ? (
        <button
          type="button"
          onClick={sendNow}
          className="min-h-8 px-1 text-act underline underline-offset-3"
        >
          {t('status.retry')}
        </button>
      ) : null}
      <span className="tabular-nums">
        {t('progress', { filled: status.filled, total: status.total })}
      </span>
      <CheckBar checks={checks} />
      <div className="ml-auto flex flex-wrap gap-x-5">{children}</div>
    </div>
  );
}

type Kind = 'quiet' | 'wrong' | 'good';
const colours: Record<Kind, string> = {
  quiet: 'text-ink-2',
  wrong: 'text-wrong',
  good: 'text-good',
};
const shapes: Record<Kind, string> = { quiet: '', wrong: '! ', good: '✓ ' };

function useStatusText(
  { trouble, unsent, saving, invalid, conflicts, savedAt }: SaveStatus,
  writings: number,
  explainedAt: Date | null,
): { kind: Kind; text: string } {
  const t = useTranslations('entry.status');
  const issues = useTranslations('issues');
  const format = useFormatter();
  if (trouble?.kind === 'refused') {
    const code = trouble.code as Parameters<typeof issues>[0];
    const reason = `${issues.has(code) ? issues(code) : t('refused')} ${t('kept')}`;
    return {
      kind: 'wrong',
      text: trouble.number ? `${reason} ${t('number', { number: trouble.number })}` : reason,
    };
  }
  if (trouble && unsent + saving > 0)
    return { kind: 'wrong', text: t(trouble.kind, { count: unsent + saving }) };
  if (saving + unsent > 0) return { kind: 'quiet', text: t('saving', { count: saving + unsent }) };
  if (conflicts > 0) return { kind: 'wrong', text: t('conflicts', { count: conflicts }) };
  if (invalid > 0) return { kind: 'wrong', text: t('invalid', { count: invalid }) };
  if (writings > 0) return { kind: 'quiet', text: t('explanations', { count: writings }) };
  const at =
    explainedAt && savedAt
      ? new Date(Math.max(explainedAt.getTime(), savedAt.getTime()))
      : (savedAt ?? explainedAt);
  return at
    ? { kind: 'good', text: t('saved', { at: format.dateTime(at, 'clock') }) }
    : { kind: 'quiet', text: t('idle') };
}

/** What the checks of this page come to, and, for screen readers, what came of the last figure. */
function CheckBar({ checks }: { checks: GridChecks }) {
  const t = useTranslations('liveChecks.bar');
  const kinds = useTranslations('liveChecks.kind');
  const locale = useLocale();
  const { live, indicators } = checks;
  const { counts, isStale, news } = useSyncExternalStore(
    live.subscribeStatus,
    live.status,
    live.status,
  );
  const sentence = useCheckSentence(indicators, checks.before);
  const parts = (['failing', 'unexplained', 'hint'] as const).filter(
    (standing) => counts[standing] > 0,
  );
  const newsOf = news && indicators.get(news.cell);
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3">
      <Link href={paths.check(checks.reportId)}>{t('title')}</Link>
      {parts.length === 0 ? <span className="text-ink-2">{t('good')}</span> : null}
      {parts.map((standing) => (
        <span key={standing} className={`tabular-nums ${verdictLooks[standing].look}`}>
          <span aria-hidden="true">{verdictLooks[standing].shape} </span>
          {t(standing, { count: counts[standing] })}
        </span>
      ))}
      {isStale ? <span className="text-ink-2">{t('stale')}</span> : null}
      {newsOf ? (
        <span className="sr-only">
          {news.verdict
            ? t('news', {
                name: nameOf(newsOf, locale),
                kind: kinds(news.verdict.result.check.kind),
                sentence: sentence(news.verdict.result),
              })
            : t('passed', { name: nameOf(newsOf, locale) })}
        </span>
      ) : null}
    </div>
  );
}
