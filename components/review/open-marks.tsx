import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = {
  reportId: string;
  /** Marks of the last return that the unit neither changed nor answered. */
  marks: readonly { indicator: string; note: string }[];
  rows: readonly { indicator: Indicator }[];
};

/** For the unit, before it hands in again: what the reviewer marked and nothing was done about. It keeps nothing
 *  back: the unit may be right, and then says so. */
export function OpenMarks({ reportId, marks, rows, mayChange }: Props & { mayChange: boolean }) {
  const t = useTranslations('openMarks');
  const locale = useLocale();
  if (marks.length === 0) return null;
  const indicators = new Map(rows.map(({ indicator }) => [indicator.code, indicator]));
  return (
    <section id="open-marks" tabIndex={-1} className="mt-6 outline-none first:mt-0">
      <h2>{t('title', { count: marks.length })}</h2>
      {mayChange ? <p className="mb-2 max-w-3xl text-ink-2">{t('text')}</p> : null}
      <ul>
        {marks.map(({ indicator: code, note }) => {
          const indicator = indicators.get(code)!;
          const name = nameOf(indicator, locale);
          return (
            <li key={code} className="border-t border-line py-2">
              <p>
                <span aria-hidden="true" className="text-attention">
                  ▲{' '}
                </span>
                {note ? t('item', { name, note }) : name}
              </p>
              <p className="no-print flex flex-wrap gap-x-4 text-table">
                {mayChange ? (
                  <Link
                    href={paths.section(reportId, indicator.section, code)}
                    className="inline-block min-h-6"
                  >
                    {t('change')}
                    <span className="sr-only"> {name}</span>
                  </Link>
                ) : null}
                <Link href={paths.reportFigure(reportId, code)} className="inline-block min-h-6">
                  {t(mayChange ? 'answer' : 'read')}
                  <span className="sr-only"> {name}</span>
                </Link>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** For the reviewer, before he approves: how many there are and which, each leading to its page. */
export function OpenMarksNote({ reportId, marks, rows }: Props) {
  const t = useTranslations('openMarks');
  const locale = useLocale();
  if (marks.length === 0) return null;
  const indicators = new Map(rows.map(({ indicator }) => [indicator.code, indicator]));
  return (
    <p className="mb-2 text-attention">
      <span aria-hidden="true">▲ </span>
      {t('note', { count: marks.length })}
      {marks.map(({ indicator: code }, at) => (
        <span key={code}>
          {at > 0 ? (locale === 'en' ? ', ' : '、') : null}
          <Link href={paths.reportFigure(reportId, code)} className="inline-block min-h-6">
            {nameOf(indicators.get(code)!, locale)}
          </Link>
        </span>
      ))}
    </p>
  );
}
