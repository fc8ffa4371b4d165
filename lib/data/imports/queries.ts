import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Figure } from '@/lib/domain/figure/figure';
import { bool, int4, jsonb, nullable, statement, text, uuid } from '../database/statement';
import { figureColumns, type FigureRow } from '../figures/figure-row';

/** What an import wrote, beside what stands there now: Prisma knows no relation from one to the other. */
export const importedFigures = statement(
  {
    reportId: uuid,
    period: text,
    indicator: text,
    sheet: text,
    cell: text,
    text,
    before: nullable(jsonb<Figure>()),
    revision: int4,
    restored: nullable(bool),
    isNewest: bool,
    isFrozen: bool,
    now: nullable(jsonb<FigureRow & { revision: number }>()),
  },
  (unitId: string, importId: string) => Prisma.sql`
    SELECT s."report_id" AS "reportId", p."code" AS "period", o."indicator_code" AS "indicator", o."sheet",
      o."cell", o."text", o."before", o."revision", o."restored",
      n."id" IS NOT NULL AS "isNewest", s."sent_at" IS NOT NULL AS "isFrozen",
      CASE WHEN f."submission_id" IS NOT NULL
        THEN (SELECT to_jsonb(t) FROM (SELECT ${figureColumns}, f."revision") t) END AS "now"
    FROM "import_figure" o JOIN "import" m ON m."id" = o."import_id" AND m."unit_id" = ${unitId}::uuid
    JOIN "submission" s ON s."id" = o."submission_id"
    JOIN "report" r ON r."id" = s."report_id" JOIN "period" p ON p."id" = r."period_id"
    LEFT JOIN "newest_submission" n ON n."id" = s."id"
    JOIN "indicator" i ON i."code" = o."indicator_code" JOIN "section" c ON c."code" = i."section_code"
    LEFT JOIN "figure" f ON f."submission_id" = o."submission_id" AND f."indicator_code" = o."indicator_code"
      AND f."measure" = 'level'
    WHERE o."import_id" = ${importId}::uuid
    ORDER BY p."to_month", p."from_month", c."order", o."indicator_code"`,
);

/** What the offices of the tree took some names of rows and columns for: the own unit's choice first, then
 *  what most chose. Names of indicators are no secret; nothing else of an import is shown. */
export const knownNames = statement(
  { name: text, code: text },
  (unitId: string, names: readonly string[]) => Prisma.sql`
    SELECT d."key" AS "name", d."value"->>'code' AS "code"
    FROM "import" m CROSS JOIN LATERAL jsonb_each(m."decisions"->'lines') d
    WHERE m."written_at" IS NOT NULL AND m."undone_at" IS NULL AND m."names" && ${[...names]}::text[]
      AND d."key" = ANY(${[...names]}::text[]) AND d."value"->>'code' IS NOT NULL
    GROUP BY 1, 2
    ORDER BY 1, bool_or(m."unit_id" = ${unitId}::uuid) DESC, count(DISTINCT m."unit_id") DESC, 2`,
);
