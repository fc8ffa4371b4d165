import 'server-only';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/errors';
import { officeDay } from '@/lib/domain/office-day';
import { can } from '@/lib/domain/policy';
import { usualReminder } from '@/lib/domain/progress';
import { isId, type Viewer } from './access';
import { db } from './client';
import { recordEvents } from './record-events';
import { fillFor, insertReminders } from './reminders';
import { inTransaction } from './transaction';

export type ReminderRuleView = { id: string; /** Days after the due day, negative before it. */ days: number; by: string };

/** When the units directly below the viewer's are reminded by themselves, earliest first. */
export async function listReminderRules(viewer: Viewer): Promise<ReminderRuleView[]> {
  if (!can(viewer, 'reminder.rule', { relation: 'own' })) return [];
  const rows = await db.reminderRule.findMany({ where: { unitId: viewer.unit.id }, include: { madeBy: { select: { name: true } } }, orderBy: { days: 'asc' } });
  return rows.map(({ id, days, madeBy }) => ({ id, days, by: madeBy.name }));
}

/** Adds a rule; one for each day. */
export async function addReminderRule(viewer: Viewer, days: number): Promise<void> {
  if (!can(viewer, 'reminder.rule', { relation: 'own' })) throw new RefusedError('reminder.rule');
  if (!Number.isInteger(days) || Math.abs(days) > mostDays) throw new InvalidError('bad-days', { field: 'days', most: String(mostDays) });
  await inTransaction(async (tx) => {
    const { count } = await tx.reminderRule.createMany({ data: { unitId: viewer.unit.id, days, madeById: viewer.personId }, skipDuplicates: true });
    if (count === 0) throw new InvalidError('rule-taken', { field: 'days' });
    await recordEvents(tx, [{ by: viewer.personId, kind: 'reminder.ruled', subject: viewer.unit.code, to: { days } }]);
  });
}

/** Removes a rule of the viewer's unit. */
export async function removeReminderRule(viewer: Viewer, id: string): Promise<void> {
  if (!can(viewer, 'reminder.rule', { relation: 'own' })) throw new RefusedError('reminder.rule');
  if (!isId(id)) throw new NotFoundError();
  await inTransaction(async (tx) => {
    const rule = await tx.reminderRule.findFirst({ where: { id, unitId: viewer.unit.id } });
    if (!rule) throw new NotFoundError();
    await tx.reminderRule.delete({ where: { id } });
    await recordEvents(tx, [{ by: viewer.personId, kind: 'reminder.ruled', subject: viewer.unit.code, from: { days: rule.days }, to: null }]);
  });
}

const mostDays = 60;
// A server that stood still makes up for what it missed, but nobody is reminded of last week's rule.
const graceDays = 3;

/** Sends what the rules ask for on the day of `now`. Any number of servers may try at once: one does it, the others pass.
 *  Answers how many were sent. Nothing is kept between two calls: what has been sent stands in the database. */
export async function sendByRules(now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const [turn] = await tx.$queryRaw<[{ mine: boolean }]>`SELECT pg_try_advisory_xact_lock(${lockNumber}::int) AS "mine"`;
    if (!turn.mine) return 0;
    type Row = { ruleId: string; reportId: string; unitId: string; name: string; period: string; dueAt: Date };
    const rows = await tx.$queryRaw<Row[]>`
      SELECT DISTINCT ON (r."id") k."id" AS "ruleId", r."id" AS "reportId", u."id" AS "unitId", u."name", p."code" AS "period", d."dueAt"
      FROM "reminder_rule" k JOIN "unit" a ON a."id" = k."unit_id"
      JOIN "unit" u ON u."lineage" = a."lineage" || u."code" || '/' AND (u."valid_to" IS NULL OR u."valid_to" > ${officeDay(now)}::date)
      JOIN "report" r ON r."unit_id" = u."id" JOIN "period" p ON p."id" = r."period_id"
      CROSS JOIN LATERAL (SELECT GREATEST(p."due_at", r."extended_until") AS "dueAt", GREATEST(p."closes_at", r."extended_until") AS "closesAt") d
      CROSS JOIN LATERAL (SELECT (d."dueAt" AT TIME ZONE 'Asia/Shanghai')::date + k."days" AS "on") t
      JOIN "submission" s ON s."report_id" = r."id" AND s."signed_at" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "submission" n WHERE n."report_id" = r."id" AND n."number" > s."number")
      WHERE r."locked_at" IS NULL AND ${now} >= p."opens_at" AND ${now} <= d."closesAt" AND t."on" <= ${officeDay(now)}::date AND t."on" > ${officeDay(now)}::date - ${graceDays}::int
        AND NOT EXISTS (SELECT 1 FROM "reminder" m WHERE m."rule_id" = k."id" AND m."report_id" = r."id" AND m."day" >= t."on")
      ORDER BY r."id", t."on" DESC`;
    const sent = await insertReminders(tx, rows.map((row) => ({ ...row, text: fillFor(row, usualReminder, now), by: null })), now);
    return sent.size;
  });
}

// Any number that nothing else in the database locks.
const lockNumber = 1926;
