import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { PrintedFigure } from '@/components/figures/printed-figure';
import { ChoiceLinks } from '@/components/ui/choice-links';
import type { Section } from '@/lib/domain/catalogue/indicator';
import { threadStanding } from '@/lib/domain/report/mark-thread';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { isShown, rowFilters, type ReviewRow, type RowFilter } from '../review-rows';

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

// Where there is room it stays in view and scrolls by itself.
const besideFigure = 'lg:sticky lg:top-2 lg:max-h-[calc(100vh-1rem)] lg:overflow-y-auto';

/** All figures of a submission, or those of a filter, each with what there is to look at. */
export function FigureList(props: Props) {
  const { sections, rows, filter } = props;
  const [t, locale] = [useTranslations('figure'), useLocale()];
  const shown = rows.filter((row) => isShown(row, filter));
  return (
    <nav
      id="list"
      aria-label={t('list')}
      tabIndex={-1}
      className={`no-print border border-line bg-paper outline-none ${besideFigure}`}
    >
      <Filters {...props} />
      {shown.length === 0 ? <p className="px-3 py-2">{t('filter.nothing')}</p> : null}
      {sections.map((section) => {
        const here = shown.filter(({ indicator }) => indicator.section === section.code);
        return here.length === 0 ? null : (
          <section key={section.code} aria-label={nameOf(section, locale)}>
            <p className="bg-ground px-3 py-1 text-table font-bold">{nameOf(section, locale)}</p>
            <ul>
              {here.map((row) => (
                <li key={row.indicator.code} className="border-b border-line last:border-0">
                  <FigureLink {...props} row={row} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

const addressOf = (reportId: string, code: string, filter: RowFilter) =>
  paths.reportFigure(reportId, code, filter === 'all' ? undefined : filter);

function Filters({ reportId, rows, chosen, filter, hasBefore }: Props) {
  const t = useTranslations('figure.filter');
  return (
    <ChoiceLinks
      aria-label={t('label')}
      className="flex flex-wrap gap-x-4 border-b border-line px-3 py-1"
      mark="border-b-2 border-mark"
      linkStyle="text-table"
      options={rowFilters
        .filter((one) => one !== 'changed' || hasBefore)
        .map((one) => ({
          href: addressOf(reportId, chosen, one),
          text: t(one, { count: rows.filter((row) => isShown(row, one)).length }),
          isChosen: one === filter,
        }))}
    />
  );
}

function FigureLink({ row, reportId, chosen, filter, hinted, asked }: Props & { row: ReviewRow }) {
  const { indicator, figure, workedOut } = row;
  const { code } = indicator;
  const locale = useLocale();
  const here = code === chosen ? 'border-l-4 border-mark bg-ground font-bold' : '';
  return (
    <Link
      href={addressOf(reportId, code, filter)}
      aria-current={code === chosen ? 'page' : undefined}
      className={`flex min-h-8 items-baseline gap-x-2 px-3 py-1 text-ink no-underline ${here}`}
    >
      <span className="grow">{nameOf(indicator, locale)}</span>
      <Signs row={row} isHinted={hinted.has(code)} isAsked={asked.has(code)} />
      <span className="number flex-none text-table text-ink-2 tabular-nums">
        <PrintedFigure figure={figure} indicator={indicator} workedOut={workedOut} />
      </span>
    </Link>
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
