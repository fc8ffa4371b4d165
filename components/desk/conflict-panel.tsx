'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { textOf, type Block } from '@/lib/domain/desk/manuscript';
import { compareTexts } from '@/lib/domain/desk/redline';
import { blocksOfDoc } from './desk-schema';
import { RedlineText } from './redline-text';
import type { DeskControl } from './use-desk';

/** Somebody else saved meanwhile: both texts where they differ, and the choice. */
export function ConflictPanel({ desk }: { desk: DeskControl }) {
  const t = useTranslations('desk.conflict');
  const format = useFormatter();
  const { saving, state, saver, load } = desk;
  if (saving.kind !== 'conflict' || !state) return null;
  const { theirs } = saving;
  return (
    <Notice
      kind="attention"
      role="alert"
      title={t('title', {
        by: theirs.savedBy,
        at: format.dateTime(new Date(theirs.savedAt), 'minute'),
      })}
    >
      <ul className="list-none">
        {differences(theirs.blocks, blocksOfDoc(state.doc)).map(({ id, before, after }) => (
          <li key={id} className="border-b border-line py-2">
            <p>
              <span className="text-table">{t('theirs')}</span> <RedlineText pieces={before} />
            </p>
            <p>
              <span className="text-table">{t('mine')}</span> <RedlineText pieces={after} />
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-2 flex flex-wrap gap-3">
        <Button
          type="button"
          onClick={() => {
            saver.takeTheirs(theirs);
            load(theirs.blocks);
          }}
        >
          {t('takeTheirs', { by: theirs.savedBy })}
        </Button>
        <Button type="button" onClick={() => saver.keepMine(theirs)}>
          {t('keepMine')}
        </Button>
      </p>
      <p className="mt-1 text-table">{t('kept')}</p>
    </Notice>
  );
}

function differences(theirs: readonly Block[], mine: readonly Block[]) {
  const ids = [...new Set([...theirs, ...mine].map(({ id }) => id))];
  const text = (blocks: readonly Block[], id: string) =>
    textOf(blocks.find((block) => block.id === id)?.parts ?? []);
  return ids.flatMap((id) => {
    const [a, b] = [text(theirs, id), text(mine, id)];
    return a === b ? [] : [{ id, ...compareTexts(a, b) }];
  });
}
