import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { TrendLine, type PastFigure } from '@/components/figures/trend-line';
import type { Figure } from '@/lib/domain/figure/figure';
import type { StatisticalHint } from '@/lib/domain/checks/statistical-hints';
import type { Period } from '@/lib/domain/tree/period';
import { printFigure } from '@/lib/domain/figure/print';
import type { Indicators } from '@/lib/i18n/check-sentence';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { useReviewLabels } from './all-figures';
import { useHintSentence } from '@/components/figures/hint-sentence';
import { PrintedFigure } from '@/components/figures/printed-figure';
import { useFigureRemarks } from '@/components/figures/reported-change';
import type { ReviewRow } from './review-rows';
import { RowChecks } from './row-checks';
import { yearChange } from '@/components/figures/year-change';

type Props = {
  reportId: string;
  row: ReviewRow & { target: Figure | null; limit: Figure | null };
  indicators: Indicators;
  period: Period;
  hint: StatisticalHint | null;
  history: readonly PastFigure[];
  evidence: readonly { id: string; name: string }[];
  children: ReactNode;
};

/** Everything known about one figure of a submission. */
export function FigureFacts({
  reportId,
  row,
  indicators,
  period,
  hint,
  history,
  evidence,
  children,
}: Props) {
  const t = useTranslations('figure');
  const review = useTranslations('review');
  const locale = useLocale();
  const labels = useReviewLabels(period);
  const sentence = useHintSentence(labels.previousPeriod);
  const remarks = useFigureRemarks();
  const {
    indicator,
    figure,
    previous,
    changes,
    workedOut,
    previousWorkedOut,
    checks,
    changedFrom,
    target,
    limit,
  } = row;
  const { amount, isPoints, percent } = yearChange(figure?.value ?? null, previous, indicator, {
    now: workedOut,
    before: previousWorkedOut,
  });
  const said = remarks(figure, changes, indicator);
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[8rem_1fr]">
      <Fact name={t('fact.current')}>
        <span className="text-[1.375rem] font-bold tabular-nums">
          <PrintedFigure figure={figure} indicator={indicator} workedOut={workedOut} />
        </span>
      </Fact>
      <Fact name={labels.previous}>
        {previous === null && previousWorkedOut === null ? (
          '—'
        ) : (
          <PrintedFigure figure={previous} indicator={indicator} workedOut={previousWorkedOut} />
        )}
      </Fact>
      <Fact name={t('fact.change')}>
        <span className="tabular-nums">
          {amount === null
            ? '—'
            : [isPoints ? review('points', { value: amount }) : amount, percent]
                .filter(Boolean)
                .join('　')}
        </span>
      </Fact>
      {changedFrom ? (
        <Fact name={t('fact.before')}>
          <PrintedFigure figure={changedFrom.before} indicator={indicator} />
        </Fact>
      ) : null}
      {target ? <Fact name={t('fact.target')}>{printFigure(target, indicator)}</Fact> : null}
      {limit ? <Fact name={t('fact.limit')}>{printFigure(limit, indicator)}</Fact> : null}
      {said.length > 0 ? <Fact name={t('fact.remarks')}>{said.join('；')}</Fact> : null}
      <Fact name={t('fact.checks')}>
        {checks.length > 0 ? (
          <RowChecks checks={checks} indicators={indicators} previous={labels.previousPeriod} />
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
      <Fact name={t('fact.evidence')}>
        {evidence.length === 0 ? <Quiet>{t('fact.noEvidence')}</Quiet> : null}
        {evidence.map(({ id, name }) => (
          <a key={id} href={paths.evidence(id)} className="mr-4 inline-block min-h-6">
            {name}
          </a>
        ))}
      </Fact>
      <Fact name={t('fact.history')}>
        {history.length === 0 ? <Quiet>{t('fact.noHistory')}</Quiet> : null}
        <span className="flex flex-wrap items-center gap-x-4">
          <TrendLine history={history} name={nameOf(indicator, locale)} />
          {history.map(({ period: year, text }) => (
            <span key={year} className="tabular-nums">{`${year} ${text}`}</span>
          ))}
          <Link href={paths.history(reportId, { indicator: indicator.code })} className="no-print">
            {t('fact.record')}
          </Link>
        </span>
      </Fact>
      {children}
      <Fact name={t('fact.definition')}>
        <span lang="zh-CN" className="text-ink-2">
          {indicator.definition}
        </span>
      </Fact>
    </dl>
  );
}

const Quiet = ({ children }: { children: ReactNode }) => (
  <span className="text-ink-2">{children}</span>
);

/** A name and what there is to say under it. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
