import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Indicator } from '@/lib/domain/indicator';
import type { Period } from '@/lib/domain/period';
import { emptyTally, rateOf, ruleOf, totalOf, type Tally, type Total } from '@/lib/domain/rollup';
import { findCatalogue } from './catalogue';
import { db } from './client';
import { groupBy } from './group-by';
import { countedSources, type RollUpSource } from './rollup-sources';

/** A total of one period; `otherDate`: how many units gave a number of another date, which is not added. */
export type RolledTotal = Total & { otherDate: number };
export type SummedRow = { indicator: Indicator; totals: RolledTotal[] };
/** The reports of a period that are looked at. */
export type Counted = { period: Period; sources: RollUpSource[] };

/** Totals of every indicator that somebody reported, one for each column. */
export async function readTotals(columns: readonly Counted[]): Promise<SummedRow[]> {
  const { indicators } = await findCatalogue();
  return readRows(indicators, columns, { counted: columnsSql(columns, () => ''), wholeSums: Prisma.empty, wholeRates: Prisma.empty });
}

/** Totals of these indicators over the places that gave a number in each of the columns, with every report they have there:
 *  between them nothing differs but the figures. */
export async function readAlikeTotals(indicators: readonly Indicator[], columns: readonly Counted[], placeOf: (source: RollUpSource) => string): Promise<SummedRow[]> {
  if (indicators.length === 0) return [];
  const codes = indicators.map(({ code }) => code);
  return readRows(indicators, columns, {
    counted: columnsSql(columns, placeOf),
    wholeSums: Prisma.sql`AND f."indicator_code" = ANY(${codes}::text[]) AND (f."indicator_code", s."place") IN (
      SELECT f."indicator_code", s."place" FROM "counted" s JOIN "figure" f ON f."submission_id" = s."id"
      WHERE f."indicator_code" = ANY(${codes}::text[]) AND ${isNumber(Prisma.sql`f`)} AND ${ofPeriod(Prisma.sql`f`)} AND ${isOwn(Prisma.sql`f`)}
      GROUP BY 1, 2 HAVING count(*) = max(s."reports"))`,
    wholeRates: Prisma.sql`AND (q."code", s."place") IN (
      SELECT q."code", s."place" FROM ${divided} WHERE ${areDivided} GROUP BY 1, 2 HAVING count(*) = max(s."reports"))`,
  });
}

type Narrowed = { counted: Prisma.Sql; wholeSums: Prisma.Sql; wholeRates: Prisma.Sql };

async function readRows(indicators: readonly Indicator[], columns: readonly Counted[], { counted, wholeSums, wholeRates }: Narrowed): Promise<SummedRow[]> {
  const rates = indicators.filter((indicator) => ruleOf(indicator) === 'ratio');
  const asked = Prisma.sql`"counted" AS (${counted}), "rate" AS (
    SELECT * FROM unnest(${rates.map(({ code }) => code)}::text[], ${rates.map(({ numerator }) => numerator)}::text[], ${rates.map(({ denominator }) => denominator)}::text[])
      AS r("code", "numerator", "denominator"))`;
  const [tallies, parts] = await Promise.all([
    db.$queryRaw<(TallyRow & { otherDate: number })[]>`
      WITH ${asked}
      SELECT s."at", f."indicator_code" AS "code", ${tallyColumns(Prisma.sql`f`, ofPeriod(Prisma.sql`f`))},
        (count(*) FILTER (WHERE NOT ${ofPeriod(Prisma.sql`f`)}))::int AS "otherDate"
      FROM "counted" s JOIN "figure" f ON f."submission_id" = s."id"
      WHERE ${isNumber(Prisma.sql`f`)} AND ${isOwn(Prisma.sql`f`)} ${wholeSums}
      GROUP BY 1, 2`,
    db.$queryRaw<RateRow[]>`
      WITH ${asked}
      SELECT s."at", q."code", ${tallyColumns(Prisma.sql`n`, Prisma.sql`true`)}, ${bottomColumns}
      FROM ${divided} WHERE ${areDivided} ${wholeRates}
      GROUP BY 1, 2`,
  ]);
  const at = (row: { at: number; code: string }) => `${row.at} ${row.code}`;
  const [summed, ratios] = [new Map(tallies.map((row) => [at(row), row])), new Map(parts.map((row) => [at(row), row]))];
  return indicators.flatMap((indicator) => {
    const totals = columns.map((_, column): RolledTotal => {
      const key = `${column} ${indicator.code}`;
      const [found, rate] = [summed.get(key), ratios.get(key)];
      const total = ruleOf(indicator) === 'ratio' ? rateOf(indicator, rate ? partsOf(rate) : noParts) : totalOf(indicator, found ? tallyIn(found) : emptyTally);
      return { ...total, otherDate: found?.otherDate ?? 0 };
    });
    const isThere = columns.some((_, column) => summed.has(`${column} ${indicator.code}`)) || totals.some(({ value }) => value !== null);
    return isThere ? [{ indicator, totals }] : [];
  });
}

type TallyRow = { at: number; code: string; units: number; sum: string | null; highest: string | null; above: number; below: number; either: number };
type RateRow = TallyRow & { bottomSum: string; bottomAbove: number; bottomBelow: number; bottomEither: number };

const noParts = { numerator: emptyTally, denominator: emptyTally };
const tallyIn = ({ units, sum, highest, above, below, either }: TallyRow): Tally => ({ units, sum: sum ?? '0', highest, above, below, either });
const partsOf = (row: RateRow) => ({
  numerator: tallyIn(row),
  denominator: { units: row.units, sum: row.bottomSum, highest: null, above: row.bottomAbove, below: row.bottomBelow, either: row.bottomEither },
});

// The rules of lib/domain/rollup.ts where the figures lie; rollup.test.ts holds the two against each other.
const tallyColumns = (f: Prisma.Sql, counts: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (count(*) FILTER (WHERE ${counts}))::int AS "units",
  trim_scale(sum(${f}."value") FILTER (WHERE ${counts}))::text AS "sum", trim_scale(max(${f}."value") FILTER (WHERE ${counts}))::text AS "highest",
  (count(*) FILTER (WHERE ${f}."qualifier" IN ('余', '多', '以上') AND ${counts}))::int AS "above",
  (count(*) FILTER (WHERE ${f}."qualifier" = '近' AND ${counts}))::int AS "below",
  (count(*) FILTER (WHERE ${f}."qualifier" IN ('约', '左右') AND ${counts}))::int AS "either"`;

const bottomColumns = Prisma.sql`
  trim_scale(sum(d."value"))::text AS "bottomSum",
  (count(*) FILTER (WHERE d."qualifier" IN ('余', '多', '以上')))::int AS "bottomAbove",
  (count(*) FILTER (WHERE d."qualifier" = '近'))::int AS "bottomBelow",
  (count(*) FILTER (WHERE d."qualifier" IN ('约', '左右')))::int AS "bottomEither"`;

const isNumber = (f: Prisma.Sql): Prisma.Sql => Prisma.sql`${f}."measure" = 'level' AND ${f}."value" IS NOT NULL`;

const ofPeriod = (f: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  (${f}."as_of" IS NULL OR ${f}."as_of" = s."to" OR (${f}."as_of" = left(s."to", 4) AND s."to" LIKE '%-12'))
  AND (${f}."from" IS NULL OR ${f}."from" = s."from" OR ${f}."from" = left(s."from", 4)))`;

const isOwn = (f: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  s."coverage" = 'any' OR CASE WHEN ${f}."scope_note" LIKE '%本级' THEN true WHEN ${f}."scope_note" LIKE '%全辖%' THEN false ELSE s."coverage" = 'own' END)`;

// A rate's two parts, of the reports that have both.
const divided = Prisma.sql`"counted" s CROSS JOIN "rate" q
  JOIN "figure" n ON n."submission_id" = s."id" AND n."indicator_code" = q."numerator" AND ${isNumber(Prisma.sql`n`)}
  JOIN "figure" d ON d."submission_id" = s."id" AND d."indicator_code" = q."denominator" AND ${isNumber(Prisma.sql`d`)}`;
const areDivided = Prisma.sql`${ofPeriod(Prisma.sql`n`)} AND ${ofPeriod(Prisma.sql`d`)} AND ${isOwn(Prisma.sql`n`)} AND ${isOwn(Prisma.sql`d`)}`;

/** The submissions that count, with the number of their column, its months, which of their figures are added, their place,
 *  and how many reports that has in all columns together. */
function columnsSql(columns: readonly Counted[], placeOf: (source: RollUpSource) => string): Prisma.Sql {
  const rows = columns.flatMap(({ period, sources }, at) =>
    countedSources(sources).map((source) => ({ id: source.submissionId, at, from: period.from, to: period.to, coverage: source.hasBelow ? source.coverage : 'any', place: placeOf(source) })),
  );
  const reports = groupBy(rows, ({ place }) => place);
  return Prisma.sql`SELECT * FROM unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ at }) => at)}::int[],
    ${rows.map(({ from }) => from)}::text[], ${rows.map(({ to }) => to)}::text[], ${rows.map(({ coverage }) => coverage)}::text[],
    ${rows.map(({ place }) => place)}::text[], ${rows.map(({ place }) => reports.get(place)!.length)}::int[])
    AS c("id", "at", "from", "to", "coverage", "place", "reports")`;
}
