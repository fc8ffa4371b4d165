'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { memo, useEffect, useRef, useState, type ReactNode } from 'react';
import { cellId } from '@/lib/paths';
import type { Reason } from '@/lib/domain/entry/figure-edit';
import { detailsOf, type Cell } from '../cells/entry-cell';
import type { CellEditor } from '../saving/cell-editor';
import type { EntrySession } from '../saving/entry-session';

type Props = {
  session: EntrySession;
  cell: Cell;
  label: string;
  workedOut: string | null;
  exact: string | null;
  children: ReactNode;
};

/** What there is to say about a figure: the reviewer's mark, why there is no number, what was typed means exactly. */
export function FigureNotes({
  session: { editor },
  cell,
  label,
  workedOut,
  exact,
  children,
}: Props) {
  const t = useTranslations('entry');
  const { content, row } = cell;
  const code = row.indicator.code;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-left">
      {row.mark === null ? null : (
        <p className="w-full rounded-sm bg-attention-ground px-2 text-attention">
          <span aria-hidden="true">▲ </span>
          {t('mark', { note: row.mark })}
        </p>
      )}
      {row.lock ? (
        <LockReason lock={row.lock} id={`${cellId(code)}-lock`} />
      ) : (
        <AnswerChoice
          editor={editor}
          code={code}
          answer={'answer' in content ? content.answer : 'number'}
          label={label}
        />
      )}
      {exact === null ? null : (
        <output className="invisible text-ink-2 in-[tr:focus-within]:visible">= {exact}</output>
      )}
      {workedOut === null ? null : (
        <span className="text-ink-2">{t('workedOut', { value: workedOut })}</span>
      )}
      <Remarks cell={cell} />
      {'answer' in content && row.lock ? <span className="text-ink-2">{content.note}</span> : null}
      {'answer' in content && !row.lock ? (
        <ReasonInput
          key={content.answer}
          editor={editor}
          code={code}
          label={label}
          answer={content.answer}
          note={content.note}
        />
      ) : null}
      {children}
    </div>
  );
}

/** Changes, scope, date, remark, how many files there are, and who has just written here. */
function Remarks({ cell }: { cell: Cell }) {
  const t = useTranslations('entryTools');
  const format = useFormatter();
  const { row, saved } = cell;
  const { note, scopeNote, asOf } = detailsOf(cell);
  const remarks = [
    ...row.changes,
    scopeNote,
    asOf && t('details.asOfDate', { date: asOf }),
    note,
    row.evidence.length > 0 && t('evidence.count', { count: row.evidence.length }),
  ];
  return (
    <>
      {remarks.filter(Boolean).map((text, index) => (
        <span key={index} className="text-ink-2">
          {text}
        </span>
      ))}
      {cell.isNews && saved ? (
        <span className="text-act">
          {t('news', {
            who: saved.enteredBy,
            at: format.dateTime(new Date(saved.enteredAt), 'clock'),
          })}
        </span>
      ) : null}
    </>
  );
}

/** Why the figure cannot be changed. */
function LockReason({ lock, id }: { lock: NonNullable<Cell['row']['lock']>; id: string }) {
  const t = useTranslations('liveChecks.lock');
  return (
    <p id={id} className="w-full text-ink-2">
      {t(`${lock.reason}.${lock.request ?? 'none'}`)}
    </p>
  );
}

/** A number, or why there is none. Typing 不适用 does the same, and Alt+N in the cell goes through them. */
const AnswerChoice = memo(function AnswerChoice({
  editor,
  code,
  answer,
  label,
}: {
  editor: CellEditor;
  code: string;
  answer: Reason | 'number';
  label: string;
}) {
  const t = useTranslations('entry');
  const answers = useTranslations('common.answer');
  return (
    <select
      aria-label={t('answerLabel', { cell: label })}
      value={answer}
      onChange={(event) => editor.chooseAnswer(code, event.target.value as Reason | 'number')}
      tabIndex={-1}
      className="no-print h-7 rounded-sm border border-transparent bg-transparent px-1 text-table text-ink-2"
    >
      <option value="number">{t('number')}</option>
      <option value="not_applicable">{answers('not_applicable')}</option>
      <option value="not_available">{answers('not_available')}</option>
    </select>
  );
});

type ReasonProps = {
  editor: CellEditor;
  code: string;
  label: string;
  answer: Reason;
  note: string | null;
};

function ReasonInput({ editor, code, label, answer, note }: ReasonProps) {
  const t = useTranslations('entry');
  const written = note ?? '';
  const [first] = useState(written);
  const field = useRef<HTMLInputElement>(null);
  const shown = useRef(first);
  // What came otherwise (one reason for many cells, a step back, another person) is shown, unless one is typing here.
  useEffect(() => {
    const input = field.current;
    if (input && input.value.trim() === shown.current) input.value = written;
    shown.current = written;
  }, [written]);
  return (
    <label className="flex min-w-36 flex-1 items-center gap-2">
      <span className="flex-none">{t('reason')}</span>
      <input
        ref={field}
        type="text"
        defaultValue={first}
        autoComplete="off"
        data-reason={code}
        aria-label={t('reasonLabel', { cell: label })}
        aria-required
        placeholder={t('reasonNeeded')}
        onBlur={(event) => {
          if (event.target.value.trim() !== written)
            editor.choose(code, { answer, note: event.target.value.trim() || null });
        }}
        className="h-7 min-w-0 grow rounded-sm border border-line-2 bg-paper px-2 placeholder:text-attention"
      />
    </label>
  );
}
