// The data as the reader knows them: what a report says of an indicator, and what a sentence may be measured against.
// Worked out anew here, so that a mistake of the writer's is not repeated.
import type { Figure, FigureKey, Measure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { plain, ratio, round, sum, type DecimalText } from '../figure/number';
import { previousOf, type Period } from '../tree/period';
import type { SourceReport, SummaryInput } from '../comparison/source';
import type { Base } from './statement';

/** On which side of the number the truth lies: `above` of 余, 多 and 以上, `below` of 近. */
export type Lean = 'exact' | 'above' | 'below' | 'either';

/** `years` are those it holds for; `isPartial`: of a span inside its report's; `figure` is null for what was worked out. */
export type Fact = {
  value: DecimalText;
  lean: Lean;
  period: Period;
  figure: Figure | null;
  isPartial: boolean;
  years: number[];
};

export type Facts = {
  input: SummaryInput;
  byCode: ReadonlyMap<string, Indicator>;
  /** What the period that is told says, from its own report or from its years. */
  told: (code: string, measure?: Measure) => Fact | null;
  /** What a base says. */
  at: (code: string, base: Base) => Fact | null;
  /** The figure a segment points at. */
  of: (key: FigureKey) => Fact | null;
  /** What is compared with a base: the figure told, but where both are of fewer units than that (同口径). */
  against?: (code: string, base: Base) => Fact | null;
  /** What several figures of an indicator come to; the years of a term where nothing is said here. */
  together?: (code: string) => Fact | null;
  /** Growth that was reported itself. */
  reported: (code: string, measure: Measure) => Figure[];
};

export function factsOf(input: SummaryInput): Facts {
  const { reports, scope, catalogue } = input;
  const byCode = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]));
  const byPeriod = new Map(reports.map((report) => [report.period.code, report]));
  const inReport = (
    report: SourceReport | undefined,
    code: string,
    measure: Measure = 'level',
  ): Fact | null => (report ? factIn(report, code, measure, byCode) : null);
  const target = byPeriod.get(scope.period.code);
  const years = reports
    .filter(
      ({ period }) =>
        period.kind === 'year' &&
        period.from >= scope.period.from &&
        period.from <= scope.period.to,
    )
    .sort((a, b) => a.period.from.localeCompare(b.period.from));
  return {
    input,
    byCode,
    told: (code, measure = 'level') =>
      inReport(target, code, measure) ??
      (scope.kind === 'term'
        ? overYears(
            years.flatMap((report) => inReport(report, code, measure) ?? []),
            byCode.get(code),
          )
        : null),
    at: (code, base) => inReport(byPeriod.get(codeOfBase(base, scope.period)), code),
    of: (key) =>
      inReport(
        reports.find(
          ({ unit, period, submission }) =>
            unit === key.unit && period.code === key.period && submission === key.submission,
        ),
        key.indicator,
        key.measure ?? 'level',
      ),
    reported: (code, measure) =>
      reports
        .filter(({ period }) => period.to >= scope.period.from)
        .flatMap(({ figures }) =>
          figures.filter(
            (one) => one.indicator === code && one.measure === measure && one.value !== null,
          ),
        ),
  };
}

/** The code of the period that a base names. */
export function codeOfBase(base: Base, told: Period): string {
  if (base.kind === 'previous') return previousOf(told).code;
  return told.kind === 'part_year'
    ? `${base.year}${told.from.slice(4)}..${base.year}${told.to.slice(4)}`
    : String(base.year);
}

export function factIn(
  report: SourceReport,
  code: string,
  measure: Measure,
  byCode: ReadonlyMap<string, Indicator>,
): Fact | null {
  const figure = report.figures.find((one) => one.indicator === code && one.measure === measure);
  if (figure && figure.value !== null) return factOf(figure, figure.value, report.period);
  const indicator = byCode.get(code);
  return measure === 'level' && indicator ? workedOut(report, indicator) : null;
}

const factOf = (figure: Figure, value: string, period: Period): Fact => ({
  value,
  lean: leanOf(figure),
  period,
  figure,
  isPartial: figure.from !== null && figure.asOf !== null,
  years: [Number((figure.asOf ?? period.to).slice(0, 4))],
});

export function leanOf({ qualifier, value }: Figure): Lean {
  if (qualifier === '') return 'exact';
  if (qualifier === '近') return 'below';
  return qualifier === '约' || qualifier === '左右' || Number(value) === 0 ? 'either' : 'above';
}

/** A rate that nobody reported, from numerator and denominator; it has the decimals with which rates are published. */
function workedOut(
  report: SourceReport,
  { numerator, denominator, display }: Indicator,
): Fact | null {
  if (numerator === null || denominator === null) return null;
  const [top, bottom] = [numerator, denominator].map((code) =>
    report.figures.find((one) => one.indicator === code && one.measure === 'level'),
  );
  if (
    !top?.value ||
    !bottom?.value ||
    [top, bottom].some((one) => one.qualifier !== '' || one.scopeNote !== null) ||
    top.asOf !== bottom.asOf ||
    top.from !== bottom.from
  )
    return null;
  const rate = ratio(top.value, bottom.value);
  if (rate === null) return null;
  const value = plain(round(rate, Math.max(display.decimals, 1)));
  return { ...factOf(top, value, report.period), figure: null };
}

/** Flows of the last years without a gap are added up; of all else the last year stands. */
export function overYears(facts: Fact[], indicator: Indicator | undefined): Fact | null {
  const last = facts.at(-1);
  if (!last) return null;
  const year = (fact: Fact) => Number(fact.period.from.slice(0, 4));
  const run = facts.filter((_, place) =>
    facts.slice(place).every((fact, ahead) => year(fact) === year(facts[place] as Fact) + ahead),
  );
  const isSum =
    indicator?.nature === 'flow' &&
    run.length > 1 &&
    run.every(({ lean }) => lean === 'exact' || lean === 'above');
  if (!isSum) return last;
  return {
    value: sum(run.map(({ value }) => value)),
    lean: run.every(({ lean }) => lean === 'exact') ? 'exact' : 'above',
    period: last.period,
    figure: null,
    isPartial: false,
    years: run.map(year),
  };
}
