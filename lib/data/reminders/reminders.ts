import 'server-only';
import { isTimely } from '@/lib/domain/report/allowed';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { officeDay } from '@/lib/domain/tree/office-day';
import { labelOfCode } from '@/lib/domain/tree/period';
import { can, relationOf } from '@/lib/domain/access/policy';
import {
  fillReminder,
  isHandedIn,
  reminderWords,
  type Reminded,
} from '@/lib/domain/report/progress';
import { phaseOf, statusOf } from '@/lib/domain/report/report';
import { isId, withinScope, type Viewer } from '../database/access';
import { newId } from '../database/new-id';
import { recordEvents } from '../database/record-events';
import { inTransaction, type Transaction } from '../database/transaction';
import { reasonOf } from '../database/words';
import { notifyEach } from '../notices/notices';

export type ReminderResult = {
  sent: number;
  /** Reminded today already, handed in meanwhile, or nothing is taken any more (or yet). */ passedOver: {
    unit: string;
    why: 'reminded-today' | 'handed-in' | 'not-now';
  }[];
};

/** Reminds the units of these reports, with the words filled in for each. At most one reminder a unit, period and day:
 *  who has had one is passed over, and so is who has handed in meanwhile. */
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
    const rows = await readReminded(tx, viewer, reportIds);
    const isOpen = (row: ReportReminded) => isReminded(row, now);
    const waiting = rows.filter(isOpen);
    const sent = await insertReminders(
      tx,
      waiting.map((row) => ({
        ...row,
        text: fillFor({ ...row, sender: viewer.unit.name }, words, now),
        by: viewer.personId,
        ruleId: null,
      })),
      now,
    );
    const others = rows.filter(({ reportId }) => !sent.has(reportId));
    const passedOver = others.map((row) => ({
      unit: row.name,
      why: isOpen(row)
        ? ('reminded-today' as const)
        : isHandedIn(row.status)
          ? ('handed-in' as const)
          : ('not-now' as const),
    }));
    return { sent: sent.size, passedOver };
  });
}

type ReportReminded = Awaited<ReturnType<typeof readReminded>>[number];

/** The reports to remind of, in the order of the tree; all of them, or what every write of a report throws. */
async function readReminded(tx: Transaction, viewer: Viewer, reportIds: readonly string[]) {
  const rows = await tx.report.findMany({
    where: { id: { in: [...reportIds] }, unit: withinScope(viewer) },
    select: {
      id: true,
      unit: { select: { id: true, name: true, lineage: true } },
      period: { select: { code: true } },
      dates: true,
      newest: true,
    },
    orderBy: { unit: { lineage: 'asc' } },
  });
  if (rows.length < new Set(reportIds).size) throw new NotFoundError();
  for (const { unit } of rows) {
    const relation = relationOf(viewer.unit.lineage, unit.lineage);
    if (!can(viewer, 'report.remind', { relation })) throw new RefusedError('report.remind');
  }
  return rows.map(({ id, unit, period, dates, newest }) => ({
    ...dates!,
    reportId: id,
    unitId: unit.id,
    name: unit.name,
    period: period.code,
    status: statusOf(newest!),
  }));
}

const isReminded = (row: ReportReminded, now: Date): boolean =>
  isTimely('report.remind', {
    status: row.status,
    phase: phaseOf(row, now),
    isReadable: true,
  });

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
  const sent = await tx.reminder.createManyAndReturn({
    data: reminders.map(({ reportId, unitId, text, by, ruleId }) => ({
      id: newId(),
      reportId,
      unitId,
      text,
      ruleId,
      sentById: by,
      day: new Date(officeDay(now)),
      sentAt: now,
    })),
    skipDuplicates: true,
    select: { reportId: true },
  });
  const reached = new Set(sent.map(({ reportId }) => reportId!));
  const delivered = reminders.filter(({ reportId }) => reached.has(reportId));
  await notifyEach(
    tx,
    ['reporter', 'signatory'],
    delivered.map(({ unitId, reportId, by, text }) => ({
      unitId,
      kind: 'reminder' as const,
      reportId,
      byId: by,
      text,
    })),
  );
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
  { name, period, ...row }: Omit<Reminded, 'unit'> & { name: string },
  text: string,
  now: Date,
): string {
  const label = labelOfCode(period, 'zh-CN');
  return fillReminder(text, reminderWords({ ...row, unit: name, period: label }, now));
}
