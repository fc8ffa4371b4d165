import 'server-only';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { officeDay } from '@/lib/domain/tree/office-day';
import { withinScope, type Viewer } from '../database/access';
import { inAdministration, type Administration } from '../database/administration';
import { db } from '../database/client';
import { groupBy } from '../database/group-by';
import { recordEvents } from '../database/record-events';
import type { Transaction } from '../database/transaction';
import { findUnit, loadUnit, rebuildLineages, today } from './units';

type Names = { name: string; nameEn: string };
/** What a unit was called and where it stood, earliest first; what is to come stands there, too. `parent` is null for
 *  a unit that the viewer may not see. */
export type UnitHistory = {
  names: (Names & { from: Date })[];
  placements: { from: Date; to: Date | null; parent: (Names & { code: string }) | null }[];
  /** What it was merged into, and what was merged into it. */
  into: (Names & { code: string }) | null;
  merged: (Names & { code: string; on: Date })[];
};

/** Calls a unit something else from a day on; its code stays. Totals by the tree of then call it by the name of
 *  then. */
export async function changeUnit(
  viewer: Viewer,
  code: string,
  names: Names,
  from: Date = today(),
): Promise<void> {
  await inAdministration(async (tx) => {
    const { id, name, nameEn, validFrom } = await loadUnit(tx, viewer, code);
    if (from < validFrom) throw new InvalidError('renamed-before-opened', { field: 'from' });
    const at = (day: Date) => ({ unitId_validFrom: { unitId: id, validFrom: day } });
    if ((await tx.unitName.count({ where: { unitId: id } })) === 0 && from > validFrom)
      await tx.unitName.create({ data: { unitId: id, validFrom, name, nameEn } });
    await tx.unitName.upsert({
      where: at(from),
      create: { unitId: id, validFrom: from, ...names },
      update: names,
    });
    await rebuildNames(tx);
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'unit.changed',
        subject: code,
        from: { name, nameEn },
        to: { ...names, from: dayText(from) },
      },
    ]);
  });
}

/** Puts a name right that was written wrong; the day it holds from stays. */
export async function correctName(viewer: Viewer, code: string, names: Names): Promise<void> {
  await inAdministration(async (tx) => {
    const { id, name, nameEn } = await loadUnit(tx, viewer, code);
    await tx.unitName.updateMany({ where: { unitId: id, name, nameEn }, data: names });
    await tx.unit.update({ where: { id }, data: names });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'unit.changed',
        subject: code,
        from: { name, nameEn },
        to: names,
      },
    ]);
  });
}

/** Takes a renaming back, past or to come: the name before it holds on. */
export async function withdrawName(viewer: Viewer, code: string, from: Date): Promise<void> {
  await inAdministration(async (tx) => {
    const { id } = await loadUnit(tx, viewer, code);
    const rows = await tx.unitName.findMany({
      where: { unitId: id },
      orderBy: { validFrom: 'asc' },
    });
    const taken = rows.slice(1).find(({ validFrom }) => validFrom.getTime() === from.getTime());
    if (!taken) throw new NotFoundError();
    await tx.unitName.delete({ where: { unitId_validFrom: { unitId: id, validFrom: from } } });
    await rebuildNames(tx);
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'unit.changed',
        subject: code,
        from: { name: taken.name, nameEn: taken.nameEn, from: dayText(from) },
        to: null,
      },
    ]);
  });
}

/** Takes a unit's last move back, past or to come: it stands where it stood before. Both places have to be the
 *  viewer's. */
export async function withdrawMove(
  viewer: Viewer,
  code: string,
  from: Date,
  run: Administration = inAdministration,
): Promise<void> {
  await run(async (tx) => {
    const unit = await loadUnit(tx, viewer, code);
    if (unit.id === viewer.unit.id) throw new RefusedError('unit.manage');
    if (unit.validTo) throw new InvalidError('unit-closed');
    const [last, before] = await tx.placement.findMany({
      where: { unitId: unit.id },
      orderBy: { validFrom: 'desc' },
      take: 2,
      include: { parent: { select: { code: true } } },
    });
    if (!last || !before || last.validFrom.getTime() !== from.getTime()) throw new NotFoundError();
    // Until its day a planned move leaves the unit with whom it was: that place alone does not undo what was ordered
    // above.
    await loadUnit(tx, viewer, last.parent.code);
    const parent = await loadUnit(tx, viewer, before.parent.code);
    if (parent.validTo) throw new InvalidError('unit-above-closed');
    await tx.placement.delete({ where: { id: last.id } });
    await tx.placement.update({ where: { id: before.id }, data: { validTo: null } });
    await rebuildLineages(tx);
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'unit.moved',
        subject: code,
        from: { parent: last.parent.code, from: dayText(from) },
        to: { parent: before.parent.code },
      },
    ]);
  });
}

/** The names and places of a unit through time; null where the viewer does not manage it. */
export async function findUnitHistory(viewer: Viewer, code: string): Promise<UnitHistory | null> {
  const unit = await findUnit(viewer, code);
  if (!unit) return null;
  const [names, placements, seen, merger] = await Promise.all([
    db.unitName.findMany({ where: { unitId: unit.id }, orderBy: { validFrom: 'asc' } }),
    db.placement.findMany({ where: { unitId: unit.id }, orderBy: { validFrom: 'asc' } }),
    db.unit.findMany({
      where: { ...withinScope(viewer), placementsBelow: { some: { unitId: unit.id } } },
      select: { id: true, code: true, name: true, nameEn: true },
    }),
    db.unit.findUniqueOrThrow({
      where: { id: unit.id },
      select: {
        successor: { select: { code: true, name: true, nameEn: true } },
        mergedInto: { orderBy: [{ validTo: 'asc' }, { code: 'asc' }] },
      },
    }),
  ]);
  const parents = new Map(seen.map(({ id, ...parent }) => [id, parent]));
  return {
    names: names.map(({ name, nameEn, validFrom }) => ({ name, nameEn, from: validFrom })),
    placements: placements.map(({ validFrom, validTo, parentId }) => ({
      from: validFrom,
      to: validTo,
      parent: parents.get(parentId) ?? null,
    })),
    into: merger.successor,
    merged: merger.mergedInto.map(({ code: of, name, nameEn, validTo }) => ({
      ...{ code: of, name, nameEn, on: validTo! },
    })),
  };
}

const kept = globalThis as typeof globalThis & { gongbaoTreeOf?: string };

/** Brings names and lineages to a day's, once a day for each server: what was planned for it comes into force. */
export async function followTree(now: Date): Promise<void> {
  const day = officeDay(now);
  if (kept.gongbaoTreeOf === day) return;
  await inAdministration(async (tx) => {
    await rebuildLineages(tx, new Date(day));
    await rebuildNames(tx, new Date(day));
  });
  kept.gongbaoTreeOf = day;
}

async function rebuildNames(tx: Transaction, day: Date = today()): Promise<void> {
  const rows = await tx.unitName.findMany({
    include: { unit: { select: { name: true, nameEn: true } } },
    orderBy: { validFrom: 'asc' },
  });
  for (const [id, names] of groupBy(rows, ({ unitId }) => unitId)) {
    // The last that is in force; of a unit that opens later the first.
    const { name, nameEn, unit } = names.findLast(({ validFrom }) => validFrom <= day) ?? names[0]!;
    if (unit.name !== name || unit.nameEn !== nameEn)
      await tx.unit.update({ where: { id }, data: { name, nameEn } });
  }
}

const dayText = (day: Date): string => day.toISOString().slice(0, 10);
