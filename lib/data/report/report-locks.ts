import 'server-only';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import { can, relationOf } from '@/lib/domain/access/policy';
import { codesIn } from '@/lib/domain/tree/unit';
import { scopeSql, type Viewer } from '../database/access';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { inTransaction, type Transaction } from '../database/transaction';
import { isCode, reasonOf } from '../database/words';

/** Which report, or with `withBelow` also those of every unit below. */
export type LockChoice = { unit: string; period: string; withBelow: boolean };

/** Locks the reports of a unit, with everything below it in one step: their units change nothing in them until they are
 *  unlocked, and are notified why. One that is locked already keeps its reason. Answers how many were locked. */
export async function lockReports(
  viewer: Viewer,
  choice: LockChoice,
  reason: string,
): Promise<number> {
  const words = reasonOf(reason);
  return change(
    viewer,
    choice,
    {
      event: { kind: 'report.locked', to: words },
      isWanted: ({ isLocked }) => !isLocked,
      none: 'nothing-to-lock',
    },
    {
      lockedAt: new Date(),
      lockedById: viewer.personId,
      lockedUnitId: viewer.unit.id,
      lockReason: words,
    },
  );
}

/** Unlocks them again; none of them where one was locked by a unit above the viewer's own (`locked-above`), for it is not
 *  his to lift. Answers how many were locked. */
export async function unlockReports(viewer: Viewer, choice: LockChoice): Promise<number> {
  return change(
    viewer,
    choice,
    {
      event: { kind: 'report.unlocked', to: null },
      isWanted: ({ isLocked }) => isLocked,
      none: 'nothing-to-unlock',
    },
    { lockedAt: null, lockedById: null, lockedUnitId: null, lockReason: null },
  );
}

/** `above`: the unit above the viewer's own whose lock it is; null where the viewer may lift it. */
export type LockedReport = {
  reportId: string;
  unit: { code: string; name: string; nameEn: string; lineage: string };
  reason: string;
  by: string;
  at: Date;
  above: { name: string; nameEn: string } | null;
};

/** The locked reports of a period below the viewer's unit, in the order of the tree; none for who may not lock. */
export async function listLockedReports(viewer: Viewer, period: string): Promise<LockedReport[]> {
  if (!parsePeriodCode(period) || !can(viewer, 'report.lock', { relation: 'below' })) return [];
  type Row = {
    reportId: string;
    code: string;
    name: string;
    nameEn: string;
    lineage: string;
    reason: string;
    by: string;
    at: Date;
    above: LockedReport['above'];
  };
  const rows = await db.$queryRaw<Row[]>`
    SELECT r."id" AS "reportId", u."code", u."name", u."name_en" AS "nameEn", u."lineage", r."lock_reason" AS "reason", coalesce(k."name", '') AS "by", r."locked_at" AS "at",
      CASE WHEN a."id" IS NOT NULL THEN jsonb_build_object('name', a."name", 'nameEn', a."name_en") END AS "above"
    FROM "report" r JOIN "unit" u ON u."id" = r."unit_id" JOIN "period" p ON p."id" = r."period_id" LEFT JOIN "person" k ON k."id" = r."locked_by_id"
    LEFT JOIN "unit" a ON a."id" = r."locked_unit_id" AND a."code" = ANY(${codesIn(viewer.unit.lineage).slice(0, -1)}::text[])
    WHERE p."code" = ${period} AND ${scopeSql(viewer)} AND r."locked_at" IS NOT NULL ORDER BY u."lineage"`;
  return rows
    .filter(({ lineage }) =>
      can(viewer, 'report.lock', { relation: relationOf(viewer.unit.lineage, lineage) }),
    )
    .map(({ reportId, code, name, nameEn, lineage, ...row }) => ({
      reportId,
      unit: { code, name, nameEn, lineage },
      ...row,
    }));
}

type Kind = {
  event: { kind: 'report.locked'; to: string } | { kind: 'report.unlocked'; to: null };
  isWanted: (row: { isLocked: boolean }) => boolean;
  none: string;
};
type Data = {
  lockedAt: Date | null;
  lockedById: string | null;
  lockedUnitId: string | null;
  lockReason: string | null;
};

async function change(
  viewer: Viewer,
  { unit: code, period, withBelow }: LockChoice,
  { event, isWanted, none }: Kind,
  data: Data,
): Promise<number> {
  if (!isCode(code) || !parsePeriodCode(period)) throw new NotFoundError();
  return inTransaction(async (tx) => {
    type Row = { id: string; code: string; lineage: string; unitId: string; isLocked: boolean };
    // First wait, then look: whoever saves holds the newest submission until they are done.
    const rows = await tx.$queryRaw<Row[]>`
      SELECT r."id", u."code", u."lineage", u."id" AS "unitId", r."locked_at" IS NOT NULL AS "isLocked"
      FROM "report" r JOIN "unit" u ON u."id" = r."unit_id" JOIN "period" p ON p."id" = r."period_id"
      JOIN "unit" h ON h."code" = ${code} AND (u."id" = h."id" OR (${withBelow} AND u."lineage" LIKE h."lineage" || '_%'))
      JOIN "newest_submission" s ON s."report_id" = r."id"
      WHERE p."code" = ${period} AND ${scopeSql(viewer)} ORDER BY u."lineage" FOR UPDATE OF s, r`;
    if (rows.length === 0) throw new NotFoundError();
    if (
      rows.some(
        ({ lineage }) =>
          !can(viewer, 'report.lock', { relation: relationOf(viewer.unit.lineage, lineage) }),
      )
    )
      throw new RefusedError('report.lock');
    const wanted = rows.filter(isWanted);
    if (wanted.length === 0) throw new InvalidError(none);
    await refuseLockedAbove(
      tx,
      viewer,
      wanted.map(({ id }) => id),
    );
    await tx.report.updateMany({ where: { id: { in: wanted.map(({ id }) => id) } }, data });
    await tx.$executeRaw`
      INSERT INTO "notice" ("id", "person_id", "kind", "report_id", "by_id", "text")
      SELECT gen_random_uuid(), h."id", ${event.kind}, r."id", ${viewer.personId}::uuid, ${event.to} FROM "report" r JOIN "person" h ON h."unit_id" = r."unit_id" AND h."disabled_at" IS NULL
      WHERE r."id" = ANY(${wanted.map(({ id }) => id)}::uuid[])
        AND EXISTS (SELECT 1 FROM "person_role" o WHERE o."person_id" = h."id" AND o."role" IN ('reporter', 'signatory'))`;
    await recordEvents(
      tx,
      wanted.map(({ id }) => ({ by: viewer.personId, reportId: id, ...event })),
    );
    return wanted.length;
  });
}

/** What stands still by order of a unit above the viewer's stays so: it is lifted by that unit or one above it. */
async function refuseLockedAbove(tx: Transaction, viewer: Viewer, ids: string[]): Promise<void> {
  const above = codesIn(viewer.unit.lineage).slice(0, -1);
  // Whoever locked it may have left: then the unit stands for itself.
  const [held] = await tx.$queryRaw<{ unit: string; by: string }[]>`
    SELECT u."name" AS "unit", concat_ws(' ', a."name", k."name") AS "by" FROM "report" r JOIN "unit" u ON u."id" = r."unit_id"
    JOIN "unit" a ON a."id" = r."locked_unit_id" AND a."code" = ANY(${above}::text[]) LEFT JOIN "person" k ON k."id" = r."locked_by_id"
    WHERE r."id" = ANY(${ids}::uuid[]) ORDER BY u."lineage" LIMIT 1`;
  if (held) throw new InvalidError('locked-above', held);
}
