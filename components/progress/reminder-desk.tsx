'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { useKeptForm } from '@/components/ui/use-kept-form';
import { fillReminder, reminderWords, usualReminder } from '@/lib/domain/report/progress';
import { nameOf } from '@/lib/i18n/name-of';
import { BoardTable } from './board-table';
import { CallList } from './call-list';
import type { BoardRow } from './progress-row';

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
  /** The period as official texts name it, and the unit that reminds. */
  period: string;
  sender: string;
  action: (state: RemindState, form: FormData) => Promise<RemindState>;
};

/** Those who have not reported: choose, read what they will get, send; or take the list to the telephone. */
export function ReminderDesk({ rows, now, period, sender, action }: Props) {
  const [t, issues, locale] = [
    useTranslations('progress.remind'),
    useTranslations('issues'),
    useLocale(),
  ];
  const { some, has, toggle, toggleAll, clear } = useChosen(rows);
  const [state, send, isBusy] = useKeptForm(action, { issues: [], values: {} }, clear);
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
          onChange={toggleAll}
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
              checked={has(reportId)}
              onChange={() => toggle(reportId)}
              aria-label={t('choose', { unit: nameOf(unit, locale) })}
            />
          </label>
        )}
      />
      <ReminderText first={some[0]} now={now} period={period} sender={sender} />
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

/** Which of the rows are chosen, as long as they stand there. */
function useChosen(rows: readonly BoardRow[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const some = rows.filter(({ reportId }) => chosen.has(reportId));
  return {
    some,
    has: (id: string) => chosen.has(id),
    toggle: (id: string) =>
      setChosen((before) =>
        before.has(id)
          ? new Set([...before].filter((one) => one !== id))
          : new Set([...before, id]),
      ),
    toggleAll: () =>
      setChosen(new Set(some.length === rows.length ? [] : rows.map(({ reportId }) => reportId))),
    clear: useCallback(() => setChosen(new Set()), []),
  };
}

/** The words of the reminder, and how the first that gets them reads them. */
function ReminderText({
  first,
  now,
  period,
  sender,
}: {
  first: BoardRow | undefined;
  now: Date;
  period: string;
  sender: string;
}) {
  const [t, locale] = [useTranslations('progress.remind'), useLocale()];
  const [text, setText] = useState(usualReminder);
  return (
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
                reminderWords({ ...first, unit: first.unit.name, period, sender }, now),
              )
            : t('previewNone')}
        </p>
      </div>
    </div>
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
