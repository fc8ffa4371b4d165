import 'server-only';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import { can, relationOf } from '@/lib/domain/access/policy';
import { codesIn } from '@/lib/domain/tree/unit';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { inTransaction, type Transaction } from '../database/transaction';
import { isCode, reasonOf } from '../database/words';
import { notifyEach } from '../notices/notices';
import { holdReports } from './lock-queries';

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

/** Unlocks them again; none of them where one was locked by a unit above the viewer's own (`locked-above`), for it is
 *  not his to lift. Answers how many were locked. */
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
  const above = codesIn(viewer.unit.lineage).slice(0, -1);
  const rows = await db.report.findMany({
    where: { period: { code: period }, unit: withinScope(viewer), lockedAt: { not: null } },
    select: {
      id: true,
      lockedAt: true,
      lockReason: true,
      unit: { select: { code: true, name: true, nameEn: true, lineage: true } },
      lockedBy: { select: { name: true } },
      lockedUnit: { select: { code: true, name: true, nameEn: true } },
    },
    orderBy: { unit: { lineage: 'asc' } },
  });
  return rows
    .filter(({ unit }) =>
      can(viewer, 'report.lock', { relation: relationOf(viewer.unit.lineage, unit.lineage) }),
    )
    .map(({ id, unit, lockedAt, lockReason, lockedBy, lockedUnit }) => ({
      reportId: id,
      unit,
      reason: lockReason!,
      by: lockedBy?.name ?? '',
      at: lockedAt!,
      above:
        lockedUnit && above.includes(lockedUnit.code)
          ? { name: lockedUnit.name, nameEn: lockedUnit.nameEn }
          : null,
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
    // First wait, then look: whoever saves holds the newest submission until they are done.
    const rows = await holdReports.read(tx, viewer, { unit: code, period, withBelow });
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
    await notifyEach(
      tx,
      ['reporter', 'signatory'],
      wanted.map(({ id, unitId }) => ({
        unitId,
        kind: event.kind,
        reportId: id,
        byId: viewer.personId,
        text: event.to,
      })),
    );
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
  const held = await tx.report.findFirst({
    where: { id: { in: ids }, lockedUnit: { code: { in: above } } },
    select: {
      unit: { select: { name: true } },
      lockedUnit: { select: { name: true } },
      lockedBy: { select: { name: true } },
    },
    orderBy: { unit: { lineage: 'asc' } },
  });
  // Whoever locked it may have left: then the unit stands for itself.
  if (held)
    throw new InvalidError('locked-above', {
      unit: held.unit.name,
      by: [held.lockedUnit?.name, held.lockedBy?.name].filter(Boolean).join(' '),
    });
}
