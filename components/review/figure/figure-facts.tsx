import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { TrendLine } from '@/components/figures/trend-line';
import type { Figure } from '@/lib/domain/figure/figure';
import type { FormHint } from '@/lib/domain/checks/term-hints';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { labelOf, labelOfCode, type Period } from '@/lib/domain/tree/period';
import { printFigure } from '@/lib/domain/figure/print';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { useReviewLabels } from '../all-figures';
import { useHintSentence } from '@/components/figures/hint-sentence';
import { PrintedFigure } from '@/components/figures/printed-figure';
import { useFigureRemarks } from '@/components/figures/reported-change';
import type { ReviewRow } from '../review-rows';
import { RowChecks } from '../row-checks';
import { SiblingFigures } from './sibling-figures';
import { yearChange } from '@/components/figures/year-change';

type Row = ReviewRow & { target: Figure | null; limit: Figure | null };
type Props = {
  report: { id: string; period: Period };
  row: Row;
  rows: readonly { indicator: Indicator }[];
  hint: FormHint | null;
  /** The figure of the periods before this one. */
  history: readonly { period: Period; figure: Figure }[];
  evidence: readonly { id: string; name: string }[];
  siblings: ComponentProps<typeof SiblingFigures>['siblings'];
  peer: ComponentProps<typeof SiblingFigures>['peers'];
};

/** Everything known about one figure of a submission. */
export function FigureFacts({ report, row, rows, hint, siblings, peer, ...rest }: Props) {
  const [t, locale] = [useTranslations('figure'), useLocale()];
  const labels = useReviewLabels(report.period);
  const sentence = useHintSentence(labels.previousPeriod);
  const { indicator, figure, previous, checks } = row;
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_1fr]">
      <Values row={row} previousLabel={labels.previous} period={report.period} />
      <Fact name={t('fact.checks')}>
        {checks.length > 0 ? (
          <RowChecks
            checks={checks}
            indicators={new Map(rows.map((one) => [one.indicator.code, one.indicator]))}
            previous={labels.previousPeriod}
          />
        ) : (
          <Quiet>{t('fact.noChecks')}</Quiet>
        )}
      </Fact>
      <Fact name={t('fact.hint')}>
        {hint ? (
          `◇ ${sentence(hint, { indicator, value: figure?.value ?? null, last: previous?.value ?? null })}`
        ) : (
          <Quiet>{t('fact.noHint')}</Quiet>
        )}
      </Fact>
      <Background reportId={report.id} indicator={indicator} {...rest} />
      <Fact name={t('fact.peers')}>
        <SiblingFigures
          siblings={siblings}
          indicator={indicator}
          peers={peer && { ...peer, period: labelOfCode(peer.period, locale) }}
          period={labelOf(report.period, locale)}
        />
      </Fact>
      <Fact name={t('fact.definition')}>
        <span lang="zh-CN" className="text-ink-2">
          {indicator.definition}
        </span>
      </Fact>
    </dl>
  );
}

type ValuesProps = { row: Row; previousLabel: string; period: Period };

/** The figure, last year's, the change, and what it was to reach. */
function Values({ row, previousLabel, period }: ValuesProps) {
  const [t, review] = [useTranslations('figure'), useTranslations('review')];
  const common = useTranslations('common.withheld');
  const remarks = useFigureRemarks();
  const { indicator, figure, previous, workedOut, previousWorkedOut, changedFrom } = row;
  const worked = { now: workedOut, before: previousWorkedOut };
  const { amount, isPoints, percent, withheld } = yearChange(
    figure?.value ?? null,
    previous,
    indicator,
    worked,
    { of: figure, period },
  );
  const change = isPoints && amount !== null ? review('points', { value: amount }) : amount;
  const said = remarks(figure, row.changes, indicator);
  return (
    <>
      <Fact name={t('fact.current')}>
        <span className="text-[1.375rem] font-bold tabular-nums">
          <PrintedFigure figure={figure} indicator={indicator} workedOut={workedOut} />
        </span>
      </Fact>
      <Fact name={previousLabel}>
        {previous === null && previousWorkedOut === null ? (
          '—'
        ) : (
          <PrintedFigure figure={previous} indicator={indicator} workedOut={previousWorkedOut} />
        )}
      </Fact>
      <Fact name={t('fact.change')}>
        <span className="tabular-nums">
          {withheld
            ? common(withheld)
            : amount === null
              ? '—'
              : [change, percent].filter(Boolean).join('　')}
        </span>
      </Fact>
      {changedFrom ? (
        <Fact name={t('fact.before')}>
          <PrintedFigure figure={changedFrom.before} indicator={indicator} />
        </Fact>
      ) : null}
      {(['target', 'limit'] as const).map((key) =>
        row[key] ? (
          <Fact key={key} name={t(`fact.${key}`)}>
            {printFigure(row[key], indicator)}
          </Fact>
        ) : null,
      )}
      {said.length > 0 ? <Fact name={t('fact.remarks')}>{said.join('；')}</Fact> : null}
    </>
  );
}

type BackgroundProps = Pick<Props, 'evidence' | 'history'> & {
  reportId: string;
  indicator: Indicator;
};

/** The files behind a figure and its own years. */
function Background({ reportId, indicator, evidence, history }: BackgroundProps) {
  const [t, locale] = [useTranslations('figure'), useLocale()];
  const years = history.map(({ period, figure }) => ({
    period: labelOf(period, locale),
    value: figure.value!,
    text: printFigure(figure, indicator),
  }));
  return (
    <>
      <Fact name={t('fact.evidence')}>
        {evidence.length === 0 ? <Quiet>{t('fact.noEvidence')}</Quiet> : null}
        {evidence.map(({ id, name }) => (
          <a key={id} href={paths.evidence(id)} className="mr-4 inline-block min-h-6">
            {name}
          </a>
        ))}
      </Fact>
      <Fact name={t('fact.history')}>
        {years.length === 0 ? <Quiet>{t('fact.noHistory')}</Quiet> : null}
        <span className="flex flex-wrap items-center gap-x-4">
          <TrendLine history={years} name={nameOf(indicator, locale)} />
          {years.map(({ period, text }) => (
            <span key={period} className="tabular-nums">{`${period} ${text}`}</span>
          ))}
          <Link href={paths.history(reportId, { indicator: indicator.code })} className="no-print">
            {t('fact.record')}
          </Link>
        </span>
      </Fact>
    </>
  );
}

const Quiet = ({ children }: { children: ReactNode }) => (
  <span className="text-ink-2">{children}</span>
);

/** A name and what there is to say under it. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
