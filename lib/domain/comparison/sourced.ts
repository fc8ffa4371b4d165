// Numbers with the figures they come from.
import type { Figure, FigureKey, Measure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { printFigure } from '../figure/print';
import { offsetOf, type Offset } from './comparability';
import type { Computed, Segment, SourceReport } from './source';

/** A number and the figures it comes from: its own, or those it was worked out from. */
export type Sourced = {
  figure: Figure;
  keys: FigureKey[];
  computed?: Computed;
  /** Where it lies seen from its report's period. */
  offset?: Offset;
};

export function keyOf(
  report: Pick<SourceReport, 'unit' | 'period' | 'submission'>,
  figure: Pick<Figure, 'indicator' | 'measure'>,
): FigureKey {
  const key = {
    unit: report.unit,
    period: report.period.code,
    indicator: figure.indicator,
    submission: report.submission,
  };
  return figure.measure === 'level' ? key : { ...key, measure: figure.measure };
}

/** What a figure of a report rests on: itself, or what was added up. */
export const sourceOf = (
  report: SourceReport,
  figure: Pick<Figure, 'indicator' | 'measure'>,
): Pick<Sourced, 'keys' | 'computed'> =>
  report.sums?.get(figure.indicator) ?? { keys: [keyOf(report, figure)] };

/** A report that is found in: by measure and code what it holds itself and the rates that follow from it. */
export type PreparedReport = SourceReport & { readonly numbers: Numbers };
/** A number with the report that has it. */
export type Reported = Sourced & { report: PreparedReport };

type Numbers = Readonly<Record<Measure, ReadonlyMap<string, Sourced>>>;

/** The figure of an indicator in a report, when it is a number. */
export function findNumber(
  report: PreparedReport | undefined,
  indicator: string,
  measure: Measure = 'level',
): Sourced | null {
  const found = report && findFigure(report, indicator, measure);
  return found && found.figure.value !== null ? found : null;
}

/** The figure of an indicator in a report, whatever its answer. */
export function findFigure(
  { numbers }: PreparedReport,
  indicator: string,
  measure: Measure = 'level',
): Sourced | undefined {
  return numbers[measure].get(indicator);
}

/** The report with its own figures in order. */
export function indexed(report: SourceReport): PreparedReport {
  const numbers: Record<Measure, Map<string, Sourced>> = {
    level: new Map(),
    growth: new Map(),
    average_growth: new Map(),
    gross_new: new Map(),
    net_increase: new Map(),
    target: new Map(),
    limit: new Map(),
  };
  for (const figure of report.figures) {
    const offset = offsetOf(figure, report.period);
    const of = sourceOf(report, figure);
    numbers[figure.measure].set(figure.indicator, { figure, ...of, ...(offset ? { offset } : {}) });
  }
  return { ...report, numbers };
}

/** The same report with numbers that it does not hold itself. */
export function withNumbers(report: PreparedReport, found: readonly Sourced[]): PreparedReport {
  if (found.length === 0) return report;
  const level = new Map(report.numbers.level);
  for (const one of found) level.set(one.figure.indicator, one);
  return { ...report, numbers: { ...report.numbers, level } };
}

/** The printed number with where it comes from. */
export function numberOf({ figure, keys, computed }: Sourced, indicator: Indicator): Segment {
  return { text: printFigure(figure, indicator), figures: keys, ...(computed ? { computed } : {}) };
}

/** The same number with the measure word of the figure it is stated beside: 新建48家 has a target of 45家, not
 *  45个. */
export function countedAlike<Number extends Sourced>(other: Number, { shown }: Figure): Number {
  const own = other.figure.shown;
  if (!shown || !own || shown.text !== undefined || own.text !== undefined) return other;
  return own.unit === shown.unit
    ? other
    : { ...other, figure: { ...other.figure, shown: { ...own, unit: shown.unit } } };
}
