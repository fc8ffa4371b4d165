import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { Action } from '@/lib/domain/access/policy';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { FigureKeys } from './figure-keys';
import type { RowFilter } from '../review-rows';

type Props = {
  report: { id: string; allowed: readonly Action[] };
  indicator: { code: string; section: string };
  filter: RowFilter;
  /** Codes of the figures before and after this one in the list, and of the next with something to look at. */
  previous: string | null;
  next: string | null;
  nextFlagged: string | null;
  nextReport: { id: string; unit: { name: string; nameEn: string } } | null;
};

/** From figure to figure, by link and by key, and back to where one came from. */
export function FigureSteps({ report, indicator, filter, nextReport, ...steps }: Props) {
  const [t, locale] = [useTranslations('figure'), useLocale()];
  const query = filter === 'all' ? undefined : filter;
  const addressOf = (code: string | null) => code && paths.reportFigure(report.id, code, query);
  const links = (['previous', 'next', 'nextFlagged'] as const).map(
    (key) => [key, addressOf(steps[key])] as const,
  );
  const { previous, next, nextFlagged } = Object.fromEntries(links);
  return (
    <>
      <FigureKeys
        previous={previous ?? null}
        next={next ?? null}
        flagged={nextFlagged ?? null}
        queue={nextReport && paths.review(nextReport.id)}
      />
      <nav
        aria-label={t('title')}
        className="no-print mb-3 flex flex-wrap items-center gap-x-6 gap-y-1"
      >
        {links.map(([key, href]) =>
          href ? (
            <Link
              key={key}
              href={href}
              className="inline-flex min-h-8 items-center"
              rel={key === 'previous' ? 'prev' : 'next'}
            >
              {t(key)}
            </Link>
          ) : (
            <span key={key} className="inline-flex min-h-8 items-center text-ink-2">
              {t(key)}：{t('none')}
            </span>
          ),
        )}
        <a href="#list" className="inline-flex min-h-8 items-center lg:hidden">
          {t('jump')}
        </a>
        {report.allowed.includes('report.fill') ? (
          <Link href={paths.section(report.id, indicator.section, indicator.code)}>
            {t('entry')}
          </Link>
        ) : (
          <Link href={paths.review(report.id)}>{t('back')}</Link>
        )}
        {nextReport ? (
          <Link href={paths.review(nextReport.id)}>
            {t('queueNext', { unit: nameOf(nextReport.unit, locale) })}
          </Link>
        ) : null}
      </nav>
    </>
  );
}
