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

/** Locks the reports of a unit, with everything below it in one step, in the name of the viewer's unit: their units
 *  change nothing in them while any lock stands, and are notified why. One that this unit has locked already keeps
 *  its reason; what other units have locked gets this lock beside theirs. Answers how many were locked. */
export async function lockReports(
  viewer: Viewer,
  choice: LockChoice,
  reason: string,
): Promise<number> {
  const words = reasonOf(reason);
  return inTransaction(async (tx) => {
    const held = await holdWanted(tx, viewer, choice);
    const own = await tx.reportLock.findMany({
      where: { unitId: viewer.unit.id, reportId: { in: held.map(({ id }) => id) } },
      select: { reportId: true },
    });
    const isLocked = new Set(own.map(({ reportId }) => reportId));
    const wanted = held.filter(({ id }) => !isLocked.has(id));
    if (wanted.length === 0) throw new InvalidError('nothing-to-lock');
    await tx.reportLock.createMany({
      data: wanted.map(({ id }) => ({
        ...{ reportId: id, unitId: viewer.unit.id, personId: viewer.personId, reason: words },
      })),
    });
    await tell(tx, viewer, wanted, { kind: 'report.locked', to: words });
    return wanted.length;
  });
}

/** Lifts the locks of the viewer's own unit, and `withTheirs` also those of units below it, whose people may have left.
 *  A lock of a unit above is not his to lift: where nothing else stands there, he is told whose it is (`locked-above`).
 *  Answers how many reports a lock was lifted from. */
export async function unlockReports(
  viewer: Viewer,
  choice: LockChoice,
  withTheirs = false,
): Promise<number> {
  return inTransaction(async (tx) => {
    const held = await holdWanted(tx, viewer, choice);
    const standing = await tx.reportLock.findMany({
      where: { reportId: { in: held.map(({ id }) => id) } },
      select: {
        reportId: true,
        unitId: true,
        unit: { select: { code: true, name: true } },
        person: { select: { name: true } },
        report: { select: { unit: { select: { name: true } } } },
      },
      orderBy: { report: { unit: { lineage: 'asc' } } },
    });
    const above = codesIn(viewer.unit.lineage).slice(0, -1);
    const isAbove = ({ unit }: (typeof standing)[number]) => above.includes(unit.code);
    const lifted = standing.filter((lock) =>
      withTheirs ? !isAbove(lock) : lock.unitId === viewer.unit.id,
    );
    if (lifted.length === 0) throw nothingToLift(standing.find(isAbove), standing.length > 0);
    await tx.reportLock.deleteMany({
      where: { OR: lifted.map(({ reportId, unitId }) => ({ reportId, unitId })) },
    });
    const ids = new Set(lifted.map(({ reportId }) => reportId));
    const freed = held.filter(({ id }) => ids.has(id));
    await tell(tx, viewer, freed, { kind: 'report.unlocked', to: null });
    return freed.length;
  });
}

/** `above`: whether it is the lock of a unit above the viewer's own, which that one lifts; `isOwn`: of the viewer's
 *  own. */
export type StandingLock = {
  unit: { code: string; name: string; nameEn: string };
  reason: string;
  by: string;
  at: Date;
  whose: 'own' | 'above' | 'below';
};
export type LockedReport = {
  reportId: string;
  unit: { code: string; name: string; nameEn: string; lineage: string };
  /** Side by side, the earliest first. */
  locks: StandingLock[];
};

/** The locked reports of a period below the viewer's unit, in the order of the tree; none for who may not lock. */
export async function listLockedReports(viewer: Viewer, period: string): Promise<LockedReport[]> {
  if (!parsePeriodCode(period) || !can(viewer, 'report.lock', { relation: 'below' })) return [];
  const above = codesIn(viewer.unit.lineage).slice(0, -1);
  const named = { code: true, name: true, nameEn: true };
  const rows = await db.report.findMany({
    where: { period: { code: period }, unit: withinScope(viewer), locks: { some: {} } },
    select: {
      id: true,
      unit: { select: { ...named, lineage: true } },
      locks: {
        select: {
          ...{ unitId: true, lockedAt: true, reason: true },
          ...{ person: { select: { name: true } }, unit: { select: named } },
        },
        orderBy: [{ lockedAt: 'asc' }, { unit: { lineage: 'asc' } }],
      },
    },
    orderBy: { unit: { lineage: 'asc' } },
  });
  return rows
    .filter(({ unit }) =>
      can(viewer, 'report.lock', { relation: relationOf(viewer.unit.lineage, unit.lineage) }),
    )
    .map(({ id, unit, locks }) => ({
      reportId: id,
      unit,
      locks: locks.map(({ unitId, unit: lockedBy, person, lockedAt, reason }) => ({
        ...{ unit: lockedBy, reason, by: person?.name ?? '', at: lockedAt },
        whose:
          unitId === viewer.unit.id ? 'own' : above.includes(lockedBy.code) ? 'above' : 'below',
      })),
    }));
}

type Held = { id: string; unitId: string; lineage: string };

/** Keeps everybody else out of the reports that are chosen, all of which the viewer may lock. */
async function holdWanted(
  tx: Transaction,
  viewer: Viewer,
  { unit: code, period, withBelow }: LockChoice,
): Promise<Held[]> {
  if (!isCode(code) || !parsePeriodCode(period)) throw new NotFoundError();
  // First wait, then look: whoever saves holds the newest submission until they are done.
  const rows = await holdReports.read(tx, viewer, { unit: code, period, withBelow });
  if (rows.length === 0) throw new NotFoundError();
  const mayLock = ({ lineage }: Held) =>
    can(viewer, 'report.lock', { relation: relationOf(viewer.unit.lineage, lineage) });
  if (!rows.every(mayLock)) throw new RefusedError('report.lock');
  return rows;
}

type AboveLock = {
  unit: { name: string };
  person: { name: string } | null;
  report: { unit: { name: string } };
};

/** Whoever locked it may have left: then the unit stands for itself. */
function nothingToLift(above: AboveLock | undefined, isLocked: boolean): InvalidError {
  if (!above) return new InvalidError(isLocked ? 'locked-below' : 'nothing-to-unlock');
  return new InvalidError('locked-above', {
    unit: above.report.unit.name,
    by: [above.unit.name, above.person?.name].filter(Boolean).join(' '),
  });
}

async function tell(
  tx: Transaction,
  viewer: Viewer,
  reports: readonly Held[],
  event: { kind: 'report.locked'; to: string } | { kind: 'report.unlocked'; to: null },
): Promise<void> {
  await notifyEach(
    tx,
    ['reporter', 'signatory'],
    reports.map(({ id, unitId }) => ({
      ...{ unitId, kind: event.kind, reportId: id, byId: viewer.personId, text: event.to },
    })),
  );
  await recordEvents(
    tx,
    reports.map(({ id }) => ({ by: viewer.personId, reportId: id, ...event })),
  );
}
