import 'server-only';
import { Prisma } from '@/prisma/generated/client';

/** Whose tree: the one in force on a period's last day (当年隶属), or today's applied backwards (可比口径). */
export type TreeBasis = 'then' | 'today';

/** Common table expressions that end in "tree"("period_id", "unit_id", "lineage"): the units at and below `top` in
 *  each of the periods, with their lineage from it down.
 *  `then`: who stood there on the last day. `today`: who stands there now, and whatever was merged into them, which takes
 *  the place of its successor. In both a unit is gone from the period in which it closed: its successor reports. */
export function treeSql(top: { id: string; lineage: string }, periods: readonly string[], basis: TreeBasis): Prisma.Sql {
  const days = Prisma.sql`"day" AS (
    SELECT "id", ("to_month" + interval '1 month' - interval '1 day')::date AS "last" FROM "period" WHERE "code" = ANY(${periods}::text[]))`;
  if (basis === 'then') {
    return Prisma.sql`WITH RECURSIVE ${days}, "tree" AS (
      SELECT d."id" AS "period_id", d."last", u."id" AS "unit_id", '/' || u."code" || '/' AS "lineage"
      FROM "day" d CROSS JOIN "unit" u WHERE u."id" = ${top.id}::uuid
      UNION ALL
      SELECT t."period_id", t."last", u."id", t."lineage" || u."code" || '/'
      FROM "tree" t
      JOIN "placement" l ON l."parent_id" = t."unit_id" AND l."valid_from" <= t."last" AND (l."valid_to" IS NULL OR l."valid_to" > t."last")
      JOIN "unit" u ON u."id" = l."unit_id" AND u."valid_from" <= t."last" AND (u."valid_to" IS NULL OR u."valid_to" > t."last"))`;
  }
  // How much of a lineage stands above the top unit.
  const above = top.lineage.length - lastCode(top.lineage).length - 2;
  // A chain of mergers is followed to its end; it has none that leads back, but a limit costs nothing.
  return Prisma.sql`WITH RECURSIVE ${days}, "heir" AS (
      SELECT "id" AS "unit_id", "successor_id", "lineage", 0 AS "hops" FROM "unit"
      UNION ALL
      SELECT h."unit_id", s."successor_id", s."lineage", h."hops" + 1 FROM "heir" h JOIN "unit" s ON s."id" = h."successor_id" WHERE h."hops" < 50
    ), "tree" AS (
      SELECT d."id" AS "period_id", h."unit_id",
        substr(h."lineage", ${above + 1}::int) || CASE WHEN h."hops" > 0 THEN u."code" || '/' ELSE '' END AS "lineage"
      FROM "heir" h JOIN "unit" u ON u."id" = h."unit_id" CROSS JOIN "day" d
      WHERE h."successor_id" IS NULL AND h."lineage" LIKE ${`${top.lineage}%`} AND (u."valid_to" IS NULL OR u."valid_to" > d."last"))`;
}

const lastCode = (lineage: string): string => lineage.split('/').at(-2) ?? '';
