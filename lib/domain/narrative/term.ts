// A term of years: flows are summed over the years, stocks and rates are narrated from the base year to the last, and
// what the term's own report says goes before what its years add up to.
import type { Indicator, Nature } from '../catalogue/indicator';
import { isOfItsMonths } from '../comparison/comparability';
import { isNearlyFlat } from '../comparison/difference';
import type { Comparison, Pair, Row } from '../comparison/compare';
import { printTotal, totalFormula } from '../comparison/print-row';
import { countedAlike, numberOf, type Reported } from '../comparison/sourced';
import type { Total } from '../comparison/total';
import { yearsBetween, yearsOf, type Period } from '../tree/period';
import { averageAmount, averageRate } from './average-change';
import { frameOf, ownFrame, spanOf, type Frame } from './frame';
import { itemOf, type Item } from './item';
import { reportedChanges, withReported } from './reported-changes';
import { isHeadline, multipleOf, lexicaliseChange, lexicaliseMultiple } from './lexicalise-change';

/** What a term states of an indicator, or null. */
export function termItems({ input, target }: Comparison): (row: Row) => Item | null {
  const narrated = input.scope.period;
  const isDetailed = input.style?.length === 'detailed';
  const natures = new Map(input.catalogue.indicators.map(({ code, nature }) => [code, nature]));
  const natureOf = (code: string) => natures.get(code);
  return (row) => termItem({ input, narrated, target, isDetailed, natureOf }, row);
}

type Narration = {
  input: Comparison['input'];
  narrated: Period;
  target: Comparison['target'];
  isDetailed: boolean;
  natureOf: (code: string) => Nature | undefined;
};

function termItem(
  narration: Narration,
  { indicator, now: own, years, moved, total }: Row,
): Item | null {
  const { input, narrated, target, natureOf } = narration;
  if (target && own) {
    const item = itemOf(
      own,
      indicator,
      frameOf(own.figure, indicator.nature, target.period, narrated),
    );
    const isFromStart =
      !isOfItsMonths(indicator, natureOf) &&
      moved &&
      moved.base.report.period.from <= narrated.from;
    const compared = isFromStart ? withBase(item, moved, target.period, narration) : item;
    return {
      ...compared,
      changes: withReported(compared.changes, reportedChanges(target, indicator, input)),
    };
  }
  if (total?.parts) return totalItem(total, indicator, narrated);
  const last = years.filter(({ report }) => report.period.from >= narrated.from).at(-1);
  if (!last) return null;
  const item = ofItsYear(itemOf(last, indicator, frameOfYear(last, indicator, narration)));
  const compared =
    indicator.nature !== 'flow' && moved
      ? withBase(item, moved, last.report.period, narration)
      : item;
  return {
    ...compared,
    // 由2017年的…提高到 names its years itself.
    frame: compared.from
      ? frameOf(last.figure, indicator.nature, last.report.period, narrated)
      : compared.frame,
    changes: withReported(compared.changes, reportedChanges(last.report, indicator, input)),
  };
}

/** 2021年，推出…: what one year had is not said of every year. */
function ofItsYear(item: Item): Item {
  return item.frame.kind === 'own'
    ? { ...item, wording: { ...item.wording, clause: item.wording.clause.replace('每年', '') } }
    : item;
}

/** A single year's figure says of which year it is, where it is not what the term ends with. */
function frameOfYear(
  { figure, report }: Reported,
  indicator: Indicator,
  { narrated, natureOf }: Narration,
): Frame {
  const { nature, numerator } = indicator;
  const isOfYear =
    nature === 'standard' ||
    nature === 'rank' ||
    (nature === 'ratio' && (numerator === null || natureOf(numerator) !== 'stock'));
  return isOfYear && figure.asOf === null
    ? ownFrame(`${report.period.from.slice(0, 4)}年，`)
    : frameOf(figure, nature === 'ratio' ? 'stock' : nature, report.period, narrated);
}

/** Adds where it came from: 由90%提高到98%以上, and the average growth of a stock. */
function withBase(
  item: Item,
  { now: last, base, difference }: Pair,
  lastPeriod: Period,
  { narrated, isDetailed }: Narration,
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
    const change = lexicaliseChange(difference, name);
    return change ? { ...item, changes: [change] } : item;
  }
  const number = numberOf(countedAlike(base, last.figure), indicator);
  const years = yearsBetween(
    base.report.period,
    lastPeriod.code === narrated.code ? narrated : lastPeriod,
  );
  const isAveraged = !difference.isBounded && indicator.nature === 'stock';
  const times = multipleOf(difference, isDetailed ? '50' : '100');
  const changes = [
    ...(times ? [lexicaliseMultiple(times, name)] : []),
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
function totalItem({ parts, figure }: Total, indicator: Indicator, narrated: Period): Item {
  const [first, last] = [parts[0] as Reported, parts.at(-1) as Reported];
  const figures = parts.map((part) => part.figure);
  const isWhole = parts.length === yearsOf(narrated).length;
  const span = `${first.report.period.from.slice(0, 4)}年至${last.report.period.from.slice(0, 4)}年，`;
  return {
    ...itemOf(last, indicator, isWhole ? spanOf(narrated) : ownFrame(span)),
    figure,
    number: {
      text: printTotal(figure.value as string, figures, indicator),
      figures: parts.flatMap(({ keys }) => keys),
      computed: totalFormula(figures, indicator),
    },
  };
}
