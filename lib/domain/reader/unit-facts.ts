// The data of units side by side as the reader knows them: each unit's figure, what they come to, and which places are
// certain. Worked out anew here, so that a mistake of the writer's is not repeated.
import type { Answer, Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { compare, plain, ratio, sum } from '../figure/number';
import { previousOf, type Period } from '../tree/period';
import type { SourceReport } from '../comparison/source';
import type { UnitsInput } from '../units-summary/units-input';
import { factIn, publishedRate, type Fact, type Facts, type Lean } from './facts';
import { roundStepOf } from '../figure/numerals';

/** `isApart`: of another date or a narrower scope, so that it is neither added nor set in order. */
export type UnitFact = {
  unit: string;
  hasReport: boolean;
  answer: Answer;
  fact: Fact | null;
  isApart: boolean;
  isCounted: boolean;
};

export type UnitsFacts = {
  of: (code: string) => UnitFact[];
  before: (code: string) => UnitFact[];
  total: (code: string) => Fact | null;
  facts: Facts;
};

/** 东台市 for 东台市总工会. */
export const shortOf = (name: string): string =>
  name.length > 3 ? name.replace(/总工会$/, '') : name;

/** What the units' reports of one period say: each by itself, and together. */
function factsAt(
  given: readonly SourceReport[],
  of: Period,
  units: UnitsInput['units'],
  byCode: ReadonlyMap<string, Indicator>,
) {
  const byUnit = new Map(
    given
      .filter(
        ({ period, figures }) =>
          period.code === of.code && figures.some(({ value }) => value !== null),
      )
      .map((report) => [report.unit, report]),
  );
  const read = (code: string) =>
    units.map(({ code: unit }) => unitFact(unit, byUnit.get(unit), byCode.get(code), of, byCode));
  const total = (code: string, only: ReadonlySet<string>) =>
    totalOf(
      read(code).filter(({ unit }) => only.has(unit)),
      byCode.get(code),
      byUnit,
      of,
    );
  return { read, total };
}

/** The facts that a text of units side by side is held against. */
export function factsOfUnits({
  units,
  reports,
  previous,
  period,
  catalogue,
  above,
  style,
}: UnitsInput): UnitsFacts {
  const byCode = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]));
  const before = previousOf(period);
  const now = factsAt(reports, period, units, byCode);
  const then = factsAt(period.kind === 'term' ? [] : previous, before, units, byCode);
  const counted = (of: UnitFact[]) =>
    new Set(of.filter((one) => one.isCounted).map(({ unit }) => unit));
  const both = (code: string) => {
    const earlier = counted(then.read(code));
    return new Set([...counted(now.read(code))].filter((unit) => earlier.has(unit)));
  };
  const total = (code: string) => now.total(code, counted(now.read(code)));
  const isSame = (code: string) =>
    both(code).size === counted(now.read(code)).size &&
    both(code).size === counted(then.read(code)).size;
  const facts: Facts = {
    input: {
      unit: above,
      scope: { kind: period.kind, period },
      reports: [],
      catalogue,
      ...(style ? { style } : {}),
    },
    byCode,
    current: (code, measure = 'level') => (measure === 'level' ? total(code) : null),
    // Last year's total is a base only where the same units stand behind both.
    at: (code, base) =>
      base.kind === 'previous' && (base.isComparable || isSame(code))
        ? then.total(code, both(code))
        : null,
    against: (code, base) =>
      base.kind === 'previous' && base.isComparable ? now.total(code, both(code)) : total(code),
    together: total,
    of: () => null,
    reported: () => [],
  };
  return { of: now.read, before: then.read, total, facts };
}

function unitFact(
  unit: string,
  report: SourceReport | undefined,
  indicator: Indicator | undefined,
  period: Period,
  byCode: ReadonlyMap<string, Indicator>,
): UnitFact {
  const none: UnitFact = {
    unit,
    hasReport: report !== undefined,
    answer: 'blank',
    fact: null,
    isApart: false,
    isCounted: false,
  };
  if (!report || !indicator) return none;
  const level = (code: string | null) =>
    report.figures.find((one) => one.indicator === code && one.measure === 'level');
  const own = level(indicator.code);
  const fact = factIn(report, indicator.code, 'level', byCode);
  if (!fact) return { ...none, answer: own?.answer ?? 'blank' };
  const source = fact.figure ?? level(indicator.numerator);
  const isApart = !source || !isOfWhole(source, period);
  const parts = [level(indicator.numerator), level(indicator.denominator)];
  const isCounted =
    indicator.nature === 'ratio'
      ? arePartsOfOne(parts, period)
      : (indicator.nature === 'flow' || indicator.nature === 'stock') && !isApart;
  return { ...none, answer: 'number', fact, isApart, isCounted };
}

/** Of the whole period and the whole unit: 市总工会本级 is a narrower scope, …未写明 and …合计 are
 *  remarks. */
function isOfWhole({ from, asOf, scopeNote }: Figure, period: Period): boolean {
  const isFromStart = from === null || from === period.from || from === period.from.slice(0, 4);
  const isToEnd =
    asOf === null || asOf === period.to || (asOf.length === 4 && period.to === `${asOf}-12`);
  return (
    isFromStart &&
    isToEnd &&
    (scopeNote === null || scopeNote.includes('未') || scopeNote.endsWith('合计'))
  );
}

function arePartsOfOne([top, bottom]: (Figure | undefined)[], period: Period): boolean {
  if (!top?.value || !bottom?.value) return false;
  return (
    [top, bottom].every(
      (one) => one.qualifier === '' && one.scopeNote === null && isOfWhole(one, period),
    ) &&
    top.asOf === bottom.asOf &&
    top.from === bottom.from
  );
}

function totalOf(
  of: UnitFact[],
  indicator: Indicator | undefined,
  reports: ReadonlyMap<string, SourceReport>,
  period: Period,
): Fact | null {
  if (!indicator || of.length === 0) return null;
  const fact = (value: string, lean: Lean): Fact => ({
    value,
    lean,
    period,
    figure: null,
    scope: null,
    beside: '0 0',
    years: [Number(period.to.slice(0, 4))],
  });
  if (indicator.nature !== 'ratio')
    return fact(
      sum(of.map((one) => (one.fact as Fact).value)),
      leanOf(of.map((one) => (one.fact as Fact).figure as Figure)),
    );
  const added = (code: string | null) =>
    sum(
      of.map(
        ({ unit }) =>
          reports
            .get(unit)
            ?.figures.find((one) => one.indicator === code && one.measure === 'level')
            ?.value as string,
      ),
    );
  const rate = ratio(added(indicator.numerator), added(indicator.denominator));
  return rate === null ? null : fact(publishedRate(rate, indicator.display), 'exact');
}

function leanOf(figures: Figure[]): Lean {
  const has = (qualifiers: string[]) =>
    figures.some(({ qualifier }) => qualifiers.includes(qualifier));
  const [up, down] = [has(['余', '多', '超', '以上']), has(['近'])];
  if (has(['约', '左右']) || (up && down)) return 'either';
  return up ? 'above' : down ? 'below' : 'exact';
}

/** `place` counts from the largest; `tied`: how many others are exactly as much. */
export type CertainPlace = { place: number; tied: number };

/** The places that hold whatever the approximate figures truly are. */
export function placesOf(of: UnitFact[]): Map<string, CertainPlace> {
  const spans = of.flatMap(({ unit, fact, isApart }) =>
    fact && !isApart ? [{ unit, ...spanOf(fact) }] : [],
  );
  return new Map(
    spans.flatMap((mine): [string, CertainPlace][] => {
      const others = spans.filter(({ unit }) => unit !== mine.unit);
      const above = others.filter((other) => liesAbove(other, mine)).length;
      const below = others.filter((other) => liesAbove(mine, other)).length;
      const tied = others.filter(
        (other) => mine.isExact && other.isExact && compare(other.low, mine.low) === 0,
      ).length;
      return above + below + tied === others.length
        ? [[mine.unit, { place: above + 1, tied }]]
        : [];
    }),
  );
}

type Reach = { low: string; high: string | null; isOpen: boolean; isExact: boolean };

// 余 leaves open what comes after its last digit, 近 what came before, 以上 everything above it.
function spanOf({ value, figure, lean }: Fact): Reach {
  const qualifier = figure?.qualifier ?? '';
  const width = roundStepOf(plain(value));
  if (lean === 'exact') return { low: value, high: value, isOpen: false, isExact: true };
  if (qualifier === '以上' || qualifier === '超')
    return { low: value, high: null, isOpen: qualifier === '超', isExact: false };
  if (qualifier === '余' || qualifier === '多')
    return { low: value, high: sum([value, width]), isOpen: true, isExact: false };
  if (qualifier === '近')
    return { low: sum([value, `-${width}`]), high: value, isOpen: true, isExact: false };
  return {
    low: sum([value, `-${width}`]),
    high: sum([value, width]),
    isOpen: false,
    isExact: false,
  };
}

function liesAbove(one: Reach, other: Reach): boolean {
  if (other.high === null) return false;
  const side = compare(one.low, other.high);
  return side > 0 || (side === 0 && (one.isOpen || other.isOpen));
}

/** Whether a figure lies above a value, not above it, or perhaps. */
export function isAbove(fact: Fact, value: string): boolean | null {
  const span = spanOf(fact);
  const line: Reach = { low: value, high: value, isOpen: false, isExact: true };
  if (liesAbove(span, line)) return true;
  return span.high !== null && compare(span.high, value) <= 0 ? false : null;
}
