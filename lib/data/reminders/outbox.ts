import 'server-only';
import { RefusedError } from '@/lib/domain/access/errors';
import { can } from '@/lib/domain/access/policy';
import { depthOf } from '@/lib/domain/tree/unit';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { inTransaction } from '../database/transaction';

export type WaitingReminder = {
  /** What has gone one way already. */
  isPosted: boolean;
  isMailed: boolean;
  id: string;
  text: string;
  sentAt: Date;
  period: string;
  dueAt: Date;
  /** Null where it names to a unit who below it has not reported. */
  reportId: string | null;
  unit: {
    code: string;
    name: string;
    contactName: string | null;
    contactPhone: string | null;
    contactEmail: string | null;
  };
};

/** Takes some reminders that still have to be delivered: each a few times with growing pauses, and for three days. Of
 *  several servers each takes others; what one has taken and not settled is left to it for ten minutes. */
export async function takeWaitingReminders(most: number): Promise<WaitingReminder[]> {
  return inTransaction(async (tx) => {
    type Row = Omit<WaitingReminder, 'unit'> & WaitingReminder['unit'];
    const rows = await tx.$queryRaw<Row[]>`
      WITH "taken" AS (
        UPDATE "reminder" SET "attempts" = "attempts" + 1, "taken_at" = now() WHERE "id" IN (
          SELECT "id" FROM "reminder" WHERE "delivered_at" IS NULL AND "attempts" < ${mostAttempts}::int AND "sent_at" > now() - interval '3 days'
            AND ("taken_at" IS NULL OR "taken_at" < now() - interval '10 minutes') AND ("next_try_at" IS NULL OR "next_try_at" <= now())
          ORDER BY "sent_at" LIMIT ${most}::int FOR UPDATE SKIP LOCKED)
        RETURNING "id", "text", "sent_at", "unit_id", "report_id", "period_id", "posted_at", "mailed_at")
      SELECT m."id", m."text", m."sent_at" AS "sentAt", m."report_id" AS "reportId", p."code" AS "period", GREATEST(p."due_at", r."extended_until") AS "dueAt",
        m."posted_at" IS NOT NULL AS "isPosted", m."mailed_at" IS NOT NULL AS "isMailed",
        u."code", u."name", u."contact_name" AS "contactName", u."contact_phone" AS "contactPhone", u."contact_email" AS "contactEmail"
      FROM "taken" m JOIN "unit" u ON u."id" = m."unit_id" LEFT JOIN "report" r ON r."id" = m."report_id" JOIN "period" p ON p."id" = COALESCE(m."period_id", r."period_id")`;
    return rows.map(({ code, name, contactName, contactPhone, contactEmail, ...row }) => ({
      ...row,
      unit: { code, name, contactName, contactPhone, contactEmail },
    }));
  });
}

/** Notes what came of an attempt. After a failure the next is due in two minutes, then in twice as many. */
export async function settleReminder(
  id: string,
  { posted, mailed, failure }: { posted: boolean; mailed: boolean; failure: string | null },
): Promise<void> {
  await db.$executeRaw`
    UPDATE "reminder" SET "taken_at" = NULL, "failure" = ${failure},
      "posted_at" = CASE WHEN ${posted} THEN now() ELSE "posted_at" END, "mailed_at" = CASE WHEN ${mailed} THEN now() ELSE "mailed_at" END,
      "delivered_at" = CASE WHEN ${failure}::text IS NULL THEN now() END,
      "next_try_at" = CASE WHEN ${failure}::text IS NOT NULL THEN now() + interval '1 minute' * (2 ^ "attempts") END
    WHERE "id" = ${id}::uuid`;
}

export type Delivery = {
  /** `isCollective`: names to the unit who below it has not reported. */
  id: string;
  isCollective: boolean;
  unit: { code: string; name: string; nameEn: string };
  sentAt: Date;
  attempts: number;
  postedAt: Date | null;
  mailedAt: Date | null;
  /** Why the last attempt failed, for an administrator to mend. */
  failure: string | null;
  nextTryAt: Date | null;
  state: 'delivered' | 'waiting' | 'failed';
};

/** The newest reminders of the viewer's scope and how far they got; nothing for those who do not manage units. */
export async function listDeliveries(viewer: Viewer, most = 20): Promise<Delivery[]> {
  if (!can(viewer, 'unit.manage', { relation: 'own' })) return [];
  const rows = await db.reminder.findMany({
    where: { unit: withinScope(viewer) },
    orderBy: { sentAt: 'desc' },
    take: most,
    select: {
      id: true,
      reportId: true,
      sentAt: true,
      attempts: true,
      postedAt: true,
      mailedAt: true,
      failure: true,
      nextTryAt: true,
      deliveredAt: true,
      unit: { select: { code: true, name: true, nameEn: true } },
    },
  });
  return rows.map(({ deliveredAt, reportId, ...row }) => ({
    ...row,
    isCollective: reportId === null,
    state: deliveredAt ? 'delivered' : row.attempts < mostAttempts ? 'waiting' : 'failed',
  }));
}

/** Notes that an administrator tried the ways out. Only the topmost unit's may. */
export async function recordDeliveryTest(
  viewer: Viewer,
  results: Record<string, string>,
): Promise<void> {
  if (!can(viewer, 'period.manage', { relation: 'own', isTop: depthOf(viewer.unit.lineage) === 0 }))
    throw new RefusedError('period.manage');
  await inTransaction((tx) =>
    recordEvents(tx, [
      { by: viewer.personId, kind: 'delivery.tested', subject: viewer.unit.code, to: results },
    ]),
  );
}

const mostAttempts = 6;
