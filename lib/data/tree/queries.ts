import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { SourceReport } from '@/lib/domain/comparison/source';
import { daysSql } from './dated-tree';
import type { PeriodKind } from '@/lib/domain/tree/period';
import type { UnitLevel } from '../database/access';
import {
  bool,
  command,
  nullable,
  int4,
  statement,
  text,
  textOf,
  uuid,
} from '../database/statement';

export type Standing = SourceReport['standing'];

/** Every merger and split that has come into force by a day. */
export const successionsUntil = statement(
  { unit: text, into: text, on: text, goesOn: bool },
  (day: string) => Prisma.sql`/* kept */
    SELECT u."code" AS "unit", s."code" AS "into", u."valid_to"::text AS "on", false AS "goesOn"
    FROM "unit" u JOIN "unit" s ON s."id" = u."successor_id" WHERE u."valid_to" <= ${day}::date
    UNION ALL
    SELECT u."code", i."code", s."on"::text, u."valid_to" IS DISTINCT FROM s."on"
    FROM "split" s JOIN "unit" u ON u."id" = s."unit_id" JOIN "unit" i ON i."id" = s."into_id"
      WHERE s."on" <= ${day}::date`,
);

/** Derives every lineage anew from the placements of a day; Prisma knows no recursion. */
export const writeLineages = command(
  (day: Date) => Prisma.sql`
    WITH RECURSIVE "inForce" AS (
      SELECT DISTINCT ON ("unit_id") "unit_id", "parent_id" FROM "placement"
      ORDER BY "unit_id", "valid_from" <= ${day}::date DESC,
        CASE WHEN "valid_from" <= ${day}::date THEN "valid_from" END DESC, "valid_from"
    ), "tree" AS (
      SELECT u."id", '/' || u."code" || '/' AS "lineage" FROM "unit" u
      WHERE NOT EXISTS (SELECT 1 FROM "inForce" p WHERE p."unit_id" = u."id")
      UNION ALL
      SELECT u."id", t."lineage" || u."code" || '/'
      FROM "tree" t JOIN "inForce" p ON p."parent_id" = t."id" JOIN "unit" u ON u."id" = p."unit_id"
    )
    UPDATE "unit" SET "lineage" = t."lineage" FROM "tree" t
      WHERE t."id" = "unit"."id" AND t."lineage" <> "unit"."lineage"`,
);

/** Units directly below one at the end of a period that are expected to report, each with the submissions that speak
 *  for it in some periods. Those whose figures are counted elsewhere are in no total, and in no order. Whoever may see
 *  the unit above may see what stood below it then. */
export const unitsBelow = statement(
  {
    code: text,
    name: text,
    nameEn: text,
    level: textOf<UnitLevel>(),
    period: nullable(text),
    kind: nullable(textOf<PeriodKind>()),
    from: nullable(text),
    to: nullable(text),
    madeUp: nullable(bool),
    submissionId: nullable(uuid),
    number: nullable(int4),
    standing: nullable(textOf<Standing>()),
  },
  (above: string, period: string, codes: string[]) => Prisma.sql`
    SELECT u."code", t."name", t."name_en" AS "nameEn", u."level"::text AS "level", x.*
    FROM "period" p JOIN "standing_unit" t ON t."period_id" = p."id" AND t."parent_id" = ${above}::uuid
    JOIN "unit" u ON u."id" = t."unit_id" AND NOT u."counted_elsewhere"
    JOIN "report" o ON o."unit_id" = u."id" AND o."period_id" = p."id"
    LEFT JOIN LATERAL (
      SELECT q."code" AS "period", q."kind"::text AS "kind", to_char(q."from_month", 'YYYY-MM') AS "from",
        to_char(q."to_month", 'YYYY-MM') AS "to",
        r."made_up" AS "madeUp", s."id" AS "submissionId", s."number", s."standing"::text AS "standing"
      FROM "report" r JOIN "period" q ON q."id" = r."period_id" AND q."code" = ANY(${codes}::text[])
      JOIN "speaking_submission" s ON s."report_id" = r."id" AND s."standing" <> 'draft'
      WHERE r."unit_id" = u."id"
    ) x ON true
    WHERE p."code" = ${period}
    ORDER BY u."code", x."period"`,
);

/** Reports that were handed in for a period in which their unit had closed by its last day, below the unit `top` as it
 *  stood then: no total counts them. Sought from the few that closed up to it, never through the whole tree. `isAnew`:
 *  the unit it was merged into has handed in since the merger was entered. */
export const leftReports = statement(
  {
    period: text,
    reportId: uuid,
    code: text,
    name: text,
    nameEn: text,
    on: text,
    intoCode: nullable(text),
    intoName: nullable(text),
    intoNameEn: nullable(text),
    submissionId: uuid,
    number: int4,
    isAnew: bool,
  },
  (top: string, periods: readonly string[]) => Prisma.sql`/* kept */
    WITH RECURSIVE ${daysSql(periods)}, "gone" AS MATERIALIZED (
      SELECT d."id" AS "period_id", d."code" AS "period", u."id" AS "unit_id", (
        SELECT l."parent_id" FROM "placement" l WHERE l."unit_id" = u."id" ORDER BY l."valid_from" DESC
          LIMIT 1) AS "parent_id"
      FROM "day" d JOIN "unit" u ON u."valid_to" <= d."last"
    ), "up" AS (
      SELECT "period_id", "unit_id", "parent_id" AS "at" FROM "gone"
      UNION ALL
      SELECT t."period_id", t."unit_id", l."parent_id"
      FROM "up" t JOIN "standing_unit" l ON l."unit_id" = t."at" AND l."period_id" = t."period_id"
    )
    SELECT g."period", r."id" AS "reportId", u."code", u."name", u."name_en" AS "nameEn", u."valid_to"::text AS "on",
      i."code" AS "intoCode", i."name" AS "intoName", i."name_en" AS "intoNameEn", s."id" AS "submissionId", s."number",
      EXISTS (SELECT 1 FROM "report" a
        JOIN "speaking_submission" b ON b."report_id" = a."id" AND b."standing" <> 'draft'
        WHERE a."unit_id" = i."id" AND a."period_id" = g."period_id" AND b."signed_at" > COALESCE(
          (SELECT max(e."at") FROM "event" e WHERE e."kind" = 'unit.closed' AND e."subject" = u."code"),
          u."valid_to")) AS "isAnew"
    FROM "gone" g JOIN "up" t ON t."period_id" = g."period_id" AND t."unit_id" = g."unit_id" AND t."at" = ${top}::uuid
    JOIN "unit" u ON u."id" = g."unit_id"
    JOIN "report" r ON r."unit_id" = u."id" AND r."period_id" = g."period_id"
    JOIN "speaking_submission" s ON s."report_id" = r."id" AND s."standing" <> 'draft'
    LEFT JOIN "unit" i ON i."id" = u."successor_id"
    ORDER BY g."period" DESC, u."code"`,
);
