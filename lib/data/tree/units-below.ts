import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { SourceReport } from '@/lib/domain/summary/summary';
import type { Period, PeriodKind } from '@/lib/domain/tree/period';
import { scopeSql, type UnitLevel, type Viewer } from '../database/access';
import { db } from '../database/client';

export type Standing = SourceReport['standing'];
/** A submission that speaks for a unit in a period, not yet read. */
export type Source = Omit<SourceReport, 'figures'> & { submissionId: string };

/** A unit directly below another in a period, expected to report, with the submissions that speak for it. */
export type UnitBelow = {
  code: string;
  name: string;
  nameEn: string;
  level: UnitLevel;
  sources: Source[];
};

/** The units that stood directly below `above` at the end of a period and are expected to report in it, with what they
 *  handed in for the periods of `codes`: never a draft. Only units in the viewer's scope. By the tree of that time. */
export async function listUnitsBelow(
  viewer: Viewer,
  above: { id: string },
  period: string,
  codes: string[],
): Promise<UnitBelow[]> {
  type Row = Omit<UnitBelow, 'sources'> & {
    period: string | null;
    kind: PeriodKind;
    from: string;
    to: string;
    madeUp: boolean;
    submissionId: string;
    number: number;
    standing: Standing;
  };
  const rows = await db.$queryRaw<Row[]>`
    SELECT u."code", u."name", u."name_en" AS "nameEn", u."level"::text AS "level", x.*
    FROM "period" p
    JOIN "placement" l ON l."parent_id" = ${above.id}::uuid AND ${inForce(Prisma.sql`l`)}
    JOIN "unit" u ON u."id" = l."unit_id" AND (u."valid_to" IS NULL OR u."valid_to" > p."from_month")
    LEFT JOIN LATERAL (
      SELECT q."code" AS "period", q."kind"::text AS "kind", to_char(q."from_month", 'YYYY-MM') AS "from", to_char(q."to_month", 'YYYY-MM') AS "to",
        r."made_up" AS "madeUp", s."id" AS "submissionId", s."number", s."standing"::text AS "standing"
      FROM "report" r JOIN "period" q ON q."id" = r."period_id" AND q."code" = ANY(${codes}::text[])
      JOIN "speaking_submission" s ON s."report_id" = r."id" AND s."standing" <> 'draft'
      WHERE r."unit_id" = u."id"
    ) x ON true
    WHERE p."code" = ${period} AND ${scopeSql(viewer)}
      AND (u."level" = ANY(p."levels") OR EXISTS (SELECT 1 FROM "report" o WHERE o."unit_id" = u."id" AND o."period_id" = p."id"))
    ORDER BY u."code", x."period"`;
  const units = new Map<string, UnitBelow>();
  for (const { code, name, nameEn, level, period: of, kind, from, to, number, ...rest } of rows) {
    const unit = units.get(code) ?? { code, name, nameEn, level, sources: [] };
    units.set(code, unit);
    const asked: Period | null = of === null ? null : { code: of, kind, from, to };
    if (asked)
      unit.sources.push({
        unit: code,
        period: asked,
        submission: number,
        standing: rest.standing,
        madeUp: rest.madeUp,
        submissionId: rest.submissionId,
      });
  }
  return [...units.values()];
}

/** A placement that stood at the end of the period p. */
export const inForce = (placement: Prisma.Sql): Prisma.Sql => Prisma.sql`
  ${placement}."valid_from" < p."to_month" + interval '1 month'
  AND (${placement}."valid_to" IS NULL OR ${placement}."valid_to" >= p."to_month" + interval '1 month')`;
