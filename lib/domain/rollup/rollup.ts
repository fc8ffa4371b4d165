// What figures of many units come to. The one place that says what may be added up: flows are summed, stocks are summed
// over units at one date and never over years, rates are recomputed from the sums of their parts and never averaged,
// years running have a highest, standards and ranks have no total at all.
import type { Figure, Qualifier } from '../figure/figure';
import { workedOutValue } from '../figure/rate';
import { ratePartsOf, type Indicator } from '../catalogue/indicator';
import { highest, sum } from '../figure/number';
import type { Period } from '../tree/period';

/** 合计, 按分子分母重算, 最高值, 不汇总. */
export type RollUpRule = 'sum' | 'ratio' | 'highest' | 'none';

/** How an indicator is rolled up; a rate whose parts the catalogue does not name cannot be. */
export function ruleOf({
  nature,
  numerator,
  denominator,
}: Pick<Indicator, 'nature' | 'numerator' | 'denominator'>): RollUpRule {
  if (nature === 'flow' || nature === 'stock') return 'sum';
  if (nature === 'ratio') return ratePartsOf({ numerator, denominator }) ? 'ratio' : 'none';
  return nature === 'streak' ? 'highest' : 'none';
}

/** The same, distinguished as the page names it: a stock is summed over units at one date, a flow is summed. */
export function wayOf(
  indicator: Pick<Indicator, 'nature' | 'numerator' | 'denominator'>,
): RollUpRule | 'stock' {
  const rule = ruleOf(indicator);
  return rule === 'sum' && indicator.nature === 'stock' ? 'stock' : rule;
}

/** Whether some change is that of fewer units than the totals beside it: then what it was worked out from has to be
 *  shown. */
export function isNarrowed(
  rows: readonly { totals: readonly Total[]; alike: readonly Total[] }[],
): boolean {
  return rows.some(({ totals, alike }) =>
    alike.some(
      ({ value, units }, at) => totals[at]?.value !== value || totals[at]?.units !== units,
    ),
  );
}

/** What some figures of one indicator come to. Tallies are put together in any order and any grouping with the same
 *  result. `above`, `below`, `either`: how many of the figures say the true value is more, less, or about this. */
export type Tally = {
  units: number;
  sum: string;
  highest: string | null;
  above: number;
  below: number;
  either: number;
};

export const emptyTally: Tally = {
  units: 0,
  sum: '0',
  highest: null,
  above: 0,
  below: 0,
  either: 0,
};

/** A total. Null where there is none, with `why`. */
export type Total = {
  value: string | null;
  qualifier: Qualifier;
  units: number;
  why: WhyNoTotal | null;
};
export type WhyNoTotal = 'not-summable' | 'nothing-reported' | 'nothing-to-divide-by';

type Counted = Pick<Figure, 'value' | 'qualifier'>;

/** The tally of figures, one per unit; those without a number do not count. */
export function tallyOf(figures: readonly Counted[]): Tally {
  const counted = figures.filter(({ value }) => value !== null);
  const numbers = counted.map(({ value }) => value as string);
  const rough = counted.filter(({ qualifier }) => qualifier !== '');
  return {
    units: numbers.length,
    sum: sum(numbers),
    highest: highest(numbers),
    above: leaning(rough, upwards),
    below: leaning(rough, downwards),
    either: leaning(rough, bothWays),
  };
}

/** Several tallies as one. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const count = (of: 'units' | 'above' | 'below' | 'either') =>
    tallies.reduce((total, tally) => total + tally[of], 0);
  return {
    units: count('units'),
    sum: sum(tallies.map((tally) => tally.sum)),
    highest: highest(tallies.map((tally) => tally.highest).filter((value) => value !== null)),
    above: count('above'),
    below: count('below'),
    either: count('either'),
  };
}

/** The total of an indicator that is summed or has a highest; a rate needs `rateOf`. */
export function totalOf(indicator: Indicator, tally: Tally): Total {
  const rule = ruleOf(indicator);
  if (rule === 'none' || rule === 'ratio') return { ...noTotal, why: 'not-summable' };
  if (tally.units === 0) return { ...noTotal, why: 'nothing-reported' };
  return {
    value: rule === 'sum' ? tally.sum : tally.highest,
    qualifier: qualifierOf(tally),
    units: tally.units,
    why: null,
  };
}

/** A rate over units: Σ numerators ÷ Σ denominators, of the units that have both. */
export function rateOf(
  indicator: Indicator,
  { numerator, denominator }: { numerator: Tally; denominator: Tally },
): Total {
  if (ruleOf(indicator) !== 'ratio') return { ...noTotal, why: 'not-summable' };
  if (numerator.units === 0) return { ...noTotal, why: 'nothing-reported' };
  const values = new Map([
    [indicator.numerator as string, numerator.sum],
    [indicator.denominator as string, denominator.sum],
  ]);
  const value = workedOutValue(indicator, values);
  if (value === null) return { ...noTotal, why: 'nothing-to-divide-by' };
  const isExact = qualifierOf(addTallies([numerator, denominator])) === '';
  return { value, qualifier: isExact ? '' : '约', units: numerator.units, why: null };
}

/** Whether a figure stands for the whole period, or for its last day: one of another date is not added to those. */
export function isOfPeriod(
  { asOf, from }: Pick<Figure, 'asOf' | 'from'>,
  { from: start, to }: Pick<Period, 'from' | 'to'>,
): boolean {
  if (from === null && asOf === null) return true;
  if (from !== null && from !== start && from !== start.slice(0, 4)) return false;
  return asOf === null || asOf === to || (asOf === to.slice(0, 4) && to.endsWith('-12'));
}

/** A total with the units behind it. `lacking` reported, but no number here (for a rate: not both parts); `otherDate`
 *  reported a number of another date. Units in the order of `reports`. */
export type RollUpRow = Total & { counted: string[]; lacking: string[]; otherDate: string[] };

/** Totals of every indicator over the reports of units, each unit once. Other measures than the level are never
 *  added. */
export function rollUp(
  indicators: readonly Indicator[],
  reports: ReadonlyMap<string, readonly Figure[]>,
  period: Pick<Period, 'from' | 'to'>,
): Map<string, RollUpRow> {
  const units = [...reports.keys()];
  const numbers = numbersByCode([...reports.values()]);
  return new Map(
    indicators.map((indicator) => [indicator.code, rowOf(indicator, units, numbers, period)]),
  );
}

/** The numbers of an indicator, at the place of their unit. */
type ByUnit = readonly (Figure | undefined)[];

function rowOf(
  indicator: Indicator,
  units: readonly string[],
  numbers: ReadonlyMap<string, ByUnit>,
  period: Pick<Period, 'from' | 'to'>,
): RollUpRow {
  const isRate = ruleOf(indicator) === 'ratio';
  const figures = numbers.get(isRate ? (indicator.numerator as string) : indicator.code) ?? [];
  const divisors = isRate ? (numbers.get(indicator.denominator as string) ?? []) : figures;
  const behind: Pick<RollUpRow, 'counted' | 'lacking' | 'otherDate'> = {
    counted: [],
    lacking: [],
    otherDate: [],
  };
  const above: Figure[] = [];
  const below: Figure[] = [];
  units.forEach((unit, place) => {
    const [figure, divisor] = [figures[place], divisors[place]];
    if (!figure || !divisor) behind.lacking.push(unit);
    else if (!isOfPeriod(figure, period) || !isOfPeriod(divisor, period))
      behind.otherDate.push(unit);
    else {
      behind.counted.push(unit);
      above.push(figure);
      below.push(divisor);
    }
  });
  const total = isRate
    ? rateOf(indicator, { numerator: tallyOf(above), denominator: tallyOf(below) })
    : totalOf(indicator, tallyOf(above));
  return { ...total, ...behind };
}

function numbersByCode(reports: (readonly Figure[])[]): Map<string, ByUnit> {
  const numbers = new Map<string, (Figure | undefined)[]>();
  reports.forEach((figures, place) => {
    for (const figure of figures) {
      if (figure.measure !== 'level' || figure.value === null) continue;
      const row = numbers.get(figure.indicator);
      if (row) row[place] = figure;
      else
        numbers.set(
          figure.indicator,
          reports.map((_, other) => (other === place ? figure : undefined)),
        );
    }
  });
  return numbers;
}

const noTotal = { value: null, qualifier: '', units: 0 } as const;

const upwards: readonly Qualifier[] = ['余', '多', '超', '以上'];
const downwards: readonly Qualifier[] = ['近'];
const bothWays: readonly Qualifier[] = ['约', '左右'];
const leaning = (figures: readonly Counted[], of: readonly Qualifier[]): number =>
  figures.length === 0 ? 0 : figures.filter(({ qualifier }) => of.includes(qualifier)).length;

// 余, 多, 超 and 以上 say the true value is not below the print, 近 that it is not above: together, nothing but
// 约 is true.
function qualifierOf({
  above,
  below,
  either,
}: Pick<Tally, 'above' | 'below' | 'either'>): Qualifier {
  if (either > 0 || (above > 0 && below > 0)) return '约';
  if (above > 0) return '以上';
  return below > 0 ? '近' : '';
}
