// Units and periods as another system pages through them: in the order of their codes, which never change.
import 'server-only';
import { can } from '@/lib/domain/access/policy';
import { codesIn, type UnitKind } from '@/lib/domain/tree/unit';
import { withinScope, type UnitLevel, type Viewer } from '../database/access';
import { db } from '../database/client';
import { listPeriods } from '../tree/periods';
import type { PeriodView } from '../tree/periods';

export type ListedUnit = {
  code: string;
  name: string;
  nameEn: string;
  level: UnitLevel;
  kind: UnitKind;
  parent: string | null;
  validFrom: string;
  validTo: string | null;
  countedElsewhere: boolean;
};

/** The viewer's unit and those below it, from the code after `after` on. Nothing of the tree above is shown. */
export async function listUnitsAfter(
  viewer: Viewer,
  after: string | null,
  limit: number,
): Promise<ListedUnit[]> {
  if (!can(viewer, 'report.list', { relation: 'own' })) return [];
  const rows = await db.unit.findMany({
    where: { ...withinScope(viewer), ...(after !== null && { code: { gt: after } }) },
    select: {
      code: true,
      name: true,
      nameEn: true,
      level: true,
      kind: true,
      lineage: true,
      validFrom: true,
      validTo: true,
      countedElsewhere: true,
    },
    orderBy: { code: 'asc' },
    take: limit,
  });
  return rows.map(({ lineage, validFrom, validTo, ...unit }) => ({
    ...unit,
    parent: lineage === viewer.unit.lineage ? null : (codesIn(lineage).at(-2) ?? null),
    validFrom: dayOf(validFrom),
    validTo: validTo && dayOf(validTo),
  }));
}

/** Periods in which there are reports in the viewer's scope, from the code after `after` on. */
export async function listPeriodsAfter(
  viewer: Viewer,
  after: string | null,
  limit: number,
): Promise<PeriodView[]> {
  const periods = (await listPeriods(viewer)).sort((a, b) => (a.code < b.code ? -1 : 1));
  return periods.filter(({ code }) => after === null || code > after).slice(0, limit);
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
