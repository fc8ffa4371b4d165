// A term of years: flows are summed over the years, stocks and rates are told from the base year to the last, and what
// the term's own report says goes before what its years add up to.
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { isNearlyFlat } from '../comparison/change';
import type { Comparison, Pair, Reported, Row } from '../comparison/compare';
import { printTotal, totalFormula } from '../comparison/print-row';
import { numberOf } from '../comparison/sourced';
import { sum } from '../figure/number';
import { yearsBetween, yearsOf, type Period } from '../tree/period';
import { averageAmount, averageRate } from './average-change';
import { frameOf, ownFrame, spanOf } from './frame';
import { itemOf, type Item } from './item';
import { reportedChanges, withReported } from './reported';
import { isHeadline, multipleOf, toldChange, toldMultiple } from './told-change';

/** What a term tells of an indicator, or null. */
export function termItems({ input, target }: Comparison): (row: Row) => Item | null {
  const told = input.scope.period;
  const isDetailed = input.style?.length === 'detailed';
  return (row) => termItem({ told, target, isDetailed }, row);
}

type Telling = { told: Period; target: Comparison['target']; isDetailed: boolean };

function termItem(telling: Telling, { indicator, now: own, years, moved }: Row): Item | null {
  const { told, target } = telling;
  if (target && own) {
    const item = itemOf(own, indicator, frameOf(own.figure, indicator.nature, target.period, told));
    const isFromStart =
      indicator.nature !== 'flow' && moved && moved.base.report.period.from <= told.from;
    const compared = isFromStart ? withBase(item, moved, target.period, telling) : item;
    return {
      ...compared,
      changes: withReported(compared.changes, reportedChanges(target, indicator, told)),
    };
  }
  const inside = years.filter(({ report }) => report.period.from >= told.from);
  if (indicator.nature === 'flow' && inside.length > 1) return totalItem(inside, indicator, told);
  const last = inside.at(-1);
  if (!last) return null;
  const item = itemOf(
    last,
    indicator,
    frameOf(last.figure, indicator.nature, last.report.period, told),
  );
  const compared =
    indicator.nature !== 'flow' && moved
      ? withBase(item, moved, last.report.period, telling)
      : item;
  return {
    ...compared,
    changes: withReported(compared.changes, reportedChanges(last.report, indicator, told)),
  };
}

/** Adds where it came from: 由90%提高到98%以上, and the average growth of a stock. */
function withBase(
  item: Item,
  { now: last, base, difference }: Pair,
  lastPeriod: Period,
  { told, isDetailed }: Telling,
): Item {
  const { indicator } = item;
  const name = `${base.report.period.from.slice(0, 4)}年`;
  if (!difference) return item;
  // A result that was reported in words (七大群体, 全部) cannot follow 增加到.
  const isPlain =
    last.figure.shown?.text !== undefined ||
    difference.direction === 0 ||
    isNearlyFlat(difference) ||
    difference.whyNoRate === 'base-zero';
  if (isPlain) {
    const change = toldChange(difference, name);
    return change ? { ...item, changes: [change] } : item;
  }
  const number = numberOf(base, indicator);
  const years = yearsBetween(base.report.period, lastPeriod.code === told.code ? told : lastPeriod);
  const isAveraged = !difference.isBounded && indicator.nature === 'stock';
  const times = multipleOf(difference, isDetailed ? '50' : '100');
  const changes = [
    ...(times ? [toldMultiple(times, name)] : []),
    ...(isAveraged && (isDetailed || isHeadline(indicator))
      ? averageAmount(last, base, years, indicator)
      : []),
    ...(isAveraged ? averageRate(last, base, years, indicator) : []),
  ];
  return {
    ...item,
    from: { base: name, number, direction: difference.direction as -1 | 1 },
    changes,
  };
}

/** The years added up; where years are missing the sentence names those that are there. */
function totalItem(years: readonly Reported[], indicator: Indicator, told: Period): Item | null {
  const run = lastRun(years);
  const parts = run.map(({ figure }) => figure);
  const first = run[0] as Reported;
  const last = run.at(-1) as Reported;
  // 近, 约 and 左右 may lie above the truth: their sum would be no bound.
  if (
    run.length < 2 ||
    parts.some(
      ({ qualifier }) =>
        qualifier !== '' && qualifier !== '余' && qualifier !== '多' && qualifier !== '以上',
    )
  ) {
    return itemOf(last, indicator, frameOf(last.figure, 'flow', last.report.period, told));
  }
  const isWhole = run.length === yearsOf(told).length;
  const span = `${first.report.period.from.slice(0, 4)}年至${last.report.period.from.slice(0, 4)}年，`;
  const total = sum(parts.map(({ value }) => value as string));
  const item = itemOf(last, indicator, isWhole ? spanOf(told) : ownFrame(span));
  const figure: Figure = {
    ...last.figure,
    value: total,
    qualifier: parts.some(({ qualifier }) => qualifier !== '') ? '以上' : '',
  };
  const text = printTotal(total, parts, indicator);
  return {
    ...item,
    figure,
    number: {
      text,
      figures: run.flatMap(({ keys }) => keys),
      computed: totalFormula(parts, indicator),
    },
  };
}

/** The longest row of years without a gap that ends with the last one. */
function lastRun(years: readonly Reported[]): Reported[] {
  const yearOf = ({ report }: Reported) => Number(report.period.from.slice(0, 4));
  const start = years.findLastIndex(
    (year, place) => place > 0 && yearOf(years[place - 1] as Reported) !== yearOf(year) - 1,
  );
  return years.slice(Math.max(start, 0));
}
