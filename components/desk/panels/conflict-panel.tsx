'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { textOf } from '@/lib/domain/desk/manuscript';
import type { Collision } from '@/lib/domain/desk/merge-blocks';
import { compareTexts } from '@/lib/domain/desk/redline';
import { RedlineText } from '../redline/redline-text';
import type { DeskControl } from '../use-desk';

/** Somebody else changed the same sentences meanwhile: both versions of each, and the choice. All else is merged. */
export function ConflictPanel({ desk }: { desk: DeskControl }) {
  const t = useTranslations('desk.conflict');
  const format = useFormatter();
  const { saving, saver } = desk;
  const [choices, setChoices] = useState<ReadonlyMap<string, 'mine' | 'theirs'>>(new Map());
  if (saving.kind !== 'conflict') return null;
  const { theirs, collisions } = saving;
  const choose = (id: string, choice: 'mine' | 'theirs') => {
    const chosen = new Map(choices).set(id, choice);
    if (!collisions.every((one) => chosen.has(one.id))) return setChoices(chosen);
    setChoices(new Map());
    saver.settle(
      theirs,
      collisions.filter((one) => chosen.get(one.id) === 'theirs').map((one) => one.id),
    );
  };
  return (
    <Notice
      kind="attention"
      role="alert"
      title={t('title', {
        by: theirs.savedBy,
        at: format.dateTime(new Date(theirs.savedAt), 'minute'),
      })}
    >
      <p>{t('places', { count: collisions.length })}</p>
      <ul className="list-none">
        {collisions.map((collision) => {
          const { before, after } = textsOf(collision);
          return (
            <li key={collision.id} className="border-b border-line py-2">
              <p>
                <span className="text-table">{t('theirs')}</span>{' '}
                {collision.theirs ? <RedlineText pieces={before} /> : t('gone')}
              </p>
              <p>
                <span className="text-table">{t('mine')}</span>{' '}
                {collision.mine ? <RedlineText pieces={after} /> : t('gone')}
              </p>
              <p className="mt-1 flex flex-wrap gap-3">
                {(['theirs', 'mine'] as const).map((choice) => (
                  <Button
                    key={choice}
                    type="button"
                    aria-pressed={choices.get(collision.id) === choice}
                    onClick={() => choose(collision.id, choice)}
                  >
                    {choice === 'mine' ? t('keepMine') : t('takeTheirs', { by: theirs.savedBy })}
                  </Button>
                ))}
              </p>
            </li>
          );
        })}
      </ul>
      <p className="mt-1 text-table">{t('kept')}</p>
    </Notice>
  );
}

const textsOf = ({ mine, theirs }: Collision) =>
  compareTexts(textOf(theirs?.parts ?? []), textOf(mine?.parts ?? []));
