// Every indicator over the periods that are narrated together: the one place where figures are set against each other.
// Text, table, charts and files take these rows.
import type { Indicator, Nature } from '../catalogue/indicator';
import { reportsOf } from './base';
import { differenceOf, hasDifferences, type Difference } from './difference';
import {
  isOfItsMonths,
  whyIncomparable,
  whyNotTogether,
  type WhyIncomparable,
} from './comparability';
import { columnsOf, type TableColumn } from './columns';
import type { Prepared } from './prepare';
import { totalOf } from './total';
import {
  findFigure,
  findNumber,
  type PreparedReport,
  type Reported,
  type Sourced,
} from './sourced';

/** The number that is stated against one before it; no difference where nothing true can be said. `withheld`: why the
 *  two may not be compared. */
export type Pair = {
  now: Reported;
  base: Reported;
  difference: Difference | null;
  withheld: WhyIncomparable | null;
};

/** One indicator. `now`: its number in the report of the period itself. `years`: single years of a term, oldest first.
 *  `bases`: against every report that a period may be compared with, the one before first. `moved`: what the columns of
 *  change say. `total`: what the years of a term
 *  add up to. `found`: by column of the table what its reports answered. */
export type Row = {
  indicator: Indicator;
  now: Reported | null;
  years: Reported[];
  bases: Pair[];
  moved: Pair | null;
  total: ReturnType<typeof totalOf> | null;
  found: Sourced[][];
};

export type Comparison = {
  input: Prepared;
  target: PreparedReport | undefined;
  bases: PreparedReport[];
  columns: TableColumn[];
  /** Of all indicators, in the order of the catalogue. */
  rows: Row[];
  rowOf: (code: string) => Row | undefined;
};

/** Compares what was prepared. */
export function compare(input: Prepared): Comparison {
  const { target, bases } = reportsOf(input);
  const columns = columnsOf(input);
  const natures = new Map(input.catalogue.indicators.map(({ code, nature }) => [code, nature]));
  const rows = input.catalogue.indicators.map((indicator) =>
    compareOne(indicator, input, { target, bases, columns, natures }),
  );
  const byCode = new Map(rows.map((row) => [row.indicator.code, row]));
  return { input, target, bases, columns, rows, rowOf: (code) => byCode.get(code) };
}

type Compared = Pick<Comparison, 'target' | 'bases' | 'columns'> & {
  natures: ReadonlyMap<string, Nature>;
};

function compareOne(
  indicator: Indicator,
  { scope }: Prepared,
  { target, bases, columns, natures }: Compared,
): Row {
  const now = numberIn(target, indicator);
  const numbers = columns.map(({ role, reports }) =>
    role === 'total' ? null : numberIn(reports[0], indicator),
  );
  const found = columns.map((column) => findFigures(indicator, column));
  if (scope.kind !== 'term') {
    const pairs = now
      ? bases.flatMap((report) => {
          const base = numberIn(report, indicator);
          return base ? [pairOf(now, base, indicator)] : [];
        })
      : [];
    return { indicator, now, years: [], bases: pairs, moved: pairs[0] ?? null, total: null, found };
  }
  const years = numbers.flatMap((number, at) =>
    number && columns[at]?.role !== 'current' ? [number] : [],
  );
  const inside = years.filter(({ report }) => report.period.from >= scope.period.from);
  const total = totalOf(inside, indicator);
  const ofTerm = isOfItsMonths(indicator, (code) => natures.get(code)) ? null : now;
  const moved = movedOver(ofTerm ?? years.at(-1), years, indicator);
  return { indicator, now, years, bases: [], moved, total, found };
}

/** The last against the first year that has a number. */
function movedOver(
  last: Reported | undefined,
  years: readonly Reported[],
  indicator: Indicator,
): Pair | null {
  const base = years[0];
  if (!last || !base || last === base) return null;
  const pair = pairOf(last, base, indicator);
  const withheld =
    pair.withheld ??
    (hasDifferences(indicator) ? whyNotTogether([last, base], indicator.nature) : null);
  return { ...pair, difference: withheld ? null : pair.difference, withheld };
}

function numberIn(report: PreparedReport | undefined, indicator: Indicator): Reported | null {
  const found = findNumber(report, indicator.code);
  return report && found ? { ...found, report } : null;
}

function pairOf(now: Reported, base: Reported, indicator: Indicator): Pair {
  const withheld = hasDifferences(indicator) ? whyIncomparable(now, base, indicator.nature) : null;
  return { now, base, difference: withheld ? null : differenceOf(now, base, indicator), withheld };
}

function findFigures(indicator: Indicator, { reports, role }: TableColumn): Sourced[] {
  if (role === 'total' && indicator.nature !== 'flow') return [];
  return reports.flatMap((report) => findFigure(report, indicator.code) ?? []);
}
