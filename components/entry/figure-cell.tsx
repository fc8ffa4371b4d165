'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { cellId } from '@/lib/paths';
import { contentOf, type Cell, type CellState, type Content } from './entry-cell';
import type { FigureStore } from './figure-store';

type Props = { store: FigureStore; cell: Cell; label: string };

/** The input of a figure, with its state as shape, word and colour. The input keeps its own text while it is typed. */
export function FigureCell({ store, cell, label }: Props) {
  const t = useTranslations('entry');
  const issues = useTranslations('issues');
  const textOf = useContentText();
  const { code } = cell.row.indicator;
  const text = textOf(cell.content);
  const [first] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current && input.current.value !== text) input.current.value = text;
  }, [text]);

  const id = cellId(code);
  const isWrong = cell.state === 'invalid' || cell.state === 'failed' || cell.state === 'conflict';
  return (
    <div className="w-full">
      <div className="relative">
        <input
          ref={input}
          id={id}
          type="text"
          data-cell={code}
          data-state={cell.state}
          defaultValue={first}
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          aria-keyshortcuts="Alt+N"
          aria-invalid={cell.state === 'invalid' ? true : undefined}
          aria-describedby={`${id}-state${isWrong ? ` ${id}-message` : ''}`}
          onChange={(event) => store.type(code, event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={() => store.commit(code)}
          className={`h-8 w-full rounded-sm border bg-paper pl-18 pr-2 text-right text-base tabular-nums focus:outline-offset-0 ${
            isWrong ? 'border-2 border-wrong' : 'border-line-2'
          }`}
        />
        <span
          id={`${id}-state`}
          className={`pointer-events-none absolute left-2 top-1.5 text-[0.8125rem] ${colours[cell.state]}`}
        >
          {cell.state === 'idle' ? null : (
            <>
              <span aria-hidden="true">{shapes[cell.state]} </span>
              {t(`state.${cell.state}`)}
            </>
          )}
        </span>
      </div>
      {cell.issue ? (
        <p id={`${id}-message`} className="py-1 text-left text-table text-wrong">
          {issues(cell.issue.code as Parameters<typeof issues>[0], cell.issue.params)}
        </p>
      ) : null}
      {cell.state === 'failed' ? (
        <p id={`${id}-message`} className="py-1 text-left text-table text-wrong">
          {t('notSaved')}
        </p>
      ) : null}
      {cell.state === 'conflict' ? <Conflict store={store} cell={cell} id={id} /> : null}
    </div>
  );
}

function Conflict({ store, cell, id }: { store: FigureStore; cell: Cell; id: string }) {
  const t = useTranslations('entry.conflict');
  const textOf = useContentText();
  const format = useFormatter();
  const { theirs, row, content } = cell;
  if (!theirs) return null;
  const blank = t('blank');
  const mine = textOf(content) || blank;
  const other = textOf(contentOf(theirs, row.indicator)) || blank;
  const at = format.dateTime(new Date(theirs.enteredAt), 'clock');
  return (
    <div className="py-1 text-left text-table">
      <p id={`${id}-message`} className="text-wrong">
        {t('text', { who: theirs.enteredBy, at, theirs: other, mine })}
      </p>
      <p className="mt-1 flex flex-wrap gap-2">
        <ConflictButton onClick={() => store.resolve(row.indicator.code, 'mine')}>{t('mine', { value: mine })}</ConflictButton>
        <ConflictButton onClick={() => store.resolve(row.indicator.code, 'theirs')}>{t('theirs', { value: other })}</ConflictButton>
      </p>
    </div>
  );
}

function ConflictButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" onClick={onClick} className="min-h-8 rounded-md border border-line-2 bg-paper px-3 text-act">
      {children}
    </button>
  );
}

/** What stands in the input for a content. */
export function useContentText(): (content: Content) => string {
  const t = useTranslations('common.answer');
  return (content) => ('typed' in content ? content.typed : t(content.answer));
}

const shapes: Record<CellState, string> = {
  idle: '', editing: '●', waiting: '●', saving: '◌', saved: '✓', failed: '!', invalid: '!', conflict: '⚠',
};
const colours: Record<CellState, string> = {
  idle: '', editing: 'text-ink-2', waiting: 'text-attention', saving: 'text-ink-2', saved: 'text-good',
  failed: 'text-wrong', invalid: 'text-wrong', conflict: 'text-wrong',
};
