'use client';

import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { nameOf } from '@/lib/i18n/name-of';
import { dueInWords, type BoardRow } from './progress-row';

/** Plain text to copy into a message or to read from on the telephone. */
export function CallList({ rows, now }: { rows: readonly BoardRow[]; now: Date }) {
  const [t, board, status] = [
    useTranslations('progress.remind'),
    useTranslations('progress'),
    useTranslations('common.status'),
  ];
  const [locale, format] = [useLocale(), useFormatter()];
  const [isCopied, setCopied] = useState(false);
  const lines = rows.map((row) => {
    const dayOf = (moment: Date) => format.dateTime(moment, { month: 'long', day: 'numeric' });
    const due = dueInWords(row, now, dayOf, board);
    const contact =
      [row.contact.name, row.contact.phone].filter(Boolean).join(' ') || t('noContact');
    return t('line', { unit: nameOf(row.unit, locale), status: status(row.status), due, contact });
  });
  return (
    <details className="no-print my-4">
      <summary className="min-h-8">{t('list')}</summary>
      <p className="text-ink-2">{t('listHint')}</p>
      <textarea
        readOnly
        aria-label={t('list')}
        rows={Math.min(12, lines.length + 1)}
        value={lines.join('\n')}
        className="w-full max-w-4xl border border-line-2 bg-paper p-2 text-table"
      />
      <p>
        <Button
          type="button"
          kind="plain"
          onClick={() =>
            void navigator.clipboard.writeText(lines.join('\n')).then(() => setCopied(true))
          }
        >
          {t('copy')}
        </Button>
        <span role="status" className="ml-3">
          {isCopied ? t('copied') : ''}
        </span>
      </p>
    </details>
  );
}
