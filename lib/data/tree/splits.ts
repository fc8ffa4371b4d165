import 'server-only';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { codesIn } from '@/lib/domain/tree/unit';
import { withinScope, type Viewer } from '../database/access';
import { inAdministration, type Administration } from '../database/administration';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import type { Transaction } from '../database/transaction';
import { endUnit, findUnit, insertUnit, loadUnit } from './units';
import { isCode } from '../database/words';

/** What comes out of a split: a new unit, or one that is there already and takes over a part; that one has no name
 *  here. */
export type SplitPart = { code: string; name: string | null };
export type SplitPlan = { parts: readonly SplitPart[]; on: Date; goesOn: boolean };

/** Splits a unit from a day on. It goes on with what is left, or closes; new units stand beside it and report in the
 *  periods that run. What was reported before stays with the old unit: it cannot be divided. */
export async function splitUnit(
  viewer: Viewer,
  code: string,
  { parts, on, goesOn }: SplitPlan,
  run: Administration = inAdministration,
): Promise<void> {
  await run(async (tx) => {
    const unit = await loadUnit(tx, viewer, code);
    if (unit.id === viewer.unit.id) throw new RefusedError('unit.manage');
    if (unit.validTo) throw new InvalidError('unit-closed');
    if (on <= unit.validFrom) throw new InvalidError('split-before-opened', { field: 'on' });
    const least = goesOn ? 1 : 2;
    if (parts.length < least)
      throw new InvalidError('split-too-few', { field: 'parts', least: String(least) });
    if (
      new Set(parts.map((part) => part.code)).size < parts.length ||
      parts.some((part) => part.code === code)
    )
      throw new InvalidError('split-twice', { field: 'parts' });
    const parent = await loadUnit(tx, viewer, codesIn(unit.lineage).at(-2) ?? '');
    const found = new Map<string, string>();
    for (const part of parts)
      found.set(part.code, await partOf(tx, viewer, part, { unit, parent, on }));
    if (!goesOn) await endUnit(tx, viewer, unit, on, null);
    await tx.split.createMany({
      data: [...found.values()].map((intoId) => ({ unitId: unit.id, intoId, on })),
    });
    const to = { into: [...found.keys()], on: on.toISOString().slice(0, 10), goesOn };
    await recordEvents(tx, [{ by: viewer.personId, kind: 'unit.split', subject: code, to }]);
  });
}

type Splitting = {
  unit: Awaited<ReturnType<typeof loadUnit>>;
  parent: Awaited<ReturnType<typeof loadUnit>>;
  on: Date;
};

/** The id of a part: of a new unit, or of the one that is there. */
async function partOf(
  tx: Transaction,
  viewer: Viewer,
  { code, name }: SplitPart,
  { unit, parent, on }: Splitting,
): Promise<string> {
  if (!isCode(code)) throw new InvalidError('bad-code', { field: 'parts' });
  const there = await tx.unit.findFirst({
    where: { code, ...withinScope(viewer) },
    include: { splitFrom: { where: { unitId: unit.id, on } } },
  });
  if (!there) {
    if (await tx.unit.findUnique({ where: { code } }))
      throw new InvalidError('code-taken', { field: 'parts', code });
    if (!name) throw new InvalidError('split-no-name', { field: 'parts', code });
    return insertUnit(tx, viewer, parent, {
      code,
      name,
      nameEn: name,
      level: unit.level,
      validFrom: on,
    });
  }
  if (name && name !== there.name) throw new InvalidError('code-taken', { field: 'parts', code });
  if (there.validTo) throw new InvalidError('unit-closed', { field: 'parts' });
  if (there.level !== unit.level) throw new InvalidError('merge-other-level', { field: 'parts' });
  if (there.validFrom > on) throw new InvalidError('split-part-later', { field: 'parts', code });
  if (there.splitFrom.length > 0) throw new InvalidError('split-twice', { field: 'parts' });
  return there.id;
}

/** Takes a split back from which the unit went on. The units that came out of it stay, and are closed by hand. */
export async function withdrawSplit(
  viewer: Viewer,
  code: string,
  on: Date,
  run: Administration = inAdministration,
): Promise<void> {
  await run(async (tx) => {
    const unit = await loadUnit(tx, viewer, code);
    if (unit.id === viewer.unit.id) throw new RefusedError('unit.manage');
    if (unit.validTo && unit.validTo <= on) throw new InvalidError('unit-closed');
    const { count } = await tx.split.deleteMany({ where: { unitId: unit.id, on } });
    if (count === 0) throw new NotFoundError();
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'unit.split',
        subject: code,
        from: { on: on.toISOString().slice(0, 10) },
        to: null,
      },
    ]);
  });
}

type Named = { code: string; name: string; nameEn: string };
export type SplitView = { on: Date; units: Named[] };

/** The splits a unit took part in, earliest first: `into` what came out of it, `from` what it came out of. */
export async function findSplits(
  viewer: Viewer,
  code: string,
): Promise<{ into: SplitView[]; from: SplitView[] } | null> {
  const unit = await findUnit(viewer, code);
  if (!unit) return null;
  const select = { code: true, name: true, nameEn: true };
  const [into, from] = await Promise.all([
    db.split.findMany({
      where: { unitId: unit.id, into: withinScope(viewer) },
      select: { on: true, into: { select } },
      orderBy: [{ on: 'asc' }, { into: { code: 'asc' } }],
    }),
    db.split.findMany({
      where: { intoId: unit.id, unit: withinScope(viewer) },
      select: { on: true, unit: { select } },
      orderBy: [{ on: 'asc' }, { unit: { code: 'asc' } }],
    }),
  ]);
  return { into: byDay(into.map((row) => ({ on: row.on, unit: row.into }))), from: byDay(from) };
}

function byDay(rows: readonly { on: Date; unit: Named }[]): SplitView[] {
  const days = new Map<number, SplitView>();
  for (const { on, unit } of rows) {
    const day = days.get(on.getTime());
    if (day) day.units.push(unit);
    else days.set(on.getTime(), { on, units: [unit] });
  }
  return [...days.values()];
}
