import 'server-only';
import type { SourceReport } from '@/lib/domain/comparison/source';
import type { Period } from '@/lib/domain/tree/period';
import type { UnitLevel } from '../database/access';
import { db } from '../database/client';
import { unitsBelow, type Standing } from './queries';

export type { Standing };

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
 *  handed in for the periods of `codes`: never a draft. By the tree of that time, as roll-ups have it; whoever asks
 *  has been let see the unit above. */
export async function listUnitsBelow(
  above: { id: string },
  period: string,
  codes: string[],
): Promise<UnitBelow[]> {
  const rows = await unitsBelow.read(db, above.id, period, codes);
  const units = new Map<string, UnitBelow>();
  for (const { code, name, nameEn, level, period: of, kind, from, to, number, ...rest } of rows) {
    const unit = units.get(code) ?? { code, name, nameEn, level, sources: [] };
    units.set(code, unit);
    const narrated: Period | null =
      of === null ? null : { code: of, kind: kind!, from: from!, to: to! };
    if (narrated)
      unit.sources.push({
        unit: code,
        period: narrated,
        submission: number!,
        standing: rest.standing!,
        madeUp: rest.madeUp!,
        submissionId: rest.submissionId!,
      });
  }
  return [...units.values()];
}

/** The unit that another stood below at the end of a period; null at the top, and where it did not stand. */
export async function findAbove(code: string, period: string): Promise<string | null> {
  const [unit, found] = await Promise.all([
    db.unit.findUnique({ where: { code }, select: { id: true } }),
    db.period.findUnique({ where: { code: period }, select: { id: true } }),
  ]);
  if (!unit || !found) return null;
  const standing = await db.standingUnit.findFirst({
    where: { unitId: unit.id, periodId: found.id },
    select: { parentId: true },
  });
  return standing?.parentId ?? null;
}
