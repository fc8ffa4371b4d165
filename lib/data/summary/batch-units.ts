import 'server-only';
import { parsePeriodCode, yearsOf } from '@/lib/domain/tree/period';
import { scopeSql, type UnitLevel, type Viewer } from '../database/access';
import { db } from '../database/client';
import { isCode } from '../database/words';

export type UnitName = { code: string; name: string; nameEn: string; level: UnitLevel };
/** `hasFigures`: something of the period has been handed in, so that there is a summary to make. */
export type BatchUnit = UnitName & { hasFigures: boolean };

/** The name of a unit that the viewer may know of. */
export async function findUnitName(viewer: Viewer, code: string): Promise<UnitName | null> {
  if (!isCode(code) || viewer.roles.length === 0) return null;
  const rows = await db.$queryRaw<UnitName[]>`
    SELECT u."code", u."name", u."name_en" AS "nameEn", u."level"::text AS "level" FROM "unit" u WHERE u."code" = ${code} AND ${scopeSql(viewer)}`;
  return rows[0] ?? null;
}

/** Every unit below this one in the order of the tree, closed ones only where they have figures; null where the viewer may
 *  not see the unit or the period is none. */
export async function listBatchUnits(
  viewer: Viewer,
  code: string,
  periodCode: string,
): Promise<{ unit: UnitName; below: BatchUnit[] } | null> {
  const period = parsePeriodCode(periodCode);
  const unit = period && (await findUnitName(viewer, code));
  if (!unit) return null;
  // A term is narrated from its own report or from its years.
  const codes = [period.code, ...(period.kind === 'term' ? yearsOf(period).map(String) : [])];
  const rows = await db.$queryRaw<(BatchUnit & { isClosed: boolean })[]>`
    SELECT u."code", u."name", u."name_en" AS "nameEn", u."level"::text AS "level", u."valid_to" IS NOT NULL AND u."valid_to" <= now() AS "isClosed",
      EXISTS (SELECT 1 FROM "report" r JOIN "period" p ON p."id" = r."period_id" JOIN "submission" s ON s."report_id" = r."id"
        JOIN "figure" f ON f."submission_id" = s."id"
        WHERE r."unit_id" = u."id" AND p."code" = ANY(${codes}::text[]) AND s."signed_at" IS NOT NULL AND f."answer" = 'number') AS "hasFigures"
    FROM "unit" u JOIN "unit" top ON top."code" = ${code} AND u."lineage" LIKE top."lineage" || '%' AND u."id" <> top."id"
    WHERE ${scopeSql(viewer)}
    ORDER BY u."lineage"`;
  return {
    unit,
    below: rows
      .filter(({ isClosed, hasFigures }) => !isClosed || hasFigures)
      .map(({ isClosed: _, ...row }) => row),
  };
}
