'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { useKeptForm } from '@/components/ui/use-kept-form';
import { fillReminder, reminderWords, usualReminder } from '@/lib/domain/report/progress';
import { nameOf } from '@/lib/i18n/name-of';
import { BoardTable } from './board-table';
import { dueInWords, type BoardRow } from './progress-row';

type Result = {
  sent: number;
  passedOver: { unit: string; why: 'reminded-today' | 'handed-in' | 'not-now' }[];
};
export type RemindState = {
  issues: { field: string | null; code: string; params: Record<string, string> }[];
  values: Record<string, string[]>;
  result?: Result;
};
type Props = {
  rows: readonly BoardRow[];
  now: Date;
  /** The period as official texts name it. */ period: string;
  action: (state: RemindState, form: FormData) => Promise<RemindState>;
};

/** Those who have not reported: choose, read what they will get, send; or take the list to the telephone. */
export function ReminderDesk({ rows, now, period, action }: Props) {
  const [t, issues, locale] = [
    useTranslations('progress.remind'),
    useTranslations('issues'),
    useLocale(),
  ];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const done = useCallback(() => setChosen(new Set()), []);
  const [state, send, isBusy] = useKeptForm(action, { issues: [], values: {} }, done);
  const [text, setText] = useState(usualReminder);
  const some = rows.filter(({ reportId }) => chosen.has(reportId));
  const first = some[0];
  const toggle = (id: string) =>
    setChosen((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  const errors = state.issues.map(({ code, params }) => ({
    href: '#reminder-text',
    text: issues.has(code as never) ? issues(code as never, params as never) : code,
  }));
  return (
    // What is chosen stays chosen until it is sent.
    <form action={send} onReset={(event) => event.preventDefault()}>
      <ErrorSummary title={t('title')} errors={errors} />
      {state.result ? (
        <Sent result={state.result} separator={locale === 'en' ? ', ' : '、'} />
      ) : null}
      <label className="no-print inline-flex min-h-10 items-center gap-2">
        <input
          type="checkbox"
          className="size-5"
          checked={some.length === rows.length}
          onChange={() =>
            setChosen(
              new Set(some.length === rows.length ? [] : rows.map(({ reportId }) => reportId)),
            )
          }
        />
        {t('all', { count: rows.length })}
      </label>
      <BoardTable
        rows={rows}
        now={now}
        box={({ reportId, unit }) => (
          <label className="no-print inline-flex min-h-8 min-w-8 items-center justify-center">
            <input
              type="checkbox"
              className="size-5"
              name="reports[]"
              value={reportId}
              checked={chosen.has(reportId)}
              onChange={() => toggle(reportId)}
              aria-label={t('choose', { unit: nameOf(unit, locale) })}
            />
          </label>
        )}
      />
      <div className="no-print grid gap-x-8 lg:grid-cols-2">
        <Textarea
          id="reminder-text"
          name="text"
          label={t('text')}
          hint={t('hint')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          rows={5}
          lang="zh-CN"
        />
        <div className="my-4">
          <p className="mb-1 font-bold">
            {first ? t('preview', { unit: nameOf(first.unit, locale) }) : t('chosen', { count: 0 })}
          </p>
          <p
            lang={first ? 'zh-CN' : undefined}
            className="border-l-4 border-line py-1 pl-3 whitespace-pre-wrap"
          >
            {first
              ? fillReminder(
                  text,
                  reminderWords({ unit: first.unit.name, period, dueAt: first.dueAt }, now),
                )
              : t('previewNone')}
          </p>
        </div>
      </div>
      <div className="no-print flex flex-wrap items-center gap-4">
        <Button
          kind="primary"
          aria-disabled={isBusy}
          onClick={(event) => isBusy && event.preventDefault()}
        >
          {t('send')}
        </Button>
        <span role="status">{t('chosen', { count: some.length })}</span>
      </div>
      <CallList rows={some.length > 0 ? some : rows} now={now} />
    </form>
  );
}

function Sent({ result, separator }: { result: Result; separator: string }) {
  const t = useTranslations('progress.remind');
  const units = (why: Result['passedOver'][number]['why']) =>
    result.passedOver
      .filter((one) => one.why === why)
      .map(({ unit }) => unit)
      .join(separator);
  return (
    <Notice
      kind={result.sent > 0 ? 'good' : 'plain'}
      role="status"
      title={t('sent', { count: result.sent })}
    >
      {units('reminded-today') ? (
        <p>{t('passed-reminded', { units: units('reminded-today') })}</p>
      ) : null}
      {units('not-now') ? <p>{t('passed-closed', { units: units('not-now') })}</p> : null}
      {units('handed-in') ? <p>{t('passed-in', { units: units('handed-in') })}</p> : null}
    </Notice>
  );
}

/** Plain text to copy into a message or to read from on the telephone. */
function CallList({ rows, now }: { rows: readonly BoardRow[]; now: Date }) {
  const [t, board, status] = [
    useTranslations('progress.remind'),
    useTranslations('progress'),
    useTranslations('common.status'),
  ];
  const [locale, format] = [useLocale(), useFormatter()];
  const [isCopied, setCopied] = useState(false);
  const lines = rows.map((row) => {
    const due = dueInWords(
      row,
      now,
      format.dateTime(row.dueAt, { month: 'long', day: 'numeric' }),
      board,
    );
    const contact =
      [row.contact.name, row.contact.phone].filter(Boolean).join(' ') || t('noContact');
    return t('line', { unit: nameOf(row.unit, locale), status: status(row.status), due, contact });
  });
  return (
    <details className="no-print my-4">
      <summary className="min-h-8">{t('list')}</summary>
      <p className="text-ink-2">{t('listHint')}</p>
      <textarea
        readOnly
        aria-label={t('list')}
        rows={Math.min(12, lines.length + 1)}
        value={lines.join('\n')}
        className="w-full max-w-4xl border border-line-2 bg-paper p-2 text-table"
      />
      <p>
        <Button
          type="button"
          kind="plain"
          onClick={() =>
            void navigator.clipboard.writeText(lines.join('\n')).then(() => setCopied(true))
          }
        >
          {t('copy')}
        </Button>
        <span role="status" className="ml-3">
          {isCopied ? t('copied') : ''}
        </span>
      </p>
    </details>
  );
}
