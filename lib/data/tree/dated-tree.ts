import 'server-only';
import { Prisma } from '@/prisma/generated/client';

/** Whose tree: the one in force on a period's last day (当年隶属), or today's applied backwards (可比口径). */
export type TreeBasis = 'then' | 'today';

/** A unit that stood in a period and has been merged or split since. `lineage`: where its figures belong below the top
 *  unit of today, null where they do not belong there or cannot be divided. */
export type Placed = { period: string; unit: string; lineage: string | null };

/** Common table expressions that end in "tree"("period_id", "unit_id", "lineage"): the units at and below `top` in
 *  each of the periods, with their lineage from it down.
 *  `then`: who stood there on the last day. `today`: who stands there now, and whatever `placed` puts among them.
 *  In both a unit is gone from the period in which it closed: others report. */
export function treeSql(
  top: { id: string; lineage: string },
  periods: readonly string[],
  basis: TreeBasis,
  placed: readonly Placed[] = [],
): Prisma.Sql {
  const days = daysSql(periods);
  if (basis === 'then') {
    return Prisma.sql`WITH RECURSIVE ${days}, "tree" AS (
      SELECT d."id" AS "period_id", d."last", u."id" AS "unit_id", '/' || u."code" || '/' AS "lineage"
      FROM "day" d CROSS JOIN "unit" u WHERE u."id" = ${top.id}::uuid
      UNION ALL
      SELECT t."period_id", t."last", l."unit_id", t."lineage" || l."code" || '/'
      FROM "tree" t JOIN "standing_unit" l ON l."parent_id" = t."unit_id" AND l."period_id" = t."period_id")`;
  }
  return Prisma.sql`WITH ${days}, "placed" AS (
      SELECT d."id" AS "period_id", u."id" AS "unit_id", m."lineage"
      FROM unnest(${placed.map(({ period }) => period)}::text[], ${placed.map(({ unit }) => unit)}::text[],
        ${placed.map(({ lineage }) => lineage)}::text[])
        AS m("period", "unit", "lineage") JOIN "day" d ON d."code" = m."period" JOIN "unit" u ON u."code" = m."unit"
    ), "tree" AS (
      SELECT d."id" AS "period_id", u."id" AS "unit_id",
        substr(u."lineage", ${lengthAbove(top.lineage) + 1}::int) AS "lineage"
      FROM "unit" u CROSS JOIN "day" d
      WHERE u."lineage" LIKE ${`${top.lineage}%`} AND (u."valid_to" IS NULL OR u."valid_to" > d."last")
        AND NOT EXISTS (SELECT 1 FROM "placed" m WHERE m."period_id" = d."id" AND m."unit_id" = u."id")
      UNION ALL SELECT "period_id", "unit_id", "lineage" FROM "placed" WHERE "lineage" IS NOT NULL)`;
}

/** The common table expression "day"("id", "code", "last"): some periods with the last day of each. */
export const daysSql = (periods: readonly string[]): Prisma.Sql => Prisma.sql`"day" AS (
  SELECT "id", "code", ("to_month" + interval '1 month' - interval '1 day')::date AS "last"
  FROM "period" WHERE "code" = ANY(${periods}::text[]))`;

/** How much of a lineage stands above its own code: "/320000/" of "/320000/320900/" without the last stroke. */
export const lengthAbove = (lineage: string): number =>
  lineage.length - (lineage.split('/').at(-2) ?? '').length - 2;
