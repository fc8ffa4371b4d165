import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { Thread } from '@/lib/domain/report/mark-thread';
import type { Action } from '@/lib/domain/access/policy';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import type { Reopening } from './figure-talk';
import { ThreadTag } from './mark-thread';

type Review = {
  decision: 'approved' | 'returned';
  reason: string | null;
  by: string;
  at: Date;
  opensAll: boolean;
  marks: readonly { indicator: string; note: string }[];
};
type Props = {
  /** What was said about marked figures, and what was asked to be opened. */
  threads: ReadonlyMap<string, Thread>;
  requests: readonly Reopening[];
  form: {
    report: {
      id: string;
      allowed: readonly Action[];
      submissions: readonly { number: number; review: Review | null }[];
    };
    submission: { number: number };
    rows: readonly { indicator: Indicator }[];
  };
};

/** Why the last submission came back, and the very cells it is about. */
export function ReturnedNotice({ form: { report, submission, rows }, threads, requests }: Props) {
  const t = useTranslations('reports.returned');
  const locale = useLocale();
  const format = useFormatter();
  const review = report.submissions.findLast(
    ({ number, review: given }) => number < submission.number && given?.decision === 'returned',
  )?.review;
  const marks = review?.marks ?? [];
  const colon = locale === 'en' ? ': ' : '：';
  const indicators = new Map(rows.map(({ indicator }) => [indicator.code, indicator]));
  return (
    <Notice kind="attention" title={t('title')}>
      {review ? (
        <>
          <p className="whitespace-pre-line">{review.reason}</p>
          <p className="text-table text-ink-2">
            {t('by', { by: review.by, at: format.dateTime(review.at, 'minute') })}
          </p>
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
                  <Link href={paths.section(report.id, indicator.section, code)}>
                    {nameOf(indicator, locale)}
                  </Link>
                  {note ? colon : ''}
                  {note}{' '}
                  <Link
                    href={paths.reportFigure(report.id, code)}
                    className="no-print ml-2 inline-block min-h-6"
                  >
                    {t('thread')}
                    <span className="sr-only"> {nameOf(indicator, locale)}</span>
                  </Link>{' '}
                  {threads.get(code) ? (
                    <ThreadTag
                      thread={threads.get(code)!}
                      mayAnswer={report.allowed.includes('mark.answer')}
                    />
                  ) : null}
                </li>
              ) : null;
            })}
          </ul>
          <p className="mt-2">{t(review?.opensAll ? 'openAll' : 'open')}</p>
        </>
      ) : null}
      {requests.length > 0 ? (
        <>
          <p className="mt-2 font-bold">{t('asked')}</p>
          <ul className="list-inside list-disc">
            {requests.map(({ indicator: code, reason, isGranted, answer }) => {
              const indicator = indicators.get(code);
              return (
                <li key={code}>
                  <Link
                    href={
                      indicator && isGranted
                        ? paths.section(report.id, indicator.section, code)
                        : paths.reportFigure(report.id, code)
                    }
                  >
                    {indicator ? nameOf(indicator, locale) : code}
                  </Link>
                  {colon}
                  {reason}{' '}
                  <Tag kind={isGranted === null ? 'todo' : isGranted ? 'good' : 'wrong'}>
                    {t(
                      `request.${isGranted === null ? 'waiting' : isGranted ? 'granted' : 'refused'}`,
                      { answer: answer ?? '' },
                    )}
                  </Tag>
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
    </Notice>
  );
}
