'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { nameOf } from '@/lib/i18n/name-of';
import { useContentText } from '../grid/figure-cell';
import type { FigureStore } from './figure-store';

/** Offers back what this browser could not send the last time. */
export function UnsentOffer({ store }: { store: FigureStore }) {
  const t = useTranslations('entry.offer');
  const locale = useLocale();
  const textOf = useContentText();
  const offers = Object.entries(
    useSyncExternalStore(store.subscribeStatus, store.offered, store.offered),
  );
  if (offers.length === 0) return null;
  return (
    <Notice kind="attention" title={t('title', { count: offers.length })} role="status">
      <ul className="list-inside list-disc">
        {offers.map(([code, unsent]) => {
          const row = store.cell(code)?.row;
          return row ? (
            <li key={code}>
              {t('item', { name: nameOf(row.indicator, locale), value: textOf(unsent) || '—' })}
            </li>
          ) : null;
        })}
      </ul>
      <p className="mt-3 flex flex-wrap gap-3">
        <Button type="button" kind="primary" onClick={() => store.takeOffers()}>
          {t('take')}
        </Button>
        <Button type="button" onClick={() => void store.dropOffers()}>
          {t('drop')}
        </Button>
      </p>
    </Notice>
  );
}
