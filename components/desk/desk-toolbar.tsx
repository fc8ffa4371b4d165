'use client';

import { redo, undo } from 'prosemirror-history';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { paths } from '@/lib/paths';
import { addOwn, currentBlock, moveBlock, toggleBlock } from './desk-commands';
import type { DeskControl } from './use-desk';

/** What can be done with the sentence the cursor is in, always visible; and whether the text is saved. */
export function DeskToolbar({ desk, note }: { desk: DeskControl; note: string }) {
  const t = useTranslations('desk');
  const { state, run } = desk;
  const block = state && currentBlock(state).node;
  const flag = (name: 'hidden' | 'pinned' | 'opens') => block?.attrs[name] === true;
  return (
    <div className="desk-toolbar no-print">
      <div role="toolbar" aria-label={t('toolbar')} className="flex flex-wrap gap-2">
        <Button type="button" onClick={() => run(undo)} aria-keyshortcuts="Control+Z">
          {t('undo')}
        </Button>
        <Button type="button" onClick={() => run(redo)} aria-keyshortcuts="Control+Y">
          {t('redo')}
        </Button>
        <Button type="button" onClick={() => run(moveBlock(-1))} aria-keyshortcuts="Alt+ArrowUp">
          {t('up')}
        </Button>
        <Button type="button" onClick={() => run(moveBlock(1))} aria-keyshortcuts="Alt+ArrowDown">
          {t('down')}
        </Button>
        <Button
          type="button"
          aria-pressed={flag('hidden')}
          onClick={() => run(toggleBlock('hidden'))}
          aria-keyshortcuts="Alt+H"
        >
          {t(flag('hidden') ? 'show' : 'hide')}
        </Button>
        <Button
          type="button"
          aria-pressed={flag('pinned')}
          onClick={() => run(toggleBlock('pinned'))}
          aria-keyshortcuts="Alt+P"
        >
          {t(flag('pinned') ? 'unpin' : 'pin')}
        </Button>
        <Button
          type="button"
          aria-pressed={flag('opens')}
          onClick={() => run(toggleBlock('opens'))}
        >
          {t('opens')}
        </Button>
        <Button type="button" onClick={() => run(addOwn)}>
          {t('addOwn')}
        </Button>
      </div>
      <div className="mt-1 flex flex-wrap gap-x-6 text-table">
        <SavingState desk={desk} />
        <p role="status" className="text-ink-2">
          {note}
        </p>
      </div>
    </div>
  );
}

function SavingState({ desk: { saving } }: { desk: DeskControl }) {
  const t = useTranslations('desk.saving');
  const issues = useTranslations('issues');
  const format = useFormatter();
  const isBad =
    saving.kind === 'offline' ||
    saving.kind === 'signed-out' ||
    saving.kind === 'refused' ||
    saving.kind === 'conflict';
  const text =
    saving.kind === 'saved'
      ? t('saved', { at: format.dateTime(new Date(saving.at), 'clock') })
      : saving.kind === 'refused'
        ? t('refused', {
            why: issues.has(saving.code as 'refused')
              ? issues(saving.code as 'refused')
              : saving.code,
          })
        : t(saving.kind);
  return (
    <p
      role="status"
      data-saving={saving.kind}
      className={isBad ? 'text-attention' : saving.kind === 'saved' ? 'text-good' : 'text-ink-2'}
    >
      <span aria-hidden="true">{isBad ? '▲ ' : saving.kind === 'saved' ? '✓ ' : ''}</span>
      {text}
      {saving.kind === 'signed-out' ? (
        <a href={paths.signIn()} target="_blank" rel="noreferrer" className="ml-2">
          {t('signIn')}
        </a>
      ) : null}
    </p>
  );
}
