// Every indicator over all units: who has a number, its place, and what they come to, this period and the one before.
import { scopeOf } from '../comparison/comparability';
import type { Answer, Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { areExactAndAlike } from '../comparison/rates';
import { findFigure, type Sourced, type PreparedReport } from '../comparison/sourced';
import type { Period } from '../tree/period';
import { printFigure } from '../figure/print';
import { rankFigures, type Place } from '../comparison/ranking';
import { isOfPeriod, ruleOf } from '../rollup/rollup';
import type { ExpectedUnit } from './units-input';
import { rateOver, sumOver, type RateParts } from './sum-over';
import { shortName } from '../comparison/unit-words';

/** A unit's figure of one indicator. `parts`: the numerator and denominator behind a rate. `isAlike`: of the whole
 *  period and of no narrower scope, so that it may be added to the others and set in order with them. */
export type Entry = {
  unit: ExpectedUnit;
  name: string;
  hasReport: boolean;
  answer: Answer;
  found: Sourced | null;
  parts: RateParts | null;
  isAlike: boolean;
  place: Place | null;
  previous: { found: Sourced | null; parts: RateParts | null; isAlike: boolean; answer: Answer };
};

/** `counted` makes up the total; `missing` reported no number that could be added (不适用 is not missing: there is
 *  nothing to add). `comparable`: both totals over the units that have both periods; stated
 *  only where these are at least half, for the rest is what the total mostly is. */
export type Gathered = {
  indicator: Indicator;
  entries: Entry[];
  total: Sourced | null;
  counted: Entry[];
  missing: Entry[];
  comparable: {
    current: Sourced;
    base: Sourced;
    units: Entry[];
    isAll: boolean;
    isStated: boolean;
  } | null;
};

type Reports = {
  unit: ExpectedUnit;
  report: PreparedReport | undefined;
  before: PreparedReport | undefined;
};

/** Everything about one indicator; null where no unit has a number. Units are in the order of `units`. */
export function gather(
  indicator: Indicator,
  units: Reports[],
  periods: { narrated: Period; before: Period },
  byCode: ReadonlyMap<string, Indicator>,
): Gathered | null {
  const read = (report: PreparedReport | undefined, period: Period) =>
    readFigure(report, period, indicator);
  const all = units.map(({ unit, report, before }): Entry => {
    return {
      unit,
      name: shortName(unit.name),
      hasReport: report !== undefined,
      ...read(report, periods.narrated),
      place: null,
      previous: read(before, periods.before),
    };
  });
  if (all.every(({ found }) => found === null)) return null;
  const entries = withPlaces(all, indicator);
  const counted = entries.filter((entry) => counts(indicator, entry));
  const both = counted.filter(({ previous }) => counts(indicator, previous));
  const current = both.length > 0 ? totalFor(indicator, both, byCode) : null;
  const base =
    both.length > 0
      ? totalFor(
          indicator,
          both.map((entry) => ({ ...entry, ...entry.previous })),
          byCode,
        )
      : null;
  const isCounted = new Set(counted);
  const before = entries.filter(({ previous }) => counts(indicator, previous));
  return {
    indicator,
    entries,
    counted,
    total: totalFor(indicator, counted, byCode),
    missing: entries.filter((entry) => !isCounted.has(entry) && entry.answer !== 'not_applicable'),
    comparable:
      current && base
        ? {
            current,
            base,
            units: both,
            isAll: both.length === counted.length && both.length === before.length,
            isStated: both.length * 2 >= counted.length,
          }
        : null,
  };
}

function readFigure(
  report: PreparedReport | undefined,
  period: Period,
  indicator: Indicator,
): Entry['previous'] {
  const own = report && findFigure(report, indicator.code);
  const found = own && own.figure.value !== null ? own : null;
  return {
    found,
    answer: own?.figure.answer ?? 'blank',
    isAlike: found !== null && isAlike(found.figure, period),
    parts: report ? partsOf(report, indicator, period) : null,
  };
}

function isAlike(figure: Figure, period: Period): boolean {
  return isOfPeriod(figure, period) && scopeOf(figure) === null;
}

function partsOf(report: PreparedReport, indicator: Indicator, period: Period): RateParts | null {
  if (ruleOf(indicator) !== 'ratio') return null;
  const [numerator, denominator] = [indicator.numerator, indicator.denominator].map((code) =>
    findFigure(report, code as string),
  );
  if (
    !numerator ||
    !denominator ||
    numerator.figure.value === null ||
    denominator.figure.value === null
  )
    return null;
  return areExactAndAlike(numerator.figure, denominator.figure) && isAlike(numerator.figure, period)
    ? { numerator, denominator }
    : null;
}

// A rate is worked out anew from its parts; a number of another date or scope is listed, but not added.
function counts(
  indicator: Indicator,
  { found, parts, isAlike: alike }: Entry['previous'],
): boolean {
  return ruleOf(indicator) === 'ratio'
    ? found !== null && parts !== null
    : ruleOf(indicator) === 'sum' && found !== null && alike;
}

function totalFor(
  indicator: Indicator,
  of: { name: string; found: Sourced | null; parts: RateParts | null }[],
  byCode: ReadonlyMap<string, Indicator>,
): Sourced | null {
  if (of.length === 0) return null;
  if (ruleOf(indicator) !== 'ratio')
    return sumOver(
      indicator,
      of.map(({ name, found }) => ({ name, found: found as Sourced })),
    );
  return rateOver(
    indicator,
    of.map(({ parts }) => parts as RateParts),
    byCode,
  );
}

/** Standards, ranks and years running are listed, not ordered. */
function withPlaces(entries: Entry[], { nature }: Indicator): Entry[] {
  if (nature !== 'stock' && nature !== 'flow' && nature !== 'ratio') return entries;
  const ordered = entries.filter(({ found, isAlike: alike }) => found !== null && alike);
  const places = rankFigures(ordered.map(({ found }) => (found as Sourced).figure));
  const of = new Map(ordered.map((entry, at) => [entry, places[at] as Place | null]));
  return entries.map((entry) => ({ ...entry, place: of.get(entry) ?? null }));
}

/** "东台市1695场次": a figure with its unit's name. */
export function namedFigure(entry: Pick<Entry, 'name' | 'found'>, indicator: Indicator): string {
  return `${entry.name}${printFigure((entry.found as Sourced).figure, indicator)}`;
}
