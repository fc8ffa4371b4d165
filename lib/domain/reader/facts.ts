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

/** `years` are those it holds for; `figure` is null for what was worked out. */
export type Fact = {
  value: DecimalText;
  lean: Lean;
  period: Period;
  figure: Figure | null;
  /** Its narrower scope, and the months by which its span begins and ends beside its report's. */
  scope: string | null;
  beside: string;
  years: number[];
};

export type Facts = {
  input: SummaryInput;
  byCode: ReadonlyMap<string, Indicator>;
  /** What the narrated period says, from its own report or from its years. */
  current: (code: string, measure?: Measure) => Fact | null;
  /** What a base says. */
  at: (code: string, base: Base) => Fact | null;
  /** The figure a segment points at. */
  of: (key: FigureKey) => Fact | null;
  /** What is compared with a base: the figure stated, but where both are of fewer units than that (同口径). */
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
    current: (code, measure = 'level') =>
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
export function codeOfBase(base: Base, narrated: Period): string {
  if (base.kind === 'previous') return previousOf(narrated).code;
  return narrated.kind === 'part_year'
    ? `${base.year}${narrated.from.slice(4)}..${base.year}${narrated.to.slice(4)}`
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
  scope: narrowed(figure.scopeNote),
  beside: besideOf(figure, period),
  years: [Number((figure.asOf ?? period.to).slice(0, 4))],
});

// Remarks on the data (…未写明, …合计) narrow nothing.
const narrowed = (note: string | null): string | null =>
  note !== null && (/未/.test(note) || /合计$/.test(note)) ? null : note;

/** "0 0" of what is of the whole period, or of its last day. */
function besideOf({ from, asOf }: Pick<Figure, 'from' | 'asOf'>, period: Period): string {
  const month = (text: string, like: string) =>
    Number(text.slice(0, 4)) * 12 + Number((text.length > 4 ? text : like).slice(5, 7));
  const start = from === null ? 0 : month(from, period.from) - month(period.from, period.from);
  const end = asOf === null ? 0 : month(asOf, period.to) - month(period.to, period.to);
  return `${start} ${end}`;
}

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
  return { ...factOf(top, publishedRate(rate, display), report.period), figure: null };
}

/** A rate with as many decimals as it is published with; more, where it would seem to be all or nothing. */
export function publishedRate(rate: string, display: Indicator['display']): string {
  const whole = (text: string) => Number(text) === 100 || Number(text) === 0;
  let decimals = Math.max(display.decimals, 1);
  while (decimals < 9 && whole(round(rate, decimals)) && !whole(rate)) decimals += 1;
  return plain(round(rate, decimals));
}

/** Flows of the last years without a gap are added up; of all else the last year stands. */
export function overYears(facts: Fact[], indicator: Indicator | undefined): Fact | null {
  const last = facts.at(-1);
  if (!last) return null;
  const year = (fact: Fact) => Number(fact.period.from.slice(0, 4));
  const run = facts.filter((_, place) =>
    facts.slice(place).every((fact, ahead) => year(fact) === year(facts[place] as Fact) + ahead),
  );
  const isAlike = (fact: Fact) => fact.scope === last.scope && fact.beside === '0 0';
  const start = run.findIndex((_, place) => run.slice(place).every(isAlike));
  const alike = start < 0 ? [] : run.slice(start);
  const isSum =
    indicator?.nature === 'flow' &&
    alike.length > 1 &&
    alike.every(
      ({ lean, figure }) => (lean === 'exact' || lean === 'above') && !figure?.shown?.text,
    );
  if (!isSum) return last;
  return {
    value: sum(alike.map(({ value }) => value)),
    lean: alike.every(({ lean }) => lean === 'exact') ? 'exact' : 'above',
    period: last.period,
    figure: null,
    scope: last.scope,
    beside: '0 0',
    years: alike.map(year),
  };
}
