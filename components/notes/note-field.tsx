'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { SaveTo } from '@/components/entry/saving/send-patch';
import { Button } from '@/components/ui/button';
import { Textarea } from '@/components/ui/textarea';
import { NoteSaver, type NoteState, type SavedNote } from './note-saver';

type Props = {
  saveTo: SaveTo;
  /** The submission that the page showed first. */
  submission: number;
  section: string;
  kind: 'measures' | 'highlights';
  note: Pick<SavedNote, 'text' | 'revision'>;
};

/** A text that saves itself while it is written. Without scripts it is a plain field of the form around it. */
export function NoteField({ saveTo, submission, section, kind, note }: Props) {
  const t = useTranslations('notes');
  const [saver] = useState(() => new NoteSaver(saveTo, { section, kind }, { ...note, submission }));
  const state = useSyncExternalStore(saver.subscribe, saver.read, saver.read);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (field.current) saver.catchUp(field.current.value);
    const leave = () => void saver.send(true);
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.isUnsaved) event.preventDefault();
    };
    addEventListener('pagehide', leave);
    addEventListener('beforeunload', warn);
    return () => {
      removeEventListener('pagehide', leave);
      removeEventListener('beforeunload', warn);
      void saver.send();
    };
  }, [saver]);
  const settle = (keep: 'mine' | 'theirs') => {
    const text = saver.settle(keep);
    if (field.current) field.current.value = text;
    field.current?.focus();
  };
  return (
    <div>
      <Textarea
        ref={field}
        id={`note-${kind}`}
        name={kind}
        label={t(kind)}
        hint={t(`${kind}Hint`)}
        defaultValue={note.text}
        rows={4}
        lang="zh-CN"
        // A browser that put an older text back here would be taken for somebody writing it.
        autoComplete="off"
        className="w-full"
        onChange={({ target }) => saver.write(target.value)}
        onBlur={() => void saver.send()}
      />
      <NoteStatus state={state} settle={settle} />
    </div>
  );
}

function NoteStatus({
  state,
  settle,
}: {
  state: NoteState;
  settle: (keep: 'mine' | 'theirs') => void;
}) {
  const t = useTranslations('notes');
  const issues = useTranslations('issues');
  const format = useFormatter();
  return (
    <div role="status" className="-mt-3 min-h-6 text-table text-ink-2">
      {state.kind === 'conflict' ? (
        <div className="border-l-4 border-attention bg-attention-ground px-3 py-2 text-attention">
          <p>
            {t('conflict', {
              by: state.theirs.by,
              at: format.dateTime(new Date(state.theirs.at), 'clock'),
            })}
          </p>
          <p lang="zh-CN" className="my-1 whitespace-pre-line text-ink">
            {state.theirs.text || t('empty')}
          </p>
          <p className="flex flex-wrap gap-3">
            <Button type="button" onClick={() => settle('mine')}>
              {t('keepMine')}
            </Button>
            <Button type="button" onClick={() => settle('theirs')}>
              {t('keepTheirs')}
            </Button>
          </p>
        </div>
      ) : state.kind === 'refused' ? (
        <span className="text-wrong">
          {`! ${issues.has(state.code as 'text-too-long') ? issues(state.code as 'text-too-long', { most: '2000', status: '' }) : t('refused')}`}
        </span>
      ) : state.kind === 'idle' ? null : (
        t(`state.${state.kind}`)
      )}
    </div>
  );
}
