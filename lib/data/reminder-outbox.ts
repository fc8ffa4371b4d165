import 'server-only';
import { db } from './client';
import { inTransaction } from './transaction';

export type WaitingReminder = {
  id: string; text: string; sentAt: Date; reportId: string; period: string; dueAt: Date;
  unit: { code: string; name: string; contactName: string | null; contactPhone: string | null; contactEmail: string | null };
};

/** Takes some reminders that still have to be handed on, each at most `attempts` times and for three days. Of several
 *  servers each takes others: what one has taken is left to it for ten minutes. */
export async function takeWaitingReminders(most: number): Promise<WaitingReminder[]> {
  return inTransaction(async (tx) => {
    type Row = Omit<WaitingReminder, 'unit'> & WaitingReminder['unit'];
    const rows = await tx.$queryRaw<Row[]>`
      WITH "taken" AS (
        UPDATE "reminder" SET "attempts" = "attempts" + 1, "taken_at" = now() WHERE "id" IN (
          SELECT "id" FROM "reminder" WHERE "delivered_at" IS NULL AND "attempts" < ${attempts}::int AND "sent_at" > now() - interval '3 days'
            AND ("taken_at" IS NULL OR "taken_at" < now() - interval '10 minutes')
          ORDER BY "sent_at" LIMIT ${most}::int FOR UPDATE SKIP LOCKED)
        RETURNING "id", "text", "sent_at", "report_id")
      SELECT m."id", m."text", m."sent_at" AS "sentAt", m."report_id" AS "reportId", p."code" AS "period", GREATEST(p."due_at", r."extended_until") AS "dueAt",
        u."code", u."name", u."contact_name" AS "contactName", u."contact_phone" AS "contactPhone", u."contact_email" AS "contactEmail"
      FROM "taken" m JOIN "report" r ON r."id" = m."report_id" JOIN "unit" u ON u."id" = r."unit_id" JOIN "period" p ON p."id" = r."period_id"`;
    return rows.map(({ code, name, contactName, contactPhone, contactEmail, ...row }) => ({ ...row, unit: { code, name, contactName, contactPhone, contactEmail } }));
  });
}

/** Notes that a reminder has been handed on. */
export async function markDelivered(id: string): Promise<void> {
  await db.reminder.update({ where: { id }, data: { deliveredAt: new Date() } });
}

const attempts = 5;
