import 'server-only';
import { labelOfCode } from '@/lib/domain/tree/period';
import { officeDay } from '@/lib/domain/tree/office-day';
import { collectiveReminder, type LateUnit } from '@/lib/domain/report/progress';
import { newId } from '../database/new-id';
import { recordEvents } from '../database/record-events';
import type { Transaction } from '../database/transaction';

/** The late units of a period that one rule puts together for the reviewers of its unit. */
export type NewCollective = {
  ruleId: string;
  unitId: string;
  unitCode: string;
  periodId: string;
  period: string;
  late: LateUnit[];
};

/** Writes collective reminders, notifies the reviewers of their units, and records both; a unit has at most one a day
 *  and period. Answers how many were written. */
export async function insertCollectives(
  tx: Transaction,
  collectives: readonly NewCollective[],
  now: Date,
): Promise<number> {
  const rows = collectives.map(({ late, period, ...row }) => ({
    ...row,
    id: newId(),
    text: collectiveReminder(labelOfCode(period, 'zh-CN'), late, now),
  }));
  const sent = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "reminder" ("id", "unit_id", "period_id", "day", "text", "rule_id", "sent_at")
    SELECT m."id", m."unitId", m."periodId", ${officeDay(now)}::date, m."text", m."ruleId", ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS m("id" uuid, "unitId" uuid, "periodId" uuid, "text" text, "ruleId" uuid)
    ON CONFLICT ("unit_id", "period_id", "day") DO NOTHING RETURNING "id"`;
  const reached = new Set(sent.map(({ id }) => id));
  await tx.$executeRaw`
    INSERT INTO "notice" ("id", "person_id", "kind", "reminder_id", "text")
    SELECT gen_random_uuid(), h."id", 'progress.waiting', m."id", m."text"
    FROM "reminder" m JOIN "person" h ON h."unit_id" = m."unit_id" AND h."disabled_at" IS NULL
    WHERE m."id" = ANY(${[...reached]}::uuid[]) AND EXISTS (SELECT 1 FROM "person_role" o WHERE o."person_id" = h."id" AND o."role" = 'reviewer')`;
  const delivered = rows.filter(({ id }) => reached.has(id));
  await recordEvents(
    tx,
    delivered.map(({ unitCode, text }) => ({
      by: null,
      kind: 'reminder.collected' as const,
      subject: unitCode,
      to: text,
    })),
  );
  return delivered.length;
}
