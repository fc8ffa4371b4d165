import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { officeDay } from '@/lib/domain/tree/office-day';
import { can } from '@/lib/domain/access/policy';
import { usualReminder } from '@/lib/domain/report/progress';
import { isId, type Viewer } from '../database/access';
import { db } from '../database/client';
import { insertCollectives, type NewCollective } from './collective';
import { recordEvents } from '../database/record-events';
import { fillFor, insertReminders } from './reminders';
import { inTransaction, type Transaction } from '../database/transaction';

/** `single`: each unit that has not reported is reminded by itself; `collective`: the viewer's reviewers get all of them in one. */
type ReminderForm = 'single' | 'collective';

export type ReminderRuleView = {
  id: string;
  /** Days after the due day, negative before it. */ days: number;
  form: ReminderForm;
  by: string;
};

/** When the units directly below the viewer's are reminded without anybody's doing, earliest first. */
export async function listReminderRules(viewer: Viewer): Promise<ReminderRuleView[]> {
  if (!can(viewer, 'reminder.rule', { relation: 'own' })) return [];
  const rows = await db.reminderRule.findMany({
    where: { unitId: viewer.unit.id },
    include: { madeBy: { select: { name: true } } },
    orderBy: [{ days: 'asc' }, { form: 'asc' }],
  });
  return rows.map(({ id, days, form, madeBy }) => ({ id, days, form, by: madeBy.name }));
}

/** Adds a rule; one of each form for a day. */
export async function addReminderRule(
  viewer: Viewer,
  days: number,
  form: ReminderForm,
): Promise<void> {
  if (!can(viewer, 'reminder.rule', { relation: 'own' })) throw new RefusedError('reminder.rule');
  if (!Number.isInteger(days) || Math.abs(days) > mostDays)
    throw new InvalidError('bad-days', { field: 'days', most: String(mostDays) });
  await inTransaction(async (tx) => {
    const { count } = await tx.reminderRule.createMany({
      data: { unitId: viewer.unit.id, days, form, madeById: viewer.personId },
      skipDuplicates: true,
    });
    if (count === 0) throw new InvalidError('rule-taken', { field: 'days' });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'reminder.ruled',
        subject: viewer.unit.code,
        to: { days, form },
      },
    ]);
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
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'reminder.ruled',
        subject: viewer.unit.code,
        from: { days: rule.days, form: rule.form },
        to: null,
      },
    ]);
  });
}

const mostDays = 60;
// A server that stood still makes up for what it missed, but nobody is reminded of last week's rule.
const graceDays = 3;

/** Sends what the rules ask for on the day of `now`. Any number of servers may try at once: one does it, the others pass.
 *  Answers how many were sent. Nothing is kept between two calls: what has been sent stands in the database. */
export async function sendByRules(now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const [turn] = await tx.$queryRaw<
      [{ mine: boolean }]
    >`SELECT pg_try_advisory_xact_lock(${lockNumber}::int) AS "mine"`;
    if (!turn.mine) return 0;
    return (await sendSingles(tx, now)) + (await sendCollectives(tx, now));
  });
}

async function sendSingles(tx: Transaction, now: Date): Promise<number> {
  type Row = {
    ruleId: string;
    reportId: string;
    unitId: string;
    name: string;
    period: string;
    dueAt: Date;
  };
  const rows = await tx.$queryRaw<Row[]>`
    WITH "waiting" AS (${waitingBelow('single', now)})
    SELECT DISTINCT ON (w."reportId") k."id" AS "ruleId", w."reportId", w."unitId", w."name", w."period", w."dueAt"
    FROM ${rulesOfToday('single', now)}
      AND NOT EXISTS (SELECT 1 FROM "reminder" m WHERE m."rule_id" IS NOT NULL AND m."report_id" = w."reportId" AND m."day" >= t."on")
    ORDER BY w."reportId", t."on" DESC`;
  const sent = await insertReminders(
    tx,
    rows.map((row) => ({ ...row, text: fillFor(row, usualReminder, now), by: null })),
    now,
  );
  return sent.size;
}

/** A rule's day may be that of a report with a later date; what is sent then is all that the period still waits for. */
async function sendCollectives(tx: Transaction, now: Date): Promise<number> {
  type Row = Omit<NewCollective, 'late'> & { late: { unit: string; dueAt: string }[] };
  const rows = await tx.$queryRaw<Row[]>`
    WITH "waiting" AS (${waitingBelow('collective', now)})
    SELECT DISTINCT ON (w."aboveId", w."periodId") k."id" AS "ruleId", w."aboveId" AS "unitId", w."aboveCode" AS "unitCode", w."periodId", w."period",
      (SELECT jsonb_agg(jsonb_build_object('unit', o."name", 'dueAt', o."dueAt") ORDER BY o."lineage") FROM "waiting" o
        WHERE o."aboveId" = w."aboveId" AND o."periodId" = w."periodId") AS "late"
    FROM ${rulesOfToday('collective', now)}
      AND NOT EXISTS (SELECT 1 FROM "reminder" m WHERE m."unit_id" = w."aboveId" AND m."period_id" = w."periodId" AND m."day" >= t."on")
    ORDER BY w."aboveId", w."periodId", t."on" DESC`;
  return insertCollectives(
    tx,
    rows.map((row) => ({
      ...row,
      late: row.late.map(({ unit, dueAt }) => ({ unit, dueAt: new Date(dueAt) })),
    })),
    now,
  );
}

/** Reports that units with rules of this form wait for: directly below them, still taken, not locked and not handed in. */
const waitingBelow = (form: ReminderForm, now: Date): Prisma.Sql => Prisma.sql`
  SELECT a."id" AS "aboveId", a."code" AS "aboveCode", r."id" AS "reportId", u."id" AS "unitId", u."name", u."lineage", p."id" AS "periodId", p."code" AS "period", d."dueAt"
  FROM "unit" a
  JOIN "unit" u ON u."lineage" = a."lineage" || u."code" || '/' AND (u."valid_to" IS NULL OR u."valid_to" > ${officeDay(now)}::date)
  JOIN "report" r ON r."unit_id" = u."id" JOIN "period" p ON p."id" = r."period_id"
  CROSS JOIN LATERAL (SELECT GREATEST(p."due_at", r."extended_until") AS "dueAt", GREATEST(p."closes_at", r."extended_until") AS "closesAt") d
  JOIN "submission" s ON s."report_id" = r."id" AND s."signed_at" IS NULL
    AND NOT EXISTS (SELECT 1 FROM "submission" n WHERE n."report_id" = r."id" AND n."number" > s."number")
  WHERE EXISTS (SELECT 1 FROM "reminder_rule" f WHERE f."unit_id" = a."id" AND f."form"::text = ${form})
    AND r."locked_at" IS NULL AND ${now} >= p."opens_at" AND ${now} <= d."closesAt"`;

/** Rules k whose day t has come for what waits (w), and is not long past. */
const rulesOfToday = (form: ReminderForm, now: Date): Prisma.Sql => Prisma.sql`
  "reminder_rule" k JOIN "waiting" w ON w."aboveId" = k."unit_id"
  CROSS JOIN LATERAL (SELECT (w."dueAt" AT TIME ZONE 'Asia/Shanghai')::date + k."days" AS "on") t
  WHERE k."form"::text = ${form} AND t."on" <= ${officeDay(now)}::date AND t."on" > ${officeDay(now)}::date - ${graceDays}::int`;

// Any number that nothing else in the database locks.
const lockNumber = 1926;
