'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { cellId } from '@/lib/paths';
import { slipOf, type Cell } from '../cells/entry-cell';
import type { CellVerdicts, Verdict } from '../checks/page-checks';
import type { EntrySession } from '../saving/entry-session';
import { CellConflict } from './cell-conflict';
import { CellSign, type Sign } from './cell-sign';
import { useContentText } from './content-text';
import { UnitQuestion } from './unit-question';

type Props = {
  session: EntrySession;
  cell: Cell;
  label: string;
  said: CellVerdicts;
  isOpen: boolean;
};

/** The input of a figure, with its state as shape, word and colour. The input keeps its own text while it is typed. */
export function FigureCell({ session, cell, label, said, isOpen }: Props) {
  const { editor } = session;
  const { code } = cell.row.indicator;
  const { input, first } = useTypedText(session, cell);
  const id = cellId(code);
  const slip = cell.state === 'editing' ? null : slipOf(cell);
  const { lock } = cell.row;
  const isWrong = wrong.has(cell.state);
  const isQuiet = cell.state === 'idle' || cell.state === 'saved';
  const verdict = isQuiet && !said.isStale ? said.verdicts[0] : undefined;
  const described = [
    `${id}-state`,
    isWrong || slip ? `${id}-message` : '',
    said.verdicts.length > 0 || said.hint ? `${id}-checks` : '',
    lock ? `${id}-lock` : '',
  ];
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
          aria-keyshortcuts="Alt+N Shift+F2"
          aria-invalid={cell.state === 'invalid' ? true : undefined}
          aria-describedby={described.filter(Boolean).join(' ')}
          readOnly={lock !== null || !isOpen}
          onChange={(event) => editor.type(code, event.target.value)}
          onBlur={() => editor.commit(code)}
          // The active cell is white in its frame; the others that are chosen with it stand together.
          className={`cell h-8 w-full rounded-sm border pr-2 pl-18 text-right text-base tabular-nums focus:outline-offset-0 data-chosen:border-act data-chosen:not-focus:bg-act-ground ${lock || !isOpen ? 'bg-ground text-ink-2' : 'bg-paper'} ${borderOf(isWrong, slip !== null, verdict)}`}
        />
        <span
          id={`${id}-state`}
          className="pointer-events-none absolute top-1.5 left-2 text-[0.8125rem]"
        >
          <CellSign cell={cell} sign={signOf(cell, slip !== null)} {...{ verdict, said }} />
        </span>
      </div>
      <CellFault cell={cell} id={`${id}-message`} />
      {slip ? <UnitQuestion {...{ session, cell, slip }} id={`${id}-message`} /> : null}
      {cell.state === 'conflict' ? (
        <CellConflict {...{ editor, cell }} id={`${id}-message`} />
      ) : null}
    </div>
  );
}

const wrong = new Set<Cell['state']>(['invalid', 'failed', 'conflict']);

/** Puts into the input what came otherwise than by typing; what was typed before the page came alive is typed like the
 *  rest. */
function useTypedText(
  { editor, cells }: EntrySession,
  cell: Cell,
): { input: RefObject<HTMLInputElement | null>; first: string } {
  const textOf = useContentText();
  const { code } = cell.row.indicator;
  const text = textOf(cell.content);
  const [first] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  const isAlive = useRef(false);
  useEffect(() => {
    const element = input.current;
    const isFirst = !isAlive.current;
    isAlive.current = true;
    if (!element || element.value === textOf(cells.get(code)!.content)) return;
    if (isFirst) {
      editor.type(code, element.value);
      if (element !== document.activeElement) editor.commit(code);
      return;
    }
    element.value = text;
    // Still ready to be typed over.
    if (element === document.activeElement && element.dataset.mode !== 'edit') element.select();
  }, [text, editor, cells, code, textOf]);
  return { input, first };
}

function signOf({ row: { lock, mark }, isNews }: Cell, isSlip: boolean): Sign | null {
  if (lock) return 'locked';
  if (isSlip) return 'warning';
  if (isNews) return 'news';
  return mark === null ? null : 'commented';
}

function borderOf(isWrong: boolean, isSlip: boolean, verdict: Verdict | undefined): string {
  if (isWrong || verdict?.standing === 'failing') return 'border-2 border-wrong';
  return isSlip || verdict?.standing === 'unexplained'
    ? 'border-2 border-attention'
    : 'border-line-2';
}

/** What is wrong with what was typed, or that it was not saved. */
function CellFault({ cell, id }: { cell: Cell; id: string }) {
  const t = useTranslations('entry');
  const issues = useTranslations('issues');
  const text = cell.issue
    ? issues(cell.issue.code as Parameters<typeof issues>[0], cell.issue.params)
    : cell.state === 'failed'
      ? t('notSaved')
      : null;
  return text === null ? null : (
    <p id={id} className="py-1 text-left text-table text-wrong">
      {text}
    </p>
  );
}
