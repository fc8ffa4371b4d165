'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import type { PageStatus } from '../saving/save-status';
import {
  chooseDirection,
  enterDirection,
  enterDirections,
  subscribeDirection,
} from './enter-direction';
import type { GridController } from './grid-controller';

type Props = { status: PageStatus; grid: () => GridController | null; openHelp: () => void };

/** What there is to do over the whole table: back, forward, to the next empty or doubtful cell, the keys. */
export function EntryTools({ status, grid, openHelp }: Props) {
  const t = useTranslations('entryTools');
  const { total, filled } = useSyncExternalStore(status.subscribe, status.read, status.read);
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar')}
      className="flex flex-wrap items-center gap-x-4 gap-y-1"
    >
      <Tool keys="Control+Z" onClick={() => grid()?.undo()}>
        {t('undo')}
      </Tool>
      <Tool keys="Control+Y" onClick={() => grid()?.redo()}>
        {t('redo')}
      </Tool>
      <Tool
        keys="Control+ArrowDown"
        disabled={filled === total}
        onClick={() => grid()?.moves.toEmpty()}
      >
        {t('toEmpty', { count: total - filled })}
      </Tool>
      <Tool keys="Alt+ArrowDown" onClick={() => grid()?.moves.toFlagged()}>
        {t('toFlagged')}
      </Tool>
      <Tool keys="F1" onClick={openHelp}>
        {t('help')}
      </Tool>
    </div>
  );
}

type ToolProps = { keys: string; disabled?: boolean; onClick: () => void; children: string };

function Tool({ keys, disabled, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={keys}
      disabled={disabled}
      onClick={onClick}
      className="min-h-8 text-table text-act underline underline-offset-3 hover:decoration-2 disabled:text-ink-2 disabled:no-underline"
    >
      {children}
    </button>
  );
}

export function EnterSwitch() {
  const t = useTranslations('entryTools');
  const direction = useSyncExternalStore(subscribeDirection, enterDirection, () => 'down' as const);
  return (
    <label className="flex items-center gap-1 text-table text-ink-2 max-sm:hidden">
      {t('enter')}
      <select
        value={direction}
        onChange={(event) => chooseDirection(event.target.value)}
        className="min-h-8 border border-transparent bg-transparent text-table text-ink-2"
      >
        {enterDirections.map((one) => (
          <option key={one} value={one}>
            {t(`enterTo.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
