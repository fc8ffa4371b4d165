import 'server-only';
import { officeDay } from '@/lib/domain/tree/office-day';
import { lastDayOf, type Period } from '@/lib/domain/tree/period';
import type { Succession } from '@/lib/domain/tree/succession';
import type { NamedSuccession } from '@/lib/domain/comparison/source';
import { db } from '../database/client';
import { successionsUntil } from './queries';

/** Every merger and split that has come into force, days as "2021-06-30". There are a handful of them in a country. */
export async function readSuccessions(): Promise<Succession[]> {
  return successionsUntil.read(db, officeDay(new Date()));
}

/** Codes of the units that gave or took something over after one period and by the end of another: none of them is
 *  what it was, and its change would be none of the work. */
export async function readRestructured(base: Period, narrated: Period): Promise<string[]> {
  return (await readSuccessions())
    .filter(({ on }) => on > lastDayOf(base) && on <= lastDayOf(narrated))
    .flatMap(({ unit, into }) => [unit, into]);
}

/** Those in which a unit had a part, with names, and whatever else the same unit gave on the same day. Whoever may
 *  see a part of what a unit was may know its name. */
export async function readSuccessionsOf(unit: string): Promise<NamedSuccession[]> {
  const all = await readSuccessions();
  const own = all.filter((one) => one.unit === unit || one.into === unit);
  const related = all.filter((one) =>
    own.some(({ unit: giver, on }) => one.unit === giver && one.on === on),
  );
  if (related.length === 0) return [];
  const codes = related.flatMap((one) => [one.unit, one.into]);
  const named = new Map(
    (
      await db.unit.findMany({ where: { code: { in: codes } }, select: { code: true, name: true } })
    ).map(({ code, name }) => [code, name]),
  );
  return related
    .map((one) => ({ ...one, unitName: named.get(one.unit)!, intoName: named.get(one.into)! }))
    .sort(
      (a, b) =>
        a.on.localeCompare(b.on) || a.unit.localeCompare(b.unit) || a.into.localeCompare(b.into),
    );
}
