import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Indicator } from '@/lib/domain/indicator';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = {
  form: {
    report: { id: string; submissions: readonly { number: number; review: { reason: string | null; by: string; at: Date } | null }[] };
    submission: { number: number };
    rows: readonly { indicator: Indicator }[];
    marks: readonly { indicator: string; note: string }[];
  };
};

/** Why the last submission came back, and the very cells it is about. */
export function ReturnedNotice({ form: { report, submission, rows, marks } }: Props) {
  const t = useTranslations('reports.returned');
  const locale = useLocale();
  const format = useFormatter();
  const review = report.submissions.find(({ number }) => number === submission.number - 1)?.review;
  const indicators = new Map(rows.map(({ indicator }) => [indicator.code, indicator]));
  return (
    <Notice kind="attention" title={t('title')}>
      {review ? (
        <>
          <p className="whitespace-pre-line">{review.reason}</p>
          <p className="text-table text-ink-2">{t('by', { by: review.by, at: format.dateTime(review.at, 'minute') })}</p>
        </>
      ) : null}
      {marks.length > 0 ? (
        <>
          <p className="mt-2 font-bold">{t('marks')}</p>
          <ul className="list-inside list-disc">
            {marks.map(({ indicator: code, note }) => {
              const indicator = indicators.get(code);
              return indicator ? (
                <li key={code}>
                  <Link href={paths.section(report.id, indicator.section, code)}>{nameOf(indicator, locale)}</Link>
                  {note ? (locale === 'en' ? ': ' : '：') : ''}
                  {note}
                </li>
              ) : null;
            })}
          </ul>
        </>
      ) : null}
    </Notice>
  );
}
