import 'server-only';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { officeDay } from '@/lib/domain/tree/office-day';
import { can, relationOf } from '@/lib/domain/access/policy';
import {
  codesIn,
  inTreeOrder,
  isWithin,
  levelsBelow,
  lineageOf,
  type UnitKind,
} from '@/lib/domain/tree/unit';
import { withinScope, type UnitLevel, type Viewer } from '../database/access';
import { inAdministration, type Administration } from '../database/administration';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { insertReports } from './expected-reports';
import { writeLineages } from './queries';
import type { Transaction } from '../database/transaction';
import { isCode } from '../database/words';

export type UnitNode = {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  level: UnitLevel;
  lineage: string;
  validFrom: Date;
  validTo: Date | null;
  people: number;
  kind: UnitKind;
  countedElsewhere: boolean;
  successorId: string | null;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
};

export type UnitDetails = Pick<
  UnitNode,
  'kind' | 'countedElsewhere' | 'contactName' | 'contactPhone' | 'contactEmail'
>;

export type NewUnit = {
  code: string;
  name: string;
  nameEn: string;
  level: UnitLevel;
  parentCode: string;
  validFrom: Date;
};

/** The viewer's unit and those below it, in the order of the tree; nothing for those who do not manage units. */
export async function listUnits(viewer: Viewer): Promise<UnitNode[]> {
  if (!can(viewer, 'unit.manage', { relation: 'own' })) return [];
  const rows = await db.unit.findMany({
    where: withinScope(viewer),
    include: { _count: { select: { people: true } } },
  });
  return inTreeOrder(rows).map(({ _count, ...unit }) => ({ ...unit, people: _count.people }));
}

/** A unit in the viewer's scope. */
export async function findUnit(viewer: Viewer, code: string): Promise<UnitNode | null> {
  return (await listUnits(viewer)).find((unit) => unit.code === code) ?? null;
}

/** Adds a unit below another. It is expected to report wherever a running period takes reports of its level. */
export async function createUnit(viewer: Viewer, { parentCode, ...unit }: NewUnit): Promise<void> {
  await inAdministration(async (tx) => {
    const parent = await loadUnit(tx, viewer, parentCode);
    if (parent.validTo) throw new InvalidError('unit-closed', { field: 'parentCode' });
    if (!levelsBelow(parent.level).includes(unit.level))
      throw new InvalidError('level-not-below', { field: 'level' });
    if (await tx.unit.findUnique({ where: { code: unit.code } }))
      throw new InvalidError('code-taken', { field: 'code', code: unit.code });
    await insertUnit(tx, viewer, parent, unit);
  });
}

/** Puts a new unit into the tree, with the reports that are expected of it by now. */
export async function insertUnit(
  tx: Transaction,
  viewer: Viewer,
  parent: { id: string; code: string; lineage: string },
  unit: Omit<NewUnit, 'parentCode'>,
): Promise<string> {
  const { id } = await tx.unit.create({
    data: { ...unit, lineage: lineageOf(unit.code, parent.lineage) },
  });
  await tx.placement.create({
    data: { unitId: id, parentId: parent.id, validFrom: unit.validFrom },
  });
  await insertReports(tx, { unitId: id });
  const to = { name: unit.name, level: unit.level, parent: parent.code };
  await recordEvents(tx, [{ by: viewer.personId, kind: 'unit.created', subject: unit.code, to }]);
  return id;
}

/** Puts a unit, with all below it, under another one from a day on (after its last move). A day to come is a plan:
 *  until then it stands where it is. */
export async function moveUnit(
  viewer: Viewer,
  code: string,
  parentCode: string,
  from: Date,
  run: Administration = inAdministration,
): Promise<void> {
  await run(async (tx) => {
    const unit = await loadUnit(tx, viewer, code);
    const parent = await loadUnit(tx, viewer, parentCode);
    if (unit.id === viewer.unit.id) throw new RefusedError('unit.manage');
    if (unit.validTo) throw new InvalidError('unit-closed');
    if (parent.validTo) throw new InvalidError('unit-closed', { field: 'parentCode' });
    if (isWithin(parent.lineage, unit.lineage))
      throw new InvalidError('move-below-itself', { field: 'parentCode' });
    if (!levelsBelow(parent.level).includes(unit.level))
      throw new InvalidError('level-not-below', { field: 'parentCode' });
    const last = await tx.placement.findFirst({
      where: { unitId: unit.id },
      orderBy: { validFrom: 'desc' },
    });
    if (last && last.validFrom >= from)
      throw new InvalidError('move-before-last', {
        field: 'from',
        date: last.validFrom.toISOString().slice(0, 10),
      });
    if (last) await tx.placement.update({ where: { id: last.id }, data: { validTo: from } });
    await tx.placement.create({ data: { unitId: unit.id, parentId: parent.id, validFrom: from } });
    await rebuildLineages(tx);
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'unit.moved',
        subject: code,
        from: { lineage: unit.lineage },
        to: { parent: parentCode, from: from.toISOString().slice(0, 10) },
      },
    ]);
  });
}

/** Closes a unit from a day on; units below it have to be closed or moved first. What it reported stays. */
export async function closeUnit(
  viewer: Viewer,
  code: string,
  validTo: Date,
  run: Administration = inAdministration,
): Promise<void> {
  await run(async (tx) => {
    await endUnit(tx, viewer, await loadUnit(tx, viewer, code), validTo, null);
  });
}

/** Closes a unit: from that day on nothing below it may be open. */
export async function endUnit(
  tx: Transaction,
  viewer: Viewer,
  unit: Awaited<ReturnType<typeof loadUnit>>,
  validTo: Date,
  successor: { id: string; code: string } | null,
): Promise<void> {
  if (unit.id === viewer.unit.id) throw new RefusedError('unit.manage');
  if (unit.validTo) throw new InvalidError('unit-closed');
  const isOpen = { OR: [{ validTo: null }, { validTo: { gt: validTo } }] };
  const below = await tx.unit.count({
    where: { lineage: { startsWith: unit.lineage }, id: { not: unit.id }, ...isOpen },
  });
  const coming = await tx.placement.count({
    where: { parentId: unit.id, validFrom: { gt: today() }, validTo: null, unit: isOpen },
  });
  if (below + coming > 0) throw new InvalidError('units-below', { count: String(below + coming) });
  if (validTo < unit.validFrom)
    throw new InvalidError('closed-before-opened', { field: 'validTo' });
  await tx.unit.update({
    where: { id: unit.id },
    data: { validTo, successorId: successor?.id ?? null },
  });
  const to = {
    validTo: validTo.toISOString().slice(0, 10),
    ...(successor && { into: successor.code }),
  };
  await recordEvents(tx, [{ by: viewer.personId, kind: 'unit.closed', subject: unit.code, to }]);
}

/** Closes a unit into another from a day on: comparisons on today's basis count what it reported in the other's
 *  place. */
export async function mergeUnit(
  viewer: Viewer,
  code: string,
  successorCode: string,
  on: Date,
  run: Administration = inAdministration,
): Promise<void> {
  await run(async (tx) => {
    const unit = await loadUnit(tx, viewer, code);
    const successor = await loadUnit(tx, viewer, successorCode);
    if (successor.validTo) throw new InvalidError('unit-closed', { field: 'successorCode' });
    if (successor.id === unit.id)
      throw new InvalidError('merge-into-itself', { field: 'successorCode' });
    if (successor.level !== unit.level)
      throw new InvalidError('merge-other-level', { field: 'successorCode' });
    await endUnit(tx, viewer, unit, on, successor);
  });
}

/** What a unit is beside its place: its kind, whether its figures are counted elsewhere, and who is rung up. */
export async function changeUnitDetails(
  viewer: Viewer,
  code: string,
  details: UnitDetails,
): Promise<void> {
  await inAdministration(async (tx) => {
    const { id, kind, countedElsewhere, contactName, contactPhone, contactEmail, level } =
      await loadUnit(tx, viewer, code);
    if (details.countedElsewhere && details.kind === 'federation')
      throw new InvalidError('counted-elsewhere-federation', {
        field: 'countedElsewhere[]',
        level,
      });
    await tx.unit.update({ where: { id }, data: details });
    const from = { kind, countedElsewhere, contactName, contactPhone, contactEmail };
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'unit.changed', subject: code, from, to: details },
    ]);
  });
}

/** Takes a closing back. What is above has to be open. */
export async function reopenUnit(
  viewer: Viewer,
  code: string,
  run: Administration = inAdministration,
): Promise<void> {
  await run(async (tx) => {
    const unit = await loadUnit(tx, viewer, code);
    const above = await tx.unit.count({
      where: { code: { in: codesIn(unit.lineage) }, id: { not: unit.id }, validTo: { not: null } },
    });
    if (above > 0) throw new InvalidError('unit-above-closed');
    await tx.unit.update({ where: { id: unit.id }, data: { validTo: null, successorId: null } });
    if (unit.validTo) await tx.split.deleteMany({ where: { unitId: unit.id, on: unit.validTo } });
    const from = { validTo: unit.validTo?.toISOString().slice(0, 10) ?? null };
    await recordEvents(tx, [
      { by: viewer.personId, kind: 'unit.changed', subject: code, from, to: { validTo: null } },
    ]);
  });
}

/** Derives every lineage anew from the placements in force on a day, today's. A unit that opens later stands at its
 *  first place already, for nothing may pass for a top unit in the meantime. */
export async function rebuildLineages(tx: Transaction, day: Date = today()): Promise<void> {
  await writeLineages.run(tx, day);
}

/** The day it is in the offices, as a date column holds it. */
export function today(): Date {
  return new Date(officeDay(new Date()));
}

/** The unit, if the viewer may manage it: out of scope it is not found. */
export async function loadUnit(tx: Transaction, viewer: Viewer, code: string) {
  const unit = isCode(code)
    ? await tx.unit.findFirst({ where: { code, ...withinScope(viewer) } })
    : null;
  if (!unit) throw new NotFoundError();
  const relation = relationOf(viewer.unit.lineage, unit.lineage);
  if (!can(viewer, 'unit.manage', { relation })) throw new RefusedError('unit.manage');
  return unit;
}
