import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Decision } from '@/lib/domain/report/report';
import type { Coverage } from '@/lib/domain/rollup/coverage';
import type { UnitKind, UnitLevel } from '@/lib/domain/tree/unit';
import {
  bool,
  int4,
  nullable,
  statement,
  text,
  textOf,
  timestamptz,
  uuid,
} from '../database/statement';
import { treeSql, type Placed, type TreeBasis } from '../tree/dated-tree';

type Top = { id: string; lineage: string };

/** Every report expected of a unit and below it in some periods, with the submission that counts. */
export const expectedReports = statement(
  {
    periodCode: text,
    reportId: uuid,
    code: text,
    name: text,
    nameEn: text,
    level: textOf<UnitLevel>(),
    kind: textOf<UnitKind>(),
    path: text,
    lineage: text,
    countedElsewhere: bool,
    coverage: textOf<Coverage>(),
    madeUp: bool,
    countsId: nullable(uuid),
    countsNumber: nullable(int4),
    isCorrection: bool,
    newestId: uuid,
    newestNumber: int4,
    sentAt: nullable(timestamptz),
    signedAt: nullable(timestamptz),
    decision: nullable(textOf<Decision>()),
    hasFigures: bool,
  },
  (
    top: Top,
    periods: readonly string[],
    {
      basis,
      standing,
      placed,
    }: { basis: TreeBasis; standing: 'submitted' | 'approved'; placed: readonly Placed[] },
  ) => Prisma.sql`
    ${treeSql(top, periods, basis, placed)}
    SELECT p."code" AS "periodCode", r."id" AS "reportId", u."code", ${nameSql(basis, 'name')} AS "name",
      ${nameSql(basis, 'name_en')} AS "nameEn", u."level"::text AS "level", u."kind"::text AS "kind",
      t."lineage" AS "path", u."lineage", u."counted_elsewhere" AS "countedElsewhere",
      r."coverage"::text AS "coverage", r."made_up" AS "madeUp", c."id" AS "countsId", c."number" AS "countsNumber",
      n."is_correction" AS "isCorrection", n."id" AS "newestId", n."number" AS "newestNumber",
        n."sent_at" AS "sentAt", n."signed_at" AS "signedAt", n."decision"::text AS "decision",
      CASE WHEN n."signed_at" IS NULL AND n."sent_at" IS NULL AND n."number" = 1 THEN n."has_figures"
        ELSE true END AS "hasFigures"
    FROM "tree" t JOIN "report" r ON r."unit_id" = t."unit_id" AND r."period_id" = t."period_id"
    JOIN "unit" u ON u."id" = t."unit_id" JOIN "period" p ON p."id" = r."period_id"
    LEFT JOIN LATERAL (SELECT w."name", w."name_en" FROM "unit_name" w
      WHERE w."unit_id" = u."id" AND w."valid_from" < p."to_month" + interval '1 month'
      ORDER BY w."valid_from" DESC LIMIT 1) w ON true
    JOIN "newest_submission" n ON n."report_id" = r."id"
    LEFT JOIN "speaking_submission" c ON c."report_id" = r."id" AND ${countedAs(standing)}
    ORDER BY t."lineage"`,
);

// By the tree of then a unit has the name of then.
const nameSql = (basis: TreeBasis, of: 'name' | 'name_en'): Prisma.Sql =>
  Prisma.raw(basis === 'today' ? `u."${of}"` : `COALESCE(w."${of}", u."${of}")`);

const countedAs = (standing: 'submitted' | 'approved'): Prisma.Sql =>
  standing === 'approved'
    ? Prisma.sql`c."standing" = 'approved'`
    : Prisma.sql`c."standing" <> 'draft'`;

/** Where every report's unit stood in its own period. */
export const pathsOf = statement(
  { periodCode: text, path: text },
  (root: Top, periods: readonly string[]) => Prisma.sql`
    ${treeSql(root, periods, 'then')}
    SELECT p."code" AS "periodCode", t."lineage" AS "path" FROM "tree" t
    JOIN "report" r ON r."unit_id" = t."unit_id" AND r."period_id" = t."period_id"
      JOIN "period" p ON p."id" = r."period_id"`,
);

export type Narrowed = { counted: Prisma.Sql; wholeSums: Prisma.Sql; wholeRates: Prisma.Sql };

const part = { units: int4, beside: int4 };

/** Sums by column and indicator. Millions of figures of a country: they are added where they lie. */
export const talliesOf = statement(
  {
    at: int4,
    code: text,
    ...part,
    sum: nullable(text),
    highest: nullable(text),
    above: int4,
    below: int4,
    either: int4,
    otherDate: int4,
  },
  ({ counted, wholeSums }: Omit<Narrowed, 'wholeRates'>) => Prisma.sql`
      WITH "counted" AS (${counted}), "gathered" AS (
        SELECT min(s."at") AS "at", f."indicator_code" AS "code", f."qualifier", ${ofPeriod} AS "isOfPeriod",
          count(*) AS "units", count(*) FILTER (WHERE ${isBeside}) AS "beside", sum(f."value") AS "sum",
          max(f."value") AS "highest"
        FROM "counted" s JOIN "figure" f ON f."submission_id" = s."id"
        WHERE ${isNumber} AND ${isOwn} ${wholeSums}
        GROUP BY s."period_id", f."indicator_code", f."qualifier", "isOfPeriod")
      SELECT "at", "code", ${tallyColumns} FROM "gathered" GROUP BY 1, 2`,
);

type Rates = { rates: string[]; tops: string[]; bottoms: string[] };

/** The two parts of each rate, over the reports that have both. */
export const partsOf = statement(
  {
    at: int4,
    code: text,
    ...part,
    topSum: text,
    topAbove: int4,
    topBelow: int4,
    topEither: int4,
    bottomSum: text,
    bottomAbove: int4,
    bottomBelow: int4,
    bottomEither: int4,
  },
  (
    { counted, wholeRates }: Omit<Narrowed, 'wholeSums'>,
    { rates, tops, bottoms }: Rates,
  ) => Prisma.sql`
      WITH "counted" AS (${counted}), "rate" AS (
        SELECT * FROM unnest(${rates}::text[], ${tops}::text[], ${bottoms}::text[]) AS r("code", "numerator",
          "denominator")
      ), "part" AS MATERIALIZED (
        SELECT s."id", s."at", s."period_id", s."place", s."reports", ${isBeside} AS "isBeside",
          f."indicator_code" AS "code", f."value", f."qualifier"
        FROM "counted" s JOIN "figure" f ON f."submission_id" = s."id"
        WHERE f."indicator_code" = ANY(${[...new Set([...tops, ...bottoms])]}::text[]) AND ${isNumber} AND ${isOwn}
          AND ${ofPeriod})
      SELECT min("top"."at") AS "at", q."code", count(*)::int AS "units",
        (count(*) FILTER (WHERE "top"."isBeside"))::int AS "beside", ${partColumns('top')}, ${partColumns('bottom')}
      FROM ${divided} ${wholeRates}
      GROUP BY "top"."period_id", q."code"`,
);

// The rules of lib/domain/rollup/rollup.ts where the figures lie; rollup.test.ts holds the two against each other.
const tallyColumns = Prisma.sql`
  coalesce(sum("units") FILTER (WHERE "isOfPeriod"), 0)::int AS "units",
  trim_scale(sum("sum") FILTER (WHERE "isOfPeriod"))::text AS "sum",
    trim_scale(max("highest") FILTER (WHERE "isOfPeriod"))::text AS "highest",
  coalesce(sum("units") FILTER (WHERE "qualifier" IN ('余', '多', '超', '以上') AND "isOfPeriod"), 0)::int AS "above",
  coalesce(sum("units") FILTER (WHERE "qualifier" = '近' AND "isOfPeriod"), 0)::int AS "below",
  coalesce(sum("units") FILTER (WHERE "qualifier" IN ('约', '左右') AND "isOfPeriod"), 0)::int AS "either",
  coalesce(sum("units") FILTER (WHERE NOT "isOfPeriod"), 0)::int AS "otherDate",
  coalesce(sum("beside") FILTER (WHERE "isOfPeriod"), 0)::int AS "beside"`;

const partColumns = (part: 'top' | 'bottom'): Prisma.Sql =>
  Prisma.raw(`
  trim_scale(sum("${part}"."value"))::text AS "${part}Sum",
  (count(*) FILTER (WHERE "${part}"."qualifier" IN ('余', '多', '超', '以上')))::int AS "${part}Above",
  (count(*) FILTER (WHERE "${part}"."qualifier" = '近'))::int AS "${part}Below",
  (count(*) FILTER (WHERE "${part}"."qualifier" IN ('约', '左右')))::int AS "${part}Either"`);

const isNumber = Prisma.sql`f."measure" = 'level' AND f."value" IS NOT NULL`;

const ofPeriod = Prisma.sql`(
  (f."as_of" IS NULL OR f."as_of" = s."to" OR (f."as_of" = left(s."to", 4) AND s."to" LIKE '%-12'))
  AND (f."from" IS NULL OR f."from" = s."from" OR f."from" = left(s."from", 4)))`;

const isOwn = Prisma.sql`(
  s."coverage" = 'any' OR
    CASE WHEN f."scope_note" LIKE '%本级' THEN true WHEN f."scope_note" LIKE '%全辖%' THEN false
    ELSE s."coverage" = 'own' END)`;

// What `expectedSources` leaves out.
const isBeside = Prisma.sql`(s."coverage" = 'whole')`;

// A rate's two parts, of the reports that have both.
const divided = Prisma.sql`"rate" q JOIN "part" "top" ON "top"."code" = q."numerator"
  JOIN "part" "bottom" ON "bottom"."id" = "top"."id" AND "bottom"."code" = q."denominator"`;

/** Figures of places that gave a number in each column. */
export const inWholePlaces = (codes: string[]): Prisma.Sql => Prisma.sql`
  AND f."indicator_code" = ANY(${codes}::text[]) AND (f."indicator_code", s."place") IN (
    SELECT f."indicator_code", s."place" FROM "counted" s JOIN "figure" f ON f."submission_id" = s."id"
    WHERE f."indicator_code" = ANY(${codes}::text[]) AND ${isNumber} AND ${ofPeriod} AND ${isOwn}
    GROUP BY 1, 2 HAVING count(*) = max(s."reports"))`;

export const ofWholePlaces = Prisma.sql`WHERE (q."code", "top"."place") IN (
  SELECT q."code", "top"."place" FROM ${divided} GROUP BY 1, 2 HAVING count(*) = max("top"."reports"))`;

export type CountedRow = {
  id: string;
  at: number;
  from: string;
  to: string;
  coverage: Coverage | 'any';
  place: string;
  reports: number;
};

/** The submissions that count, with the number of their column, its period and months, which of their figures are
 *  added, their place, and how many reports that has in all columns together. Their ids and periods are taken from the
 *  tables once more: of these PostgreSQL knows how many there are, and gathers in memory what it would sort on disk by
 *  numbers of ours. */
export const countedSql = (rows: readonly CountedRow[]): Prisma.Sql => {
  const of = <K extends keyof CountedRow>(key: K) => rows.map((row) => row[key]);
  return Prisma.sql`SELECT c.*, r."period_id" FROM unnest(${of('id')}::uuid[], ${of('at')}::int[],
    ${of('from')}::text[], ${of('to')}::text[], ${of('coverage')}::text[], ${of('place')}::text[],
    ${of('reports')}::int[])
    AS c("id", "at", "from", "to", "coverage", "place", "reports")
    JOIN "submission" e ON e."id" = c."id" JOIN "report" r ON r."id" = e."report_id"`;
};
