import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { ChangeCells } from '@/components/figures/change-cells';
import { FigureName } from '@/components/figures/figure-name';
import { FiguresHead } from '@/components/figures/figures-head';
import type { Section } from '@/lib/domain/catalogue/indicator';
import type { Indicators } from '@/lib/i18n/check-sentence';
import type { Period } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { useHintSentence } from '@/components/figures/hint-sentence';
import { MarkField } from './desk/mark-field';
import { ThreadTag } from './mark-thread';
import { PrintedFigure } from '@/components/figures/printed-figure';
import { useFigureRemarks } from '@/components/figures/reported-change';
import { isShown, type ReviewRow, type RowFilter } from './review-rows';
import { RowChecks } from './row-checks';
import { yearChange } from '@/components/figures/year-change';

export type ReviewLabels = { previous: string; previousPeriod: string; period: Period };

type Props = {
  sections: readonly Section[];
  rows: readonly ReviewRow[];
  labels: ReviewLabels;
  filter?: RowFilter;
  /** Whether single figures can be marked; otherwise the marks given are shown. */
  canMark?: boolean;
  /** Where each figure has a page of its own. */
  reportId?: string;
};

const widths = {
  name: 'w-64 print:w-auto',
  previous: 'w-32 print:w-24',
  current: 'w-32 print:w-24',
  change: 'w-28 print:w-20',
  percent: 'w-20 print:w-16',
  notes: 'w-80 print:w-44',
};

/** A submission beside last year's, one row a figure. Rows that a filter leaves out stay in the form, so that a mark
 *  made before is not lost. */
export function ReviewTable(props: Props) {
  const { sections, rows, labels, filter = 'all', canMark = false } = props;
  const [t, locale] = [useTranslations('review'), useLocale()];
  const indicators: Indicators = new Map(rows.map(({ indicator }) => [indicator.code, indicator]));
  const hasMarks = canMark || rows.some(({ given, thread }) => given !== null || thread !== null);
  return (
    <table className="sticky-head review-table table">
      <FiguresHead
        area="review"
        previous={labels.previous}
        current={t('columns.current')}
        widths={widths}
      >
        {hasMarks ? (
          <th scope="col" className={canMark ? 'no-print w-52' : 'w-52 print:w-28'}>
            {t('columns.mark')}
          </th>
        ) : null}
      </FiguresHead>
      <tbody>
        {sections.map((section) => {
          const here = rows.filter(({ indicator }) => indicator.section === section.code);
          return (
            <Fragment key={section.code}>
              <tr className="keeps-next" hidden={here.every((row) => !isShown(row, filter))}>
                <th scope="colgroup" colSpan={hasMarks ? 7 : 6} className="bg-ground font-bold!">
                  {nameOf(section, locale)}
                </th>
              </tr>
              {here.map((row) => (
                <tr key={row.indicator.code} hidden={!isShown(row, filter)}>
                  <RowCells {...props} row={row} indicators={indicators} />
                  {hasMarks ? <MarkCell row={row} canMark={canMark} /> : null}
                </tr>
              ))}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

/** What the reviewer marks, or marked, and whose turn it is. */
function MarkCell({ row, canMark }: { row: ReviewRow; canMark: boolean }) {
  const locale = useLocale();
  const { indicator, drafted, given, thread } = row;
  return (
    <td className={canMark ? 'no-print py-0.5!' : undefined}>
      {canMark ? (
        <MarkField
          code={indicator.code}
          name={nameOf(indicator, locale)}
          drafted={drafted?.note ?? null}
        />
      ) : (
        given && <p className="text-attention">▲ {given}</p>
      )}
      {thread ? <ThreadTag thread={thread} /> : null}
    </td>
  );
}

type RowProps = Pick<Props, 'labels' | 'reportId'> & { row: ReviewRow; indicators: Indicators };

/** The name of a figure, the figure beside last year's, the change, and what is said of it. */
function RowCells({ row, labels, indicators, reportId }: RowProps) {
  const [t, locale] = [useTranslations('review'), useLocale()];
  const { indicator, figure, previous, workedOut, previousWorkedOut } = row;
  const worked = { now: workedOut, before: previousWorkedOut };
  const placed = { of: figure, period: labels.period };
  const change = yearChange(figure?.value ?? null, previous, indicator, worked, placed);
  return (
    <>
      <FigureName indicator={indicator}>
        {reportId ? (
          <Link
            href={paths.reportFigure(reportId, indicator.code)}
            className="inline-block min-h-6 text-ink no-underline hover:underline"
          >
            {nameOf(indicator, locale)}
          </Link>
        ) : (
          nameOf(indicator, locale)
        )}
      </FigureName>
      <td className="number text-ink-2" data-label={labels.previous}>
        {previous === null && previousWorkedOut === null ? (
          ''
        ) : (
          <PrintedFigure figure={previous} indicator={indicator} workedOut={previousWorkedOut} />
        )}
      </td>
      <td className="number font-bold!" data-label={t('columns.current')}>
        <PrintedFigure figure={figure} indicator={indicator} workedOut={workedOut} />
      </td>
      <ChangeCells area="review" change={change} />
      <td>
        <Notes row={row} labels={labels} indicators={indicators} />
      </td>
    </>
  );
}

/** What is said of a figure: that it changed, what was marked before, the checks, the hint, the unit's own remarks. */
function Notes({ row, labels, indicators }: Omit<RowProps, 'reportId'>) {
  const [t, fact] = [useTranslations('review'), useTranslations('figure.fact')];
  const remarks = useFigureRemarks();
  const sentence = useHintSentence(labels.previousPeriod);
  const { indicator, figure, previous, changes, checks, hint, last, changedFrom } = row;
  return (
    <>
      {changedFrom ? (
        <p>
          {t.rich('changedFrom', {
            value: () => <PrintedFigure figure={changedFrom.before} indicator={indicator} />,
          })}
        </p>
      ) : null}
      {last === null ? null : <p className="text-attention">▲ {t('lastMark', { note: last })}</p>}
      <RowChecks checks={checks} indicators={indicators} previous={labels.previousPeriod} />
      {hint ? (
        <p>
          <span className="text-ink-2">
            <span aria-hidden="true">◇ </span>
            {fact('hint')}{' '}
          </span>
          {sentence(hint, {
            indicator,
            value: figure?.value ?? null,
            last: previous?.value ?? null,
          })}
        </p>
      ) : null}
      {remarks(figure, changes, indicator).map((text) => (
        <p key={text} className="text-ink-2">
          {text}
        </p>
      ))}
    </>
  );
}
