'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Unlinked } from '@/lib/domain/reader/find-unlinked';
import { putChip } from '../desk-commands';
import { positionAt } from '../desk-schema';
import type { DeskControl } from '../use-desk';

/** Numbers that were typed by hand, each with the figure it seems to be. */
export function UnlinkedPanel({ desk }: { desk: DeskControl }) {
  const t = useTranslations('desk.unlinked');
  const all = unlinkedIn(desk);
  if (all.length === 0) return null;
  return (
    <section aria-label={t('title', { count: all.length })} className="desk-panel">
      <h2>{t('title', { count: all.length })}</h2>
      <p className="text-table text-ink-2">{t('help')}</p>
      <ul className="list-none">
        {all.map(({ from, to, unlinked }) => {
          const suggestion = desk.finder.suggestionFor(unlinked);
          return (
            <li
              key={from}
              className="flex flex-wrap items-center gap-x-3 border-b border-line py-2"
            >
              <span lang="zh-CN" className="unlinked">
                {unlinked.text}
              </span>
              {suggestion ? (
                <>
                  <span lang="zh-CN" className="text-table">
                    {t('seems', {
                      name: `${suggestion.number.period}${suggestion.number.name}`,
                      text: suggestion.number.texts[0] ?? '',
                    })}
                  </span>
                  <Button
                    type="button"
                    aria-label={t('linkOne', { text: unlinked.text })}
                    onClick={() =>
                      desk.dispatch((state) => putChip(state, suggestion.chip, { from, to }))
                    }
                  >
                    {t('link')}
                  </Button>
                </>
              ) : (
                <span className="text-table text-ink-2">{t('unknown')}</span>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function unlinkedIn({
  state,
  finder,
}: DeskControl): { from: number; to: number; unlinked: Unlinked }[] {
  const found: { from: number; to: number; unlinked: Unlinked }[] = [];
  state?.doc.forEach((node, offset) => {
    for (const unlinked of finder.look(node).unlinked) {
      found.push({
        from: positionAt(node, offset + 1, unlinked.start),
        to: positionAt(node, offset + 1, unlinked.end),
        unlinked,
      });
    }
  });
  return found;
}
