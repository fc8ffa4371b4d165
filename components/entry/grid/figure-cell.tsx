'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { cellId } from '@/lib/paths';
import { CellButton } from './cell-button';
import { signLooks, stateLooks, verdictLooks } from './cell-looks';
import { contentOf, slipOf, type Cell, type Content } from './entry-cell';
import type { FigureStore } from '../saving/figure-store';
import type { CellVerdicts } from '../checks/live-checks';
import { UnitQuestion } from '../unit-question';

type Props = { store: FigureStore; cell: Cell; label: string; said: CellVerdicts; isOpen: boolean };

/** The input of a figure, with its state as shape, word and colour. The input keeps its own text while it is typed. */
export function FigureCell({ store, cell, label, said, isOpen }: Props) {
  const t = useTranslations('entry');
  const legend = useTranslations('entry.legend');
  const signs = useTranslations('liveChecks.sign');
  const issues = useTranslations('issues');
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
    if (!element || element.value === textOf(store.cell(code)!.content)) return;
    // What was typed before the page came alive is typed like the rest.
    if (isFirst) {
      store.type(code, element.value);
      if (element !== document.activeElement) store.commit(code);
      return;
    }
    element.value = text;
    // Still ready to be typed over.
    if (element === document.activeElement && element.dataset.mode !== 'edit') element.select();
  }, [text, store, code, textOf]);

  const id = cellId(code);
  const slip = cell.state === 'editing' ? null : slipOf(cell);
  const { lock, mark } = cell.row;
  const sign = lock
    ? 'locked'
    : slip
      ? 'warning'
      : cell.isNews
        ? 'news'
        : mark !== null
          ? 'commented'
          : null;
  const isWrong = cell.state === 'invalid' || cell.state === 'failed' || cell.state === 'conflict';
  const isQuiet = cell.state === 'idle' || cell.state === 'saved';
  const verdict = isQuiet && !said.isStale ? said.verdicts[0] : undefined;
  const described = [
    `${id}-state`,
    isWrong || slip ? `${id}-message` : '',
    said.verdicts.length > 0 || said.hint ? `${id}-checks` : '',
    lock ? `${id}-lock` : '',
  ];
  const border =
    isWrong || verdict?.standing === 'failing'
      ? 'border-2 border-wrong'
      : slip || verdict?.standing === 'unexplained'
        ? 'border-2 border-attention'
        : 'border-line-2';
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
          onChange={(event) => store.type(code, event.target.value)}
          onBlur={() => store.commit(code)}
          // The active cell is white in its frame; the others that are chosen with it stand together.
          className={`cell h-8 w-full rounded-sm border pr-2 pl-18 text-right text-base tabular-nums focus:outline-offset-0 data-chosen:border-act data-chosen:not-focus:bg-act-ground ${lock || !isOpen ? 'bg-ground text-ink-2' : 'bg-paper'} ${border}`}
        />
        <span
          id={`${id}-state`}
          className="pointer-events-none absolute top-1.5 left-2 text-[0.8125rem]"
        >
          {cell.state === 'idle' ? null : (
            <span
              key={cell.state}
              className={`${stateLooks[cell.state].look} ${cell.state === 'saved' ? 'passing' : ''}`}
            >
              <span aria-hidden="true">{stateLooks[cell.state].shape} </span>
              {/* Beside a sign there is room for the shape alone. */}
              <span className={sign || verdict || said.hint ? 'sr-only' : undefined}>
                {t(`state.${cell.state}`)}
              </span>
            </span>
          )}
          {isQuiet && sign ? (
            <span className={signLooks[sign].look}>
              <span aria-hidden="true">{signLooks[sign].shape} </span>
              {sign === 'locked' ? (
                signs('locked')
              ) : (
                <span className="sr-only">{legend(sign)}</span>
              )}
            </span>
          ) : null}
          {verdict ? (
            <span className={verdictLooks[verdict.standing].look}>
              <span aria-hidden="true">{verdictLooks[verdict.standing].shape} </span>
              <span className={sign ? 'sr-only' : undefined}>
                {signs(
                  verdict.standing === 'explained' || verdict.standing === 'waived'
                    ? verdict.standing
                    : verdict.result.check.kind,
                )}
              </span>
            </span>
          ) : isQuiet && said.hint ? (
            <span className={verdictLooks.hint.look}>
              <span aria-hidden="true">{verdictLooks.hint.shape} </span>
              <span className={sign ? 'sr-only' : undefined}>{signs('hint')}</span>
            </span>
          ) : null}
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
      {slip ? <UnitQuestion store={store} cell={cell} slip={slip} id={`${id}-message`} /> : null}
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
        <CellButton onClick={() => store.resolve(row.indicator.code, 'mine')}>
          {t('mine', { value: mine })}
        </CellButton>
        <CellButton onClick={() => store.resolve(row.indicator.code, 'theirs')}>
          {t('theirs', { value: other })}
        </CellButton>
      </p>
    </div>
  );
}

/** What stands in the input for a content. */
export function useContentText(): (content: Content) => string {
  const t = useTranslations('common.answer');
  return (content) => ('typed' in content ? content.typed : t(content.answer));
}
