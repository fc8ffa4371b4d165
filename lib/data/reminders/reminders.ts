import 'server-only';
import { isTimely } from '@/lib/domain/report/allowed';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { officeDay } from '@/lib/domain/tree/office-day';
import { labelOfCode } from '@/lib/domain/tree/period';
import { can, relationOf } from '@/lib/domain/access/policy';
import { fillReminder, isHandedIn, reminderWords } from '@/lib/domain/report/progress';
import { phaseOf, statusOf, type Decision } from '@/lib/domain/report/report';
import { isId, scopeSql, type Viewer } from '../database/access';
import { newId } from '../database/new-id';
import { recordEvents } from '../database/record-events';
import { deadlineColumns } from '../report/report-state';
import { inTransaction, type Transaction } from '../database/transaction';
import { reasonOf } from '../database/words';

export type ReminderResult = {
  sent: number;
  /** Reminded today already, handed in meanwhile, or nothing is taken any more (or yet). */ passedOver: {
    unit: string;
    why: 'reminded-today' | 'handed-in' | 'not-now';
  }[];
};

/** Reminds the units of these reports, with the words filled in for each. At most one reminder a unit and day: who has
 *  had one is passed over, and so is who has handed in meanwhile. */
export async function remind(
  viewer: Viewer,
  reportIds: readonly string[],
  text: string,
): Promise<ReminderResult> {
  const words = reasonOf(text);
  if (reportIds.length === 0) throw new InvalidError('nobody-chosen', { field: 'reports[]' });
  if (!reportIds.every(isId)) throw new NotFoundError();
  return inTransaction(async (tx) => {
    const now = new Date();
    type Row = {
      reportId: string;
      unitId: string;
      name: string;
      lineage: string;
      period: string;
      opensAt: Date;
      dueAt: Date;
      lateUntil: Date;
      closesAt: Date;
      number: number;
      sentAt: Date | null;
      signedAt: Date | null;
      decision: Decision | null;
    };
    const rows = await tx.$queryRaw<Row[]>`
      SELECT r."id" AS "reportId", u."id" AS "unitId", u."name", u."lineage", p."code" AS "period", p."opens_at" AS "opensAt", ${deadlineColumns},
        s."number", s."sent_at" AS "sentAt", s."signed_at" AS "signedAt", v."decision"::text AS "decision"
      FROM "report" r JOIN "unit" u ON u."id" = r."unit_id" JOIN "period" p ON p."id" = r."period_id"
      JOIN "submission" s ON s."report_id" = r."id" AND NOT EXISTS (SELECT 1 FROM "submission" n WHERE n."report_id" = r."id" AND n."number" > s."number")
      LEFT JOIN "review" v ON v."submission_id" = s."id"
      WHERE r."id" = ANY(${[...reportIds]}::uuid[]) AND ${scopeSql(viewer)} ORDER BY u."lineage"`;
    if (rows.length < new Set(reportIds).size) throw new NotFoundError();
    if (
      rows.some(
        ({ lineage }) =>
          !can(viewer, 'report.remind', { relation: relationOf(viewer.unit.lineage, lineage) }),
      )
    )
      throw new RefusedError('report.remind');
    const statusNow = (row: Row) => statusOf({ ...row, isCorrection: false, hasFigures: true });
    const isOpen = (row: Row) =>
      isTimely('report.remind', {
        status: statusNow(row),
        phase: phaseOf(row, now),
        isReadable: true,
      });
    const waiting = rows.filter(isOpen);
    const sent = await insertReminders(
      tx,
      waiting.map((row) => ({
        ...row,
        text: fillFor(row, words, now),
        by: viewer.personId,
        ruleId: null,
      })),
      now,
    );
    const passedOver = rows.flatMap((row) =>
      sent.has(row.reportId)
        ? []
        : [
            {
              unit: row.name,
              why: isOpen(row)
                ? ('reminded-today' as const)
                : isHandedIn(statusNow(row))
                  ? ('handed-in' as const)
                  : ('not-now' as const),
            },
          ],
    );
    return { sent: sent.size, passedOver };
  });
}

export type NewReminder = {
  reportId: string;
  unitId: string;
  text: string;
  by: string | null;
  ruleId: string | null;
};

/** Writes reminders with their notices and the record of it; answers the reports whose units had none today. */
export async function insertReminders(
  tx: Transaction,
  reminders: readonly NewReminder[],
  now: Date,
): Promise<Set<string>> {
  const rows = reminders.map(({ reportId, unitId, text, by, ruleId }) => ({
    id: newId(),
    reportId,
    unitId,
    text,
    by,
    ruleId,
  }));
  const sent = await tx.$queryRaw<{ reportId: string }[]>`
    INSERT INTO "reminder" ("id", "unit_id", "report_id", "day", "text", "sent_by_id", "rule_id", "sent_at")
    SELECT m."id", m."unitId", m."reportId", ${officeDay(now)}::date, m."text", m."by", m."ruleId", ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m("id" uuid, "unitId" uuid, "reportId" uuid, "text" text, "by" uuid, "ruleId" uuid)
    ON CONFLICT ("unit_id", "day") WHERE "report_id" IS NOT NULL DO NOTHING RETURNING "report_id" AS "reportId"`;
  const reached = new Set(sent.map(({ reportId }) => reportId));
  const delivered = rows.filter(({ reportId }) => reached.has(reportId));
  await tx.$executeRaw`
    INSERT INTO "notice" ("id", "person_id", "kind", "report_id", "by_id", "text")
    SELECT gen_random_uuid(), h."id", 'reminder', m."reportId", m."by", m."text"
    FROM jsonb_to_recordset(${JSON.stringify(delivered)}::jsonb) AS m("unitId" uuid, "reportId" uuid, "text" text, "by" uuid)
    JOIN "person" h ON h."unit_id" = m."unitId" AND h."disabled_at" IS NULL
    WHERE EXISTS (SELECT 1 FROM "person_role" o WHERE o."person_id" = h."id" AND o."role" IN ('reporter', 'signatory'))`;
  await recordEvents(
    tx,
    delivered.map(({ by, reportId, text }) => ({
      by,
      kind: 'report.reminded' as const,
      reportId,
      to: text,
    })),
  );
  return reached;
}

/** A reminder's text with its words filled in for the unit of one report. */
export function fillFor(
  { name, period, dueAt }: { name: string; period: string; dueAt: Date },
  text: string,
  now: Date,
): string {
  return fillReminder(
    text,
    reminderWords({ unit: name, period: labelOfCode(period, 'zh-CN'), dueAt }, now),
  );
}
