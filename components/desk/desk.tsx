'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState, type RefObject } from 'react';
import './desk.css';
import './redline/redline.css';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { longestPaste } from '@/lib/domain/desk/paste';
import { paths } from '@/lib/paths';
import { ConflictPanel } from './panels/conflict-panel';
import type { DeskProps } from './desk-props';
import { DeskToolbar } from './desk-toolbar';
import { IssueForm } from './panels/issue-form';
import { LeftOutPanel } from './panels/left-out-panel';
import { chosenChip, NumberPanel } from './panels/number-panel';
import { StalePanel } from './panels/stale-panel';
import { UnlinkedPanel } from './panels/unlinked-panel';
import { useDesk, type DeskControl } from './use-desk';

/** The author's desk: the text as it can be written on, and beside it what asks for attention. */
export function Desk(props: DeskProps) {
  const t = useTranslations('desk');
  const panel = useRef<HTMLDivElement>(null);
  const [note, setNote] = useState('');
  const labels = {
    hidden: t('marks.hidden'),
    pinned: t('marks.pinned'),
    stale: t('marks.stale'),
    own: t('marks.own'),
    editor: t('editor'),
  };
  const { place, desk } = useDesk(props, labels, {
    chosen: () => panel.current?.querySelector<HTMLElement>('input:checked, a, input')?.focus(),
    refused: () => setNote(t('notTyped')),
    loosened: () => setNote(t('loosened')),
    tooLong: (count) => setNote(t('pasted.tooLong', { count, most: longestPaste })),
    merged: (by) => setNote(t('conflict.merged', { by })),
  });
  useEffect(() => {
    const timer = setTimeout(() => setNote(''), 8000);
    return () => clearTimeout(timer);
  }, [note]);
  return (
    <div className={`beside-sheet desk ${props.trace ? 'has-trace' : ''}`}>
      <div className="min-w-0">
        <DeskToolbar desk={desk} note={note} />
        {desk.isRecovered && desk.saving.kind !== 'conflict' ? (
          <Notice kind="good" role="status">
            {t('recovered')}
          </Notice>
        ) : null}
        <ConflictPanel desk={desk} />
        <Sheet aria-label={t('sheet')} className="sm:px-8">
          <div ref={place} />
        </Sheet>
      </div>
      <div className="beside-column">
        <DeskSide {...props} desk={desk} panel={panel} />
      </div>
    </div>
  );
}

type SideProps = DeskProps & { desk: DeskControl; panel: RefObject<HTMLDivElement | null> };

function DeskSide({ desk, panel, ...props }: SideProps) {
  const t = useTranslations('desk');
  const chip = chosenChip(desk.state);
  const { unit, period } = props;
  const { saving } = desk;
  return (
    <div className="beside desk-side">
      {props.trace}
      {chip ? <NumberPanel desk={desk} chip={chip} traces={props.traces} panel={panel} /> : null}
      <StalePanel desk={desk} />
      <UnlinkedPanel desk={desk} />
      <LeftOutPanel desk={desk} generated={props.generated} unstated={props.unstated} />
      {props.notes}
      <p className="mb-3">
        <a href={paths.versions(unit, period)} className="mr-4">
          {t('versions.link')}
        </a>
        {/* Not while the server does not have what was typed: the look ahead would speak of an older text. */}
        {saving.kind === 'saved' ? (
          <a href={paths.renewal(unit, period)}>{t('renewal.link')}</a>
        ) : (
          <span className="text-ink-2">{t('renewal.link')}</span>
        )}
      </p>
      {props.issue ? (
        <IssueForm
          action={props.issue}
          unit={unit}
          period={period}
          desk={desk}
          revision={saving.kind === 'saved' ? saving.revision : null}
        />
      ) : null}
    </div>
  );
}
