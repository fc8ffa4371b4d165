import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { Section } from '@/lib/domain/catalogue/indicator';
import { threadStanding } from '@/lib/domain/report/mark-thread';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { PrintedFigure } from '@/components/figures/printed-figure';
import { isShown, rowFilters, type ReviewRow, type RowFilter } from './review-rows';

type Props = {
  reportId: string;
  sections: readonly Section[];
  rows: readonly ReviewRow[];
  chosen: string;
  filter: RowFilter;
  hasBefore: boolean;
  /** Figures with a statistical hint, and figures that the unit asks to have opened. */
  hinted: { has(code: string): boolean };
  asked: { has(code: string): boolean };
};

/** All figures of a submission, or those of a filter, each with what there is to look at. */
export function FigureList({
  reportId,
  sections,
  rows,
  chosen,
  filter,
  hasBefore,
  hinted,
  asked,
}: Props) {
  const t = useTranslations('figure');
  const locale = useLocale();
  const shown = rows.filter((row) => isShown(row, filter));
  return (
    <nav
      id="list"
      aria-label={t('list')}
      tabIndex={-1}
      className="no-print border border-line bg-paper outline-none lg:sticky lg:top-2 lg:max-h-[calc(100vh-1rem)] lg:overflow-y-auto"
    >
      <ul
        aria-label={t('filter.label')}
        className="flex flex-wrap gap-x-4 border-b border-line px-3 py-1"
      >
        {rowFilters
          .filter((one) => one !== 'changed' || hasBefore)
          .map((one) => (
            <li key={one}>
              <Link
                href={paths.reportFigure(reportId, chosen, one === 'all' ? undefined : one)}
                aria-current={one === filter ? 'true' : undefined}
                className={`inline-flex min-h-8 items-center text-table ${one === filter ? 'border-b-2 border-mark font-bold text-ink no-underline' : ''}`}
              >
                {t(`filter.${one}`, { count: rows.filter((row) => isShown(row, one)).length })}
              </Link>
            </li>
          ))}
      </ul>
      {shown.length === 0 ? <p className="px-3 py-2">{t('filter.nothing')}</p> : null}
      {sections.map((section) => {
        const here = shown.filter(({ indicator }) => indicator.section === section.code);
        return here.length === 0 ? null : (
          <section key={section.code} aria-label={nameOf(section, locale)}>
            <p className="bg-ground px-3 py-1 text-table font-bold">{nameOf(section, locale)}</p>
            <ul>
              {here.map((row) => {
                const { code } = row.indicator;
                return (
                  <li key={code} className="border-b border-line last:border-0">
                    <Link
                      href={paths.reportFigure(
                        reportId,
                        code,
                        filter === 'all' ? undefined : filter,
                      )}
                      aria-current={code === chosen ? 'page' : undefined}
                      className={`flex min-h-8 items-baseline gap-x-2 px-3 py-1 text-ink no-underline ${code === chosen ? 'border-l-4 border-mark bg-ground font-bold' : ''}`}
                    >
                      <span className="grow">{nameOf(row.indicator, locale)}</span>
                      <Signs row={row} isHinted={hinted.has(code)} isAsked={asked.has(code)} />
                      <span className="number flex-none text-table text-ink-2 tabular-nums">
                        <PrintedFigure
                          figure={row.figure}
                          indicator={row.indicator}
                          workedOut={row.workedOut}
                        />
                      </span>
                    </Link>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

/** What there is to look at, by shape and word. */
function Signs({
  row,
  isHinted,
  isAsked,
}: {
  row: ReviewRow;
  isHinted: boolean;
  isAsked: boolean;
}) {
  const t = useTranslations('figure.sign');
  const open = row.checks.some(
    ({ result, explanation }) =>
      result.check.kind !== 'hint' && (!explanation || explanation.outOfDate),
  );
  const standing = row.thread && threadStanding(row.thread.words);
  const signs = [
    row.checks.length > 0
      ? {
          shape: '▲',
          word: open ? ('check' as const) : ('explained' as const),
          look: open ? 'text-attention' : 'text-ink-2',
        }
      : null,
    isHinted ? { shape: '◇', word: 'hint' as const, look: 'text-ink-2' } : null,
    row.drafted || row.given !== null || standing === 'waits-for-unit'
      ? { shape: '●', word: 'marked' as const, look: 'text-attention' }
      : null,
    standing === 'waits-for-reviewer'
      ? { shape: '○', word: 'answered' as const, look: 'text-act' }
      : null,
    standing === 'settled' ? { shape: '✓', word: 'settled' as const, look: 'text-good' } : null,
    row.changedFrom ? { shape: '≠', word: 'changed' as const, look: 'text-act' } : null,
    isAsked ? { shape: '?', word: 'asked' as const, look: 'text-act' } : null,
  ].filter((sign) => sign !== null);
  return signs.map(({ shape, word, look }) => (
    <span key={word} title={t(word)} className={`flex-none ${look}`}>
      <span aria-hidden="true">{shape}</span>
      <span className="sr-only">{t(word)}</span>
    </span>
  ));
}
