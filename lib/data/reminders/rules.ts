import 'server-only';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { can } from '@/lib/domain/access/policy';
import { usualReminder } from '@/lib/domain/report/progress';
import { statusOf } from '@/lib/domain/report/report';
import { isId, type Viewer } from '../database/access';
import { db } from '../database/client';
import { takeTurn } from '../database/queries';
import { insertCollectives } from './collective';
import { waitingCollectives, waitingSingles } from './queries';
import { recordEvents } from '../database/record-events';
import { fillFor, insertReminders } from './reminders';
import { inTransaction, type Transaction } from '../database/transaction';

/** `single`: each unit that has not reported is reminded by itself; `collective`: the viewer's reviewers get all of
 *  them in one. */
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

/** Sends what the rules ask for on the day of `now`. Any number of servers may try at once: one does it, the others
 *  pass. Answers how many were sent. Nothing is kept between two calls: what has been sent stands in the database. */
export async function sendByRules(now: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const [turn] = await takeTurn.read(tx, lockNumber, 'if-free');
    if (!turn?.mine) return 0;
    return (await sendSingles(tx, now)) + (await sendCollectives(tx, now));
  });
}

async function sendSingles(tx: Transaction, now: Date): Promise<number> {
  const rows = await waitingSingles.read(tx, now);
  const sent = await insertReminders(
    tx,
    rows.map((row) => ({
      ...row,
      text: fillFor(
        { ...row, status: statusOf({ ...row, signedAt: null, decision: null }) },
        usualReminder,
        now,
      ),
      by: null,
    })),
    now,
  );
  return sent.size;
}

/** A rule's day may be that of a report with a later date; what is sent then is all that the period still waits for. */
async function sendCollectives(tx: Transaction, now: Date): Promise<number> {
  const rows = await waitingCollectives.read(tx, now);
  return insertCollectives(
    tx,
    rows.map((row) => ({
      ...row,
      late: row.late.map(({ unit, dueAt }) => ({ unit, dueAt: new Date(dueAt) })),
    })),
    now,
  );
}

// Any number that nothing else in the database locks.
const lockNumber = 1926;
