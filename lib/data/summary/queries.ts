import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { DocumentPlan } from '@/lib/domain/document-plan/plan';
import type { PeriodKind } from '@/lib/domain/tree/period';
import { readsDrafts, scopeSql, type UnitLevel, type Viewer } from '../database/access';
import { bool, int4, jsonb, statement, text, textOf, uuid } from '../database/statement';
import { figureColumns, figureRow } from '../figures/figure-row';
import type { Standing } from '../tree/units-below';

/** Whether the viewer may see the submission s that speaks for a report of the unit u: a draft only within the unit. */
const isShownTo = (viewer: Viewer): Prisma.Sql =>
  Prisma.sql`(s."standing" <> 'draft'
    OR (u."lineage" = ${viewer.unit.lineage} AND ${readsDrafts(viewer, viewer.unit.lineage)}::boolean))`;

/** The submissions that speak for a unit in the periods p that are wanted, oldest first. */
export const sourcesOf = statement(
  {
    unit: text,
    name: text,
    level: textOf<UnitLevel>(),
    lineage: text,
    code: text,
    kind: textOf<PeriodKind>(),
    from: text,
    to: text,
    madeUp: bool,
    submissionId: uuid,
    number: int4,
    standing: textOf<Standing>(),
  },
  (viewer: Viewer, unit: string, wanted: Prisma.Sql) => Prisma.sql`/* kept */
    SELECT u."code" AS "unit", u."name", u."level"::text AS "level", u."lineage",
      p."code", p."kind"::text AS "kind", to_char(p."from_month", 'YYYY-MM') AS "from",
        to_char(p."to_month", 'YYYY-MM') AS "to",
      r."made_up" AS "madeUp", s."id" AS "submissionId", s."number", s."standing"::text AS "standing"
    FROM "unit" u JOIN "report" r ON r."unit_id" = u."id" JOIN "period" p ON p."id" = r."period_id"
    JOIN "speaking_submission" s ON s."report_id" = r."id"
    WHERE u."code" = ${unit} AND ${scopeSql(viewer)} AND ${wanted} AND ${isShownTo(viewer)}
    ORDER BY p."from_month", p."to_month"`,
);

/** All figures of some submissions. Whoever asks has been let see them. */
export const figuresOf = statement(
  { submissionId: uuid, ...figureRow },
  (submissionIds: string[]) => Prisma.sql`/* kept */
    SELECT f."submission_id" AS "submissionId", ${figureColumns} FROM "figure" f
    WHERE f."submission_id" = ANY(${submissionIds}::uuid[])`,
);

/** The plan of the last of these units that has one: they are named from the top down. Read with every comparison, and
 *  Prisma would ask twice. */
export const nearestPlan = statement(
  { code: text, name: text, nameEn: text, revision: int4, plan: jsonb<DocumentPlan>() },
  (codes: string[]) => Prisma.sql`/* kept */
    SELECT u."code", u."name", u."name_en" AS "nameEn", d."revision", d."content" AS "plan"
    FROM "document_plan" d JOIN "unit" u ON u."id" = d."unit_id"
    WHERE u."code" = ANY(${codes}::text[])
    ORDER BY array_position(${codes}::text[], u."code") DESC LIMIT 1`,
);

/** Units and periods with something to narrate, in the order of the tree. */
export const scopesOf = statement(
  {
    code: text,
    name: text,
    nameEn: text,
    level: textOf<UnitLevel>(),
    period: text,
    kind: textOf<PeriodKind>(),
    madeUp: bool,
    standing: textOf<Standing>(),
  },
  (viewer: Viewer) => Prisma.sql`
    SELECT u."code", u."name", u."name_en" AS "nameEn", u."level"::text AS "level",
      p."code" AS "period", p."kind"::text AS "kind", r."made_up" AS "madeUp", s."standing"::text AS "standing"
    FROM "unit" u JOIN "report" r ON r."unit_id" = u."id" JOIN "period" p ON p."id" = r."period_id"
    JOIN "speaking_submission" s ON s."report_id" = r."id" AND ${isShownTo(viewer)}
    WHERE ${scopeSql(viewer)} AND EXISTS (SELECT 1 FROM "reported_figure" f
      WHERE f."submission_id" = s."id" AND f."answer" = 'number')
    ORDER BY u."lineage", p."to_month" DESC, p."from_month"`,
);

/** Units and periods in which at least two units below have handed in. */
export const unitsScopesOf = statement(
  {
    code: text,
    name: text,
    nameEn: text,
    level: textOf<UnitLevel>(),
    period: text,
    kind: textOf<PeriodKind>(),
    reported: int4,
  },
  (viewer: Viewer) => Prisma.sql`
    SELECT u."code", u."name", u."name_en" AS "nameEn", u."level"::text AS "level", p."code" AS "period",
      p."kind"::text AS "kind", count(*)::int AS "reported"
    FROM "unit" u JOIN "standing_unit" t ON t."parent_id" = u."id"
    JOIN "unit" c ON c."id" = t."unit_id" AND NOT c."counted_elsewhere"
    JOIN "report" r ON r."unit_id" = c."id" AND r."period_id" = t."period_id" JOIN "period" p ON p."id" = t."period_id"
    WHERE ${scopeSql(viewer)}
      AND EXISTS (SELECT 1 FROM "submission" e JOIN "reported_figure" f ON f."submission_id" = e."id"
        WHERE e."report_id" = r."id" AND e."signed_at" IS NOT NULL AND f."answer" = 'number')
    GROUP BY u."id", p."id" HAVING count(*) > 1
    ORDER BY u."lineage", p."to_month" DESC, p."from_month"`,
);
