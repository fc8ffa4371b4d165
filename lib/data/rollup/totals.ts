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
import { countedSources, type RollUpSource } from './sources';

/** A total of one period; `otherDate`: how many units gave a number of another date, which is not added. `beside`: how many
 *  of `units` are in it though no report of theirs is expected: they report all below and marked this figure as their own. */
export type RolledTotal = Total & { otherDate: number; beside: number };
export type SummedRow = { indicator: Indicator; totals: RolledTotal[] };
/** The reports of a period that are looked at. */
export type Counted = { period: Period; sources: RollUpSource[] };

/** Totals of every indicator that somebody reported, one for each column. Figures are gathered by period: throws where two
 *  columns are of the same one, whose figures would be added together. */
export async function readTotals(columns: readonly Counted[]): Promise<SummedRow[]> {
  const { indicators } = await findCatalogue();
  return readRows(indicators, columns, {
    counted: columnsSql(columns, () => ''),
    wholeSums: Prisma.empty,
    wholeRates: Prisma.empty,
  });
}

/** Totals of these indicators over the places that gave a number in each of the columns, with every report they have there:
 *  between them nothing differs but the figures. */
export async function readAlikeTotals(
  indicators: readonly Indicator[],
  columns: readonly Counted[],
  placeOf: (source: RollUpSource) => string,
): Promise<SummedRow[]> {
  if (indicators.length === 0) return [];
  const codes = indicators.map(({ code }) => code);
  return readRows(indicators, columns, {
    counted: columnsSql(columns, placeOf),
    wholeSums: Prisma.sql`AND f."indicator_code" = ANY(${codes}::text[]) AND (f."indicator_code", s."place") IN (
      SELECT f."indicator_code", s."place" FROM "counted" s JOIN "figure" f ON f."submission_id" = s."id"
      WHERE f."indicator_code" = ANY(${codes}::text[]) AND ${isNumber} AND ${ofPeriod} AND ${isOwn}
      GROUP BY 1, 2 HAVING count(*) = max(s."reports"))`,
    wholeRates: Prisma.sql`WHERE (q."code", "top"."place") IN (SELECT q."code", "top"."place" FROM ${divided} GROUP BY 1, 2 HAVING count(*) = max("top"."reports"))`,
  });
}

type Narrowed = { counted: Prisma.Sql; wholeSums: Prisma.Sql; wholeRates: Prisma.Sql };

async function readRows(
  indicators: readonly Indicator[],
  columns: readonly Counted[],
  { counted, wholeSums, wholeRates }: Narrowed,
): Promise<SummedRow[]> {
  if (new Set(columns.map(({ period }) => period.code)).size < columns.length)
    throw new Error('A period stands twice in a roll-up');
  const rates = indicators.filter((indicator) => ruleOf(indicator) === 'ratio');
  const [tops, bottoms] = [
    rates.map(({ numerator }) => numerator),
    rates.map(({ denominator }) => denominator),
  ];
  const [tallies, parts] = await Promise.all([
    db.$queryRaw<TallyRow[]>`
      WITH "counted" AS (${counted}), "gathered" AS (
        SELECT min(s."at") AS "at", f."indicator_code" AS "code", f."qualifier", ${ofPeriod} AS "isOfPeriod", count(*) AS "units", count(*) FILTER (WHERE ${isBeside}) AS "beside", sum(f."value") AS "sum", max(f."value") AS "highest"
        FROM "counted" s JOIN "figure" f ON f."submission_id" = s."id"
        WHERE ${isNumber} AND ${isOwn} ${wholeSums}
        GROUP BY s."period_id", f."indicator_code", f."qualifier", "isOfPeriod")
      SELECT "at", "code", ${tallyColumns} FROM "gathered" GROUP BY 1, 2`,
    db.$queryRaw<RateRow[]>`
      WITH "counted" AS (${counted}), "rate" AS (
        SELECT * FROM unnest(${rates.map(({ code }) => code)}::text[], ${tops}::text[], ${bottoms}::text[]) AS r("code", "numerator", "denominator")
      ), "part" AS MATERIALIZED (
        SELECT s."id", s."at", s."period_id", s."place", s."reports", ${isBeside} AS "isBeside", f."indicator_code" AS "code", f."value", f."qualifier"
        FROM "counted" s JOIN "figure" f ON f."submission_id" = s."id"
        WHERE f."indicator_code" = ANY(${[...new Set([...tops, ...bottoms])]}::text[]) AND ${isNumber} AND ${isOwn} AND ${ofPeriod})
      SELECT min("top"."at") AS "at", q."code", count(*)::int AS "units", (count(*) FILTER (WHERE "top"."isBeside"))::int AS "beside", ${partColumns('top')}, ${partColumns('bottom')}
      FROM ${divided} ${wholeRates}
      GROUP BY "top"."period_id", q."code"`,
  ]);
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
          ? rateOf(indicator, rate ? partsOf(rate) : noParts)
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

type TallyRow = {
  at: number;
  code: string;
  units: number;
  sum: string | null;
  highest: string | null;
  above: number;
  below: number;
  either: number;
  otherDate: number;
  beside: number;
};
type PartColumns<P extends 'top' | 'bottom'> = Record<`${P}Sum`, string> &
  Record<`${P}Above` | `${P}Below` | `${P}Either`, number>;
type RateRow = { at: number; code: string; units: number; beside: number } & PartColumns<'top'> &
  PartColumns<'bottom'>;

const noParts = { numerator: emptyTally, denominator: emptyTally };
const tallyIn = ({ units, sum, highest, above, below, either }: TallyRow): Tally => ({
  units,
  sum: sum ?? '0',
  highest,
  above,
  below,
  either,
});
const partsOf = (row: RateRow) => ({
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

// The rules of lib/domain/rollup/rollup.ts where the figures lie; rollup.test.ts holds the two against each other.
const tallyColumns = Prisma.sql`
  coalesce(sum("units") FILTER (WHERE "isOfPeriod"), 0)::int AS "units",
  trim_scale(sum("sum") FILTER (WHERE "isOfPeriod"))::text AS "sum", trim_scale(max("highest") FILTER (WHERE "isOfPeriod"))::text AS "highest",
  coalesce(sum("units") FILTER (WHERE "qualifier" IN ('余', '多', '以上') AND "isOfPeriod"), 0)::int AS "above",
  coalesce(sum("units") FILTER (WHERE "qualifier" = '近' AND "isOfPeriod"), 0)::int AS "below",
  coalesce(sum("units") FILTER (WHERE "qualifier" IN ('约', '左右') AND "isOfPeriod"), 0)::int AS "either",
  coalesce(sum("units") FILTER (WHERE NOT "isOfPeriod"), 0)::int AS "otherDate",
  coalesce(sum("beside") FILTER (WHERE "isOfPeriod"), 0)::int AS "beside"`;

const partColumns = (part: 'top' | 'bottom'): Prisma.Sql =>
  Prisma.raw(`
  trim_scale(sum("${part}"."value"))::text AS "${part}Sum",
  (count(*) FILTER (WHERE "${part}"."qualifier" IN ('余', '多', '以上')))::int AS "${part}Above",
  (count(*) FILTER (WHERE "${part}"."qualifier" = '近'))::int AS "${part}Below",
  (count(*) FILTER (WHERE "${part}"."qualifier" IN ('约', '左右')))::int AS "${part}Either"`);

const isNumber = Prisma.sql`f."measure" = 'level' AND f."value" IS NOT NULL`;

const ofPeriod = Prisma.sql`(
  (f."as_of" IS NULL OR f."as_of" = s."to" OR (f."as_of" = left(s."to", 4) AND s."to" LIKE '%-12'))
  AND (f."from" IS NULL OR f."from" = s."from" OR f."from" = left(s."from", 4)))`;

const isOwn = Prisma.sql`(
  s."coverage" = 'any' OR CASE WHEN f."scope_note" LIKE '%本级' THEN true WHEN f."scope_note" LIKE '%全辖%' THEN false ELSE s."coverage" = 'own' END)`;

// What `expectedSources` leaves out.
const isBeside = Prisma.sql`(s."coverage" = 'whole')`;

// A rate's two parts, of the reports that have both.
const divided = Prisma.sql`"rate" q JOIN "part" "top" ON "top"."code" = q."numerator" JOIN "part" "bottom" ON "bottom"."id" = "top"."id" AND "bottom"."code" = q."denominator"`;

/** The submissions that count, with the number of their column, its period and months, which of their figures are added,
 *  their place, and how many reports that has in all columns together. Their ids and periods are taken from the tables once
 *  more: of these PostgreSQL knows how many there are, and gathers in memory what it would sort on disk by numbers of ours. */
function columnsSql(
  columns: readonly Counted[],
  placeOf: (source: RollUpSource) => string,
): Prisma.Sql {
  const rows = columns.flatMap(({ period, sources }, at) =>
    countedSources(sources).map((source) => ({
      id: source.submissionId,
      at,
      from: period.from,
      to: period.to,
      coverage: source.hasBelow ? source.coverage : 'any',
      place: placeOf(source),
    })),
  );
  const reports = groupBy(rows, ({ place }) => place);
  return Prisma.sql`SELECT c.*, r."period_id" FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ at }) => at)}::int[],
    ${rows.map(({ from }) => from)}::text[], ${rows.map(({ to }) => to)}::text[], ${rows.map(({ coverage }) => coverage)}::text[],
    ${rows.map(({ place }) => place)}::text[], ${rows.map(({ place }) => reports.get(place)!.length)}::int[])
    AS c("id", "at", "from", "to", "coverage", "place", "reports")
    JOIN "submission" e ON e."id" = c."id" JOIN "report" r ON r."id" = e."report_id"`;
}
