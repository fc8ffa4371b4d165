'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState, useSyncExternalStore } from 'react';
import type { Reason } from '@/lib/domain/entry/figure-edit';
import { longestReason } from './fill-state';
import type { GridController } from './grid-controller';

type Props = { grid: GridController; copyText: (codes: readonly string[]) => string };

/** What can be done to several chosen cells at once, while several are chosen. */
export function SelectionBar({ grid, copyText }: Props) {
  const t = useTranslations('entryTools.selection');
  const answers = useTranslations('common.answer');
  const { selection } = grid.moves;
  const codes = useSyncExternalStore(selection.subscribe, selection.codes, selection.codes);
  const fill = useTranslations('entry.fill');
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  if (codes.length < 2) return null;
  // One reason for all of them, or every cell would ask for its own before the report is sent.
  const answer = (reason: Reason) => {
    const words = note.trim();
    setAsked(words === '');
    if (words === '') field.current?.focus();
    else grid.fillSelection({ answer: reason, note: words });
  };
  return (
    <div
      role="group"
      aria-label={t('title', { count: codes.length })}
      className="no-print flex w-full flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1"
    >
      <span role="status" className="font-bold tabular-nums">
        {t('title', { count: codes.length })}
      </span>
      <Action onClick={() => grid.fillSelection({ typed: '0' })}>{t('zero')}</Action>
      <Action onClick={() => answer('not_applicable')}>{answers('not_applicable')}</Action>
      <Action onClick={() => answer('not_available')}>{answers('not_available')}</Action>
      <label className="flex items-center gap-1 text-table text-ink-2">
        {fill('reason')}
        <input
          ref={field}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
            setAsked(false);
          }}
          maxLength={longestReason}
          autoComplete="off"
          aria-invalid={isAsked || undefined}
          aria-describedby={isAsked ? 'selection-reason' : undefined}
          className={`h-8 w-44 rounded-sm bg-paper px-2 text-ink ${isAsked ? 'border-2 border-wrong' : 'border border-line-2'}`}
        />
      </label>
      <Action onClick={() => grid.copyPrevious()}>{t('previous')}</Action>
      <Action onClick={() => grid.fillSelection({ typed: '' })}>{t('clear')}</Action>
      <Action onClick={() => void navigator.clipboard?.writeText(copyText(codes))}>
        {t('copy')}
      </Action>
      {isAsked ? (
        <span id="selection-reason" role="alert" className="w-full text-wrong">
          {fill('needReason')}
        </span>
      ) : null}
    </div>
  );
}

function Action({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    // The mouse leaves the focus in the table, so that the choice stays visible.
    <button
      type="button"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
      className="min-h-8 rounded-md border border-line-2 bg-paper px-3 text-act"
    >
      {children}
    </button>
  );
}
