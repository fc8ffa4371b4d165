import 'server-only';
import { withinScope, type Viewer } from './access';
import { db } from './client';

export type ReviewingUnit = { name: string; nameEn: string };

/** The unit whose reviewer decides on the reports of `unitId`: the one above. Null at the top, which decides itself,
 *  and where the viewer may not know the unit. */
export async function findReviewingUnit(viewer: Viewer, unitId: string): Promise<ReviewingUnit | null> {
  const unit = await db.unit.findFirst({ where: { AND: [{ id: unitId }, withinScope(viewer)] }, select: { lineage: true } });
  const above = unit?.lineage.split('/').at(-3);
  return above ? db.unit.findUnique({ where: { code: above }, select: { name: true, nameEn: true } }) : null;
}
