import 'server-only';
import type { Role } from '@/lib/domain/access/policy';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import type { Transaction } from '../database/transaction';

export type ReviewingUnit = { name: string; nameEn: string };

/** The unit whose reviewer decides on the reports of `unitId`: the one above. Null at the top, which decides itself,
 *  and where the viewer may not know the unit. */
export async function findReviewingUnit(
  viewer: Viewer,
  unitId: string,
): Promise<ReviewingUnit | null> {
  const unit = await db.unit.findFirst({
    where: { AND: [{ id: unitId }, withinScope(viewer)] },
    select: { lineage: true },
  });
  const above = unit?.lineage.split('/').at(-3);
  return above
    ? db.unit.findUnique({ where: { code: above }, select: { name: true, nameEn: true } })
    : null;
}

/** Whom to notify of what concerns those who decide on a report: the examiners and reviewers above, at the top the
 *  unit's own. */
export async function reviewersOf(
  tx: Transaction,
  { lineage }: { lineage: string },
): Promise<{ unitId: string; roles: Role[] }> {
  const codes = lineage.split('/').filter(Boolean);
  const { id } = await tx.unit.findUniqueOrThrow({
    where: { code: (codes.at(-2) ?? codes.at(-1))! },
    select: { id: true },
  });
  return { unitId: id, roles: ['examiner', 'reviewer'] };
}
