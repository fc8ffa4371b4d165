'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { nameOf } from '@/lib/i18n/name-of';
import { useContentText } from '../row/content-text';
import type { EntrySession } from '../saving/entry-session';

/** Offers back what this browser could not send the last time, while it may be put in. */
export function UnsentOffer({ session: { cells, copy, editor } }: { session: EntrySession }) {
  const t = useTranslations('entry.offer');
  const locale = useLocale();
  const textOf = useContentText();
  const isOpen = useSyncExternalStore(editor.isOpen.subscribe, editor.isOpen.read, () => true);
  const offers = Object.entries(
    useSyncExternalStore(copy.offers.subscribe, copy.offers.read, copy.offers.read),
  );
  if (!isOpen || offers.length === 0) return null;
  return (
    <Notice kind="attention" title={t('title', { count: offers.length })} role="status">
      <ul className="list-inside list-disc">
        {offers.map(([code, unsent]) => {
          const row = cells.get(code)?.row;
          return row ? (
            <li key={code}>
              {t('item', { name: nameOf(row.indicator, locale), value: textOf(unsent) || '—' })}
            </li>
          ) : null;
        })}
      </ul>
      <p className="mt-3 flex flex-wrap gap-3">
        <Button type="button" kind="primary" onClick={() => copy.take(editor)}>
          {t('take')}
        </Button>
        <Button type="button" onClick={() => void copy.drop()}>
          {t('drop')}
        </Button>
      </p>
    </Notice>
  );
}
