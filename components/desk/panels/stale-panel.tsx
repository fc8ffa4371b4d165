'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { textOf, type Block } from '@/lib/domain/desk/manuscript';
import { update, type Stale } from '@/lib/domain/desk/merge';
import { compareTexts } from '@/lib/domain/desk/redline';
import { replaceBlocks } from '../desk-commands';
import { blockOf } from '../desk-schema';
import { RedlineText } from '../redline/redline-text';
import type { DeskControl } from '../use-desk';

type StaleBlock = { block: Block; stale: Stale };

/** Sentences whose figures have changed: as they are, and as they would be. Nothing changes by itself. */
export function StalePanel({ desk }: { desk: DeskControl }) {
  const t = useTranslations('desk.stale');
  const stale = staleIn(desk);
  if (stale.length === 0) return null;
  const renew = (which: StaleBlock[]) =>
    desk.dispatch((state) =>
      replaceBlocks(
        state,
        new Map(
          which.map(({ block, stale: of }) => [block.id, update(block, of, desk.finder.today)]),
        ),
      ),
    );
  const many = stale.filter(({ block, stale: { parts } }) => !block.pinned && parts !== null);
  return (
    <section aria-label={t('title', { count: stale.length })} className="desk-panel">
      <h2 className="text-attention">
        <span aria-hidden="true">▲ </span>
        {t('title', { count: stale.length })}
      </h2>
      {many.length > 1 ? (
        <p className="mt-1">
          <Button type="button" onClick={() => renew(many)}>
            {t('updateAll', { count: many.length })}
          </Button>
        </p>
      ) : null}
      <ul className="list-none">
        {stale.map((one) => (
          <StaleSentence key={one.block.id} of={one} renew={() => renew([one])} />
        ))}
      </ul>
    </section>
  );
}

function StaleSentence({ of: { block, stale }, renew }: { of: StaleBlock; renew(): void }) {
  const t = useTranslations('desk.stale');
  const text = textOf(block.parts);
  const { before, after } = compareTexts(text, textOf(stale.parts ?? []));
  return (
    <li className="border-b border-line py-2">
      <p>
        <span className="text-table text-ink-2">{t('old')}</span>{' '}
        <RedlineText pieces={stale.parts ? before : [{ kind: 'same', text }]} />
      </p>
      {stale.parts ? (
        <>
          <p>
            <span className="text-table text-ink-2">{t('new')}</span> <RedlineText pieces={after} />
          </p>
          {stale.own === 'none' ? null : <p className="text-table text-ink-2">{t(stale.own)}</p>}
          <Button type="button" onClick={renew}>
            {t('update')}
          </Button>
        </>
      ) : (
        <p className="text-table text-attention">{t('gone')}</p>
      )}
    </li>
  );
}

function staleIn({ state, finder }: DeskControl): StaleBlock[] {
  const found: StaleBlock[] = [];
  state?.doc.forEach((node) => {
    const { stale } = finder.look(node);
    if (stale) found.push({ block: blockOf(node), stale });
  });
  return found;
}
