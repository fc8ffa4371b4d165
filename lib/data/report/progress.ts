import 'server-only';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import type { Progress } from '@/lib/domain/report/progress';
import { can, relationOf } from '@/lib/domain/access/policy';
import { statusOf } from '@/lib/domain/report/report';
import { withinScope, type UnitLevel, type Viewer } from '../database/access';
import { db } from '../database/client';
import { lengthAbove } from '../tree/dated-tree';
import { progressBelow } from './queries';
import { isCode } from '../database/words';

export type ProgressRow = Progress & {
  reportId: string;
  unit: { code: string; name: string; nameEn: string; level: UnitLevel; lineage: string };
  contact: { name: string | null; phone: string | null };
  lateUntil: Date;
  closesAt: Date;
  extendedUntil: Date | null;
  /** Locked by a unit above (锁定). */
  isLocked: boolean;
  /** Whether a request for a later date waits for its answer. */
  hasAsked: boolean;
  remindedAt: Date | null;
  /** Whether there is a submission that the viewer may read. */
  isReadable: boolean;
  /** Whether the unit stands in the viewer's scope today: one that has left it since is shown as it was. */
  isOpenTo: boolean;
};
export type ProgressBoard = {
  unit: { code: string; name: string; nameEn: string; lineage: string };
  rows: ProgressRow[];
};

/** How far everybody is with a period who stood below a unit at its end, in the order of that tree. Null where the
 *  viewer may not see the unit. */
export async function findProgress(
  viewer: Viewer,
  { unit: code, period }: { unit: string; period: string },
): Promise<ProgressBoard | null> {
  if (!isCode(code) || !parsePeriodCode(period)) return null;
  const unit = await db.unit.findFirst({
    where: { code, ...withinScope(viewer) },
    select: { id: true, code: true, name: true, nameEn: true, lineage: true },
  });
  if (
    !unit ||
    !can(viewer, 'report.list', { relation: relationOf(viewer.unit.lineage, unit.lineage) })
  )
    return null;
  // The unit is in the viewer's scope, and with it who stood below it then; of who has left since only the way is said.
  const rows = await progressBelow.read(db, unit, period);
  const above = unit.lineage.slice(0, lengthAbove(unit.lineage));
  return {
    unit,
    rows: rows.map(
      ({
        code: unitCode,
        name,
        nameEn,
        level,
        lineage,
        path,
        contactName,
        contactPhone,
        isCorrection,
        sentAt,
        signedAt,
        decision,
        hasFigures,
        ...row
      }) => ({
        reportId: row.reportId,
        unit: { code: unitCode, name, nameEn, level, lineage: `${above}${path}` },
        isOpenTo: lineage.startsWith(viewer.unit.lineage),
        contact: lineage.startsWith(viewer.unit.lineage)
          ? { name: contactName, phone: contactPhone }
          : { name: null, phone: null },
        status: statusOf({ isCorrection, hasFigures, sentAt, signedAt, decision }),
        firstSignedAt: row.firstSignedAt,
        dueAt: row.dueAt,
        lateUntil: row.lateUntil,
        closesAt: row.closesAt,
        extendedUntil: row.extendedUntil,
        isLocked: row.isLocked,
        hasAsked: row.hasAsked,
        remindedAt: row.remindedAt,
        isReadable: row.firstSignedAt !== null && lineage.startsWith(viewer.unit.lineage),
      }),
    ),
  };
}
