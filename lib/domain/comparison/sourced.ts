// Numbers with the figures they come from.
import type { Figure, FigureKey, Measure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { printFigure } from '../figure/print';
import type { Computed, Segment, SourceReport } from './source';

/** A number and the figures it comes from: its own, or those it was worked out from. */
export type Sourced = { figure: Figure; keys: FigureKey[]; computed?: Computed };

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

/** The figure of an indicator in a report, when it is a number. */
export function findNumber(
  report: SourceReport | undefined,
  indicator: string,
  measure: Measure = 'level',
): Sourced | null {
  const found = report && findFigure(report, indicator, measure);
  return found && found.figure.value !== null ? found : null;
}

/** The figure of an indicator in a report, whatever its answer. */
export function findFigure(
  report: SourceReport,
  indicator: string,
  measure: Measure = 'level',
): Sourced | undefined {
  return indexOf(report)[measure].get(indicator);
}

/** Adds a number that the report does not hold itself: a rate worked out from two that it holds. */
export function addNumber(report: SourceReport, { figure, ...rest }: Sourced): void {
  indexOf(report)[figure.measure].set(figure.indicator, { figure, ...rest });
}

type Index = Record<Measure, Map<string, Sourced>>;

// A summary asks for every indicator of every report many times.
const indexes = new WeakMap<SourceReport, Index>();

function indexOf(report: SourceReport): Index {
  const known = indexes.get(report);
  if (known) return known;
  const index: Index = {
    level: new Map(),
    growth: new Map(),
    average_growth: new Map(),
    gross_new: new Map(),
    net_increase: new Map(),
    target: new Map(),
    limit: new Map(),
  };
  for (const figure of report.figures)
    index[figure.measure].set(figure.indicator, { figure, keys: [keyOf(report, figure)] });
  indexes.set(report, index);
  return index;
}

/** The printed number with where it comes from. */
export function numberOf({ figure, keys, computed }: Sourced, indicator: Indicator): Segment {
  return { text: printFigure(figure, indicator), figures: keys, ...(computed ? { computed } : {}) };
}

/** The narrower scope a figure speaks of. "…未写明" is a remark on the data, "…合计" says what was added up: neither narrows,
 *  both stand in the notes of the table. */
export function scopeOf({ scopeNote }: Figure): string | null {
  return scopeNote === null || scopeNote.includes('未') || scopeNote.endsWith('合计')
    ? null
    : scopeNote;
}
