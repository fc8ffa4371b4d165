import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Sheet } from '@/components/ui/sheet';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Queued = {
  id: string;
  unit: { name: string; nameEn: string };
  submission: number;
  signedAt: Date | null;
  explained: number;
  isLate: boolean;
  acceptedBy: string | null;
  examined: { by: string; at: Date } | null;
};

/** What a reviewer weighs before opening a report: how long it waits, how much was explained, whether it came late. */
export function QueuedFacts({ row, now }: { row: Queued; now: Date }) {
  const [t, format] = [useTranslations('review.queue'), useFormatter()];
  const { submission, signedAt, explained, isLate, examined } = row;
  const facts = [
    t('submission', { number: submission }),
    signedAt
      ? t('signed', { at: format.dateTime(signedAt, 'day'), days: daysBetween(signedAt, now) })
      : '',
    explained > 0 ? t('explained', { count: explained }) : t('noneExplained'),
    isLate ? t('late') : '',
    examined ? t('examined', { by: examined.by, at: format.dateTime(examined.at, 'day') }) : '',
  ];
  return (
    <>
      {facts.filter(Boolean).join(t('separator'))}{' '}
      <Link href={paths.review(row.id)}>{t('read')}</Link>
    </>
  );
}

/** Reports that wait and that this viewer cannot approve: those of an examiner, and those that somebody else reads. */
export function OnlyRead({ rows, now }: { rows: readonly Queued[]; now: Date }) {
  const [t, locale] = [useTranslations('review.queue'), useLocale()];
  if (rows.length === 0) return null;
  return (
    <Sheet className="mt-4">
      <h2>{t('toRead')}</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="border-t border-line py-2">
            {nameOf(row.unit, locale)}{' '}
            <span className="text-ink-2">
              <QueuedFacts row={row} now={now} />{' '}
              {row.acceptedBy ? t('readBy', { by: row.acceptedBy }) : null}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

const daysBetween = (moment: Date, now: Date): number =>
  Math.floor((now.getTime() - moment.getTime()) / 86_400_000);
