import Link from 'next/link';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { Tag } from '@/components/ui/tag';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { Thread } from '@/lib/domain/report/mark-thread';
import type { Action } from '@/lib/domain/access/policy';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import type { Reopening } from './figure/figure-talk';
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
  const format = useFormatter();
  const review = report.submissions.findLast(
    ({ number, review: given }) => number < submission.number && given?.decision === 'returned',
  )?.review;
  const marks = review?.marks ?? [];
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
              const thread = threads.get(code);
              return indicator ? (
                <Marked key={code} {...{ report, indicator, note, thread }} />
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
            {requests.map((request) => (
              <Asked
                key={request.indicator}
                reportId={report.id}
                request={request}
                indicator={indicators.get(request.indicator)}
              />
            ))}
          </ul>
        </>
      ) : null}
    </Notice>
  );
}

/** A marked figure: its cell, what the reviewer wrote, and where that is talked about. */
function Marked({
  report,
  indicator,
  note,
  thread,
}: {
  report: Props['form']['report'];
  indicator: Indicator;
  note: string;
  thread: Thread | undefined;
}) {
  const [t, locale] = [useTranslations('reports.returned'), useLocale()];
  const { section, code } = indicator;
  return (
    <li>
      <Link href={paths.section(report.id, section, code)}>{nameOf(indicator, locale)}</Link>
      {note ? colon(locale) : ''}
      {note}{' '}
      <Link
        href={paths.reportFigure(report.id, code)}
        className="no-print ml-2 inline-block min-h-6"
      >
        {t('thread')}
        <span className="sr-only"> {nameOf(indicator, locale)}</span>
      </Link>{' '}
      {thread ? (
        <ThreadTag thread={thread} mayAnswer={report.allowed.includes('mark.answer')} />
      ) : null}
    </li>
  );
}

/** A figure that the unit asked to have opened: its cell where that was granted, else its page. */
function Asked({
  reportId,
  request: { indicator: code, reason, isGranted, answer },
  indicator,
}: {
  reportId: string;
  request: Reopening;
  indicator: Indicator | undefined;
}) {
  const [t, locale] = [useTranslations('reports.returned'), useLocale()];
  const standing = isGranted === null ? 'waiting' : isGranted ? 'granted' : 'refused';
  const kinds = { waiting: 'todo', granted: 'good', refused: 'wrong' } as const;
  return (
    <li>
      <Link
        href={
          indicator && isGranted
            ? paths.section(reportId, indicator.section, code)
            : paths.reportFigure(reportId, code)
        }
      >
        {indicator ? nameOf(indicator, locale) : code}
      </Link>
      {colon(locale)}
      {reason}{' '}
      <Tag kind={kinds[standing]}>{t(`request.${standing}`, { answer: answer ?? '' })}</Tag>
    </li>
  );
}

const colon = (locale: string): string => (locale === 'en' ? ': ' : '：');
