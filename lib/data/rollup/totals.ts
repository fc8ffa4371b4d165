import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { Period } from '@/lib/domain/tree/period';
import {
  emptyTally,
  rateOf,
  ruleOf,
  totalOf,
  type Tally,
  type Total,
} from '@/lib/domain/rollup/rollup';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { groupBy } from '../database/group-by';
import type { RowOf } from '../database/statement';
import type { Transaction } from '../database/transaction';
import {
  countedSql,
  inWholePlaces,
  ofWholePlaces,
  partsOf,
  talliesOf,
  type CountedRow,
  type Narrowed,
} from './queries';
import { countedSources, type RollUpSource } from './sources';

/** A total of one period; `otherDate`: how many units gave a number of another date, which is not added. `beside`: how
 *  many of `units` are in it though no report of theirs is expected: they report all below and marked this figure as
 *  their own. */
export type RolledTotal = Total & { otherDate: number; beside: number };
export type SummedRow = { indicator: Indicator; totals: RolledTotal[] };
/** The reports of a period that are looked at. */
export type Counted = { period: Period; sources: RollUpSource[] };

/** Totals of every indicator that somebody reported, one for each column. Figures are gathered by period: throws where
 *  two columns are of the same one, whose figures would be added together. */
export async function readTotals(
  columns: readonly Counted[],
  client: Transaction = db,
): Promise<SummedRow[]> {
  const { indicators } = await findCatalogue();
  const narrowed = {
    counted: countedSql(rowsOf(columns, () => '')),
    wholeSums: Prisma.empty,
    wholeRates: Prisma.empty,
  };
  return readRows(indicators, columns, narrowed, client);
}

/** Totals of these indicators over the places that gave a number in each of the columns, with every report they have
 *  there: between them nothing differs but the figures. */
export async function readAlikeTotals(
  indicators: readonly Indicator[],
  columns: readonly Counted[],
  placeOf: (source: RollUpSource) => string,
): Promise<SummedRow[]> {
  if (indicators.length === 0) return [];
  const codes = indicators.map(({ code }) => code);
  return readRows(indicators, columns, {
    counted: countedSql(rowsOf(columns, placeOf)),
    wholeSums: inWholePlaces(codes),
    wholeRates: ofWholePlaces,
  });
}

async function readRows(
  indicators: readonly Indicator[],
  columns: readonly Counted[],
  { counted, wholeSums, wholeRates }: Narrowed,
  client: Transaction = db,
): Promise<SummedRow[]> {
  if (new Set(columns.map(({ period }) => period.code)).size < columns.length)
    throw new Error('A period stands twice in a roll-up');
  const rates = indicators.filter((indicator) => ruleOf(indicator) === 'ratio');
  const [tops, bottoms] = [
    rates.map(({ numerator }) => numerator!),
    rates.map(({ denominator }) => denominator!),
  ];
  const readSums = () => talliesOf.read(client, { counted, wholeSums });
  const readRates = () =>
    partsOf.read(
      client,
      { counted, wholeRates },
      { rates: rates.map(({ code }) => code), tops, bottoms },
    );
  // A transaction has one connection, which takes one after the other.
  const [tallies, parts] =
    client === db
      ? await Promise.all([readSums(), readRates()])
      : [await readSums(), await readRates()];
  const at = (row: { at: number; code: string }) => `${row.at} ${row.code}`;
  const [summed, ratios] = [
    new Map(tallies.map((row) => [at(row), row])),
    new Map(parts.map((row) => [at(row), row])),
  ];
  return indicators.flatMap((indicator) => {
    const totals = columns.map((_, column): RolledTotal => {
      const key = `${column} ${indicator.code}`;
      const [found, rate] = [summed.get(key), ratios.get(key)];
      const total =
        ruleOf(indicator) === 'ratio'
          ? rateOf(indicator, rate ? ratioOf(rate) : noParts)
          : totalOf(indicator, found ? tallyIn(found) : emptyTally);
      const beside = (ruleOf(indicator) === 'ratio' ? rate : found)?.beside ?? 0;
      return { ...total, otherDate: found?.otherDate ?? 0, beside };
    });
    const isThere =
      columns.some((_, column) => summed.has(`${column} ${indicator.code}`)) ||
      totals.some(({ value }) => value !== null);
    return isThere ? [{ indicator, totals }] : [];
  });
}

type TallyRow = RowOf<typeof talliesOf.columns>;
type RateRow = RowOf<typeof partsOf.columns>;

const noParts = { numerator: emptyTally, denominator: emptyTally };
const tallyIn = ({ units, sum, highest, above, below, either }: TallyRow): Tally => ({
  units,
  sum: sum ?? '0',
  highest,
  above,
  below,
  either,
});
const ratioOf = (row: RateRow) => ({
  numerator: {
    units: row.units,
    sum: row.topSum,
    highest: null,
    above: row.topAbove,
    below: row.topBelow,
    either: row.topEither,
  },
  denominator: {
    units: row.units,
    sum: row.bottomSum,
    highest: null,
    above: row.bottomAbove,
    below: row.bottomBelow,
    either: row.bottomEither,
  },
});

function rowsOf(
  columns: readonly Counted[],
  placeOf: (source: RollUpSource) => string,
): CountedRow[] {
  const rows = columns.flatMap(({ period, sources }, at) =>
    countedSources(sources).map((source) => ({
      id: source.submissionId,
      at,
      from: period.from,
      to: period.to,
      coverage: source.hasBelow ? source.coverage : ('any' as const),
      place: placeOf(source),
    })),
  );
  const reports = groupBy(rows, ({ place }) => place);
  return rows.map((row) => ({ ...row, reports: reports.get(row.place)!.length }));
}
