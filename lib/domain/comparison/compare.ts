// Every indicator over the periods that are told together: the one place where figures are set against each other. Text,
// table, charts and files take these rows.
import type { Indicator } from '../catalogue/indicator';
import { reportsOf } from './base';
import { differenceOf, type Difference } from './change';
import { columnsOf, type TableColumn } from './columns';
import type { Prepared } from './prepare';
import { findFigure, findNumber, type PreparedReport, type Sourced } from './sourced';

/** A number of the report that has it. */
export type Reported = Sourced & { report: PreparedReport };

/** The number that is told against one before it; no difference where nothing true can be said. */
export type Pair = { now: Sourced; base: Reported; difference: Difference | null };

/** One indicator. `now`: its number in the report of the period itself. `years`: single years of a term, oldest first.
 *  `bases`: against every report that a period may be compared with, the one before first. `moved`: what the columns of
 *  change say. `found`: by column of the table what its reports answered. */
export type Row = {
  indicator: Indicator;
  now: Sourced | null;
  years: Reported[];
  bases: Pair[];
  moved: Pair | null;
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
  const rows = input.catalogue.indicators.map((indicator) =>
    compareOne(indicator, input, { target, bases, columns }),
  );
  const byCode = new Map(rows.map((row) => [row.indicator.code, row]));
  return { input, target, bases, columns, rows, rowOf: (code) => byCode.get(code) };
}

function compareOne(
  indicator: Indicator,
  { scope }: Prepared,
  { target, bases, columns }: Pick<Comparison, 'target' | 'bases' | 'columns'>,
): Row {
  const now = findNumber(target, indicator.code);
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
    return { indicator, now, years: [], bases: pairs, moved: pairs[0] ?? null, found };
  }
  const years = numbers.flatMap((number, at) =>
    number && columns[at]?.role !== 'current' ? [number] : [],
  );
  return { indicator, now, years, bases: [], moved: movedOver(now, years, indicator), found };
}

/** The last against the first year that has a number; a flow of a term's own report is not set against a single year. */
function movedOver(
  now: Sourced | null,
  years: readonly Reported[],
  indicator: Indicator,
): Pair | null {
  const last = indicator.nature !== 'flow' && now ? now : years.at(-1);
  const base = years[0];
  return last && base && last !== base ? pairOf(last, base, indicator) : null;
}

function numberIn(report: PreparedReport | undefined, indicator: Indicator): Reported | null {
  const found = findNumber(report, indicator.code);
  return report && found ? { ...found, report } : null;
}

function pairOf(now: Sourced, base: Reported, indicator: Indicator): Pair {
  return { now, base, difference: differenceOf(now, base, indicator) };
}

function findFigures(indicator: Indicator, { reports, role }: TableColumn): Sourced[] {
  if (role === 'total' && indicator.nature !== 'flow') return [];
  return reports.flatMap((report) => findFigure(report, indicator.code) ?? []);
}
