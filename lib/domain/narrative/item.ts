// What the text has to tell: one item per figure, in the order of the catalogue, with its time, scope and changes.
import type { FigureKey, Figure, Measure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { printFigure } from '../figure/print';
import type { Segment, SourceReport } from '../summary/summary';
import type { Frame } from './frame';
import type { Sourced, ToldChange } from './told-change';
import { wordingOf, type Wording } from './wording';

export type Item = {
  indicator: Indicator;
  wording: Wording;
  /** The figure; for a total the first part's answer with the total as value. */
  figure: Figure;
  number: Segment;
  frame: Frame;
  /** A narrower scope, in the reporter's words; null where it is a remark and no scope. */
  scope: string | null;
  changes: ToldChange[];
  /** 由…提高到…: the base this item is told from. */
  from: { base: string; number: Segment; direction: -1 | 1 } | null;
  /** Its part in the whole it is told after. */
  share: Segment | null;
  remarks: Remark[];
  /** The same honour was won the year before: 再次荣获. */
  isAgain?: boolean;
};

/** What is said of an item after its changes, without its comma: 完成年度目标（50场次）的90.0%, 占43.5%, 居全市第二位.
 *  `closing`: it may end a list of items, since it says itself what it speaks of. `ofWhole`: it is understood only where the
 *  whole was named just before. */
export type Remark = { segments: Segment[]; closing?: boolean; ofWhole?: boolean };

/** 净增 or 新增: told in a list of its own. */
export type ReportedItem = {
  indicator: Indicator;
  wording: Wording;
  figure: Figure;
  number: Segment;
  frame: Frame;
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

/** An item for a single figure, without changes. */
export function itemOf(sourced: Sourced, indicator: Indicator, frame: Frame): Item {
  const { figure } = sourced;
  return {
    indicator,
    wording: wordingOf(indicator),
    figure,
    number: numberOf(sourced, indicator),
    frame,
    scope: scopeOf(figure),
    changes: [],
    from: null,
    share: null,
    remarks: [],
  };
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
