import 'server-only';
import { parsePeriodCode } from '@/lib/domain/tree/period';
import type { Progress } from '@/lib/domain/report/progress';
import { can, relationOf } from '@/lib/domain/access/policy';
import { statusOf, type Decision } from '@/lib/domain/report/report';
import { scopeSql, type UnitLevel, type Viewer } from '../database/access';
import { db } from '../database/client';
import { deadlineColumns } from './report-state';
import { isCode } from '../database/words';

export type ProgressRow = Progress & {
  reportId: string;
  unit: { code: string; name: string; nameEn: string; level: UnitLevel; lineage: string };
  contact: { name: string | null; phone: string | null };
  lateUntil: Date;
  extendedUntil: Date | null;
  /** Locked by a unit above (锁定). */
  isLocked: boolean;
  /** Whether a request for a later date waits for its answer. */
  hasAsked: boolean;
  remindedAt: Date | null;
  /** Whether there is a submission that the viewer may read. */
  isReadable: boolean;
};
export type ProgressBoard = {
  unit: { code: string; name: string; nameEn: string; lineage: string };
  rows: ProgressRow[];
};

/** How far everybody below a unit is with a period, in the order of the tree. Null where the viewer may not see the unit. */
export async function findProgress(
  viewer: Viewer,
  { unit: code, period }: { unit: string; period: string },
): Promise<ProgressBoard | null> {
  if (!isCode(code) || !parsePeriodCode(period)) return null;
  const [unit] = await db.$queryRaw<ProgressBoard['unit'][]>`/* kept */
    SELECT u."code", u."name", u."name_en" AS "nameEn", u."lineage" FROM "unit" u WHERE u."code" = ${code} AND ${scopeSql(viewer)}`;
  if (
    !unit ||
    !can(viewer, 'report.list', { relation: relationOf(viewer.unit.lineage, unit.lineage) })
  )
    return null;
  type Row = Omit<ProgressRow, 'unit' | 'contact' | 'status' | 'isReadable'> &
    ProgressRow['unit'] & {
      contactName: string | null;
      contactPhone: string | null;
      sentAt: Date | null;
      signedAt: Date | null;
      decision: Decision | null;
      hasFigures: boolean;
      isCorrection: boolean;
    };
  // The unit's place in the tree is the scope: it stands in the viewer's own.
  const rows = await db.$queryRaw<Row[]>`
    SELECT r."id" AS "reportId", u."code", u."name", u."name_en" AS "nameEn", u."level"::text AS "level", u."lineage",
      u."contact_name" AS "contactName", u."contact_phone" AS "contactPhone", ${deadlineColumns}, r."extended_until" AS "extendedUntil", r."locked_at" IS NOT NULL AS "isLocked",
      s."is_correction" AS "isCorrection", s."sent_at" AS "sentAt", s."signed_at" AS "signedAt", s."decision"::text AS "decision", o."signed_at" AS "firstSignedAt",
      s."signed_at" IS NULL AND s."sent_at" IS NULL AND s."has_figures" AS "hasFigures",
      EXISTS (SELECT 1 FROM "extension" x WHERE x."report_id" = r."id" AND x."granted" IS NULL) AS "hasAsked",
      (SELECT max(m."sent_at") FROM "reminder" m WHERE m."report_id" = r."id") AS "remindedAt"
    FROM "unit" u JOIN "report" r ON r."unit_id" = u."id" JOIN "period" p ON p."id" = r."period_id"
    JOIN "submission" o ON o."report_id" = r."id" AND o."number" = 1
    JOIN "report_dates" d ON d."report_id" = r."id" JOIN "newest_submission" s ON s."report_id" = r."id"
    WHERE p."code" = ${period} AND u."lineage" LIKE ${`${unit.lineage}_%`}
    ORDER BY u."lineage"`;
  return {
    unit,
    rows: rows.map(
      ({
        code: unitCode,
        name,
        nameEn,
        level,
        lineage,
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
        unit: { code: unitCode, name, nameEn, level, lineage },
        contact: { name: contactName, phone: contactPhone },
        status: statusOf({ isCorrection, hasFigures, sentAt, signedAt, decision }),
        firstSignedAt: row.firstSignedAt,
        dueAt: row.dueAt,
        lateUntil: row.lateUntil,
        extendedUntil: row.extendedUntil,
        isLocked: row.isLocked,
        hasAsked: row.hasAsked,
        remindedAt: row.remindedAt,
        isReadable: row.firstSignedAt !== null,
      }),
    ),
  };
}
