import 'server-only';
import { labelOfCode } from '@/lib/domain/tree/period';
import { officeDay } from '@/lib/domain/tree/office-day';
import { collectiveReminder, type LateUnit } from '@/lib/domain/report/progress';
import { newId } from '../database/new-id';
import { recordEvents } from '../database/record-events';
import type { Transaction } from '../database/transaction';
import { notifyEach } from '../notices/notices';

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
  const rows = collectives.map(({ late, period, unitCode, ...row }) => ({
    reminder: {
      ...row,
      id: newId(),
      day: new Date(officeDay(now)),
      text: collectiveReminder(labelOfCode(period, 'zh-CN'), late, now),
      sentAt: now,
    },
    unitCode,
  }));
  const sent = await tx.reminder.createManyAndReturn({
    data: rows.map(({ reminder }) => reminder),
    skipDuplicates: true,
    select: { id: true },
  });
  const reached = new Set(sent.map(({ id }) => id));
  const delivered = rows.filter(({ reminder }) => reached.has(reminder.id));
  await notifyEach(
    tx,
    ['reviewer'],
    delivered.map(({ reminder: { id, unitId, text } }) => ({
      unitId,
      kind: 'progress.waiting' as const,
      reminderId: id,
      byId: null,
      text,
    })),
  );
  await recordEvents(
    tx,
    delivered.map(({ unitCode, reminder: { text } }) => ({
      by: null,
      kind: 'reminder.collected' as const,
      subject: unitCode,
      to: text,
    })),
  );
  return delivered.length;
}
