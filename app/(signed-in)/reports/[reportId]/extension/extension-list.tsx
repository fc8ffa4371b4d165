import { useFormatter, useTranslations } from 'next-intl';
import type { findExtensions } from '@/lib/data/report/extensions';

export type Extension = NonNullable<Awaited<ReturnType<typeof findExtensions>>>['rows'][number];

/** Every request for a later date, with its answer. */
export function ExtensionList({ rows }: { rows: readonly Extension[] }) {
  const [t, format] = [useTranslations('progress.extension'), useFormatter()];
  const day = (moment: Date) => format.dateTime(moment, 'day');
  const minute = (moment: Date) => format.dateTime(moment, 'minute');
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="border-b border-line py-2">
          <p>
            {t('entry', {
              by: row.by,
              at: minute(row.at),
              date: day(row.wanted),
              reason: row.reason,
            })}
          </p>
          {row.granted !== null && row.decidedAt ? (
            <p className="text-ink-2">
              {row.granted && row.until
                ? t('yes', {
                    by: row.decidedBy ?? '',
                    at: minute(row.decidedAt),
                    date: day(row.until),
                    answer: row.answer ?? '',
                  })
                : t('no', {
                    by: row.decidedBy ?? '',
                    at: minute(row.decidedAt),
                    answer: row.answer ?? '',
                  })}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
