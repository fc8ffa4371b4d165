import 'server-only';
import { RefusedError } from '@/lib/domain/access/errors';
import { can } from '@/lib/domain/access/policy';
import { isTopmost } from '@/lib/domain/tree/unit';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { inTransaction } from '../database/transaction';
import { takeReminders } from './queries';

export type WaitingReminder = {
  /** What has gone one way already. */
  isPosted: boolean;
  isMailed: boolean;
  id: string;
  text: string;
  sentAt: Date;
  period: string;
  /** The unit that reminds. */
  sender: string;
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
    const rows = await takeReminders.read(tx, most, mostAttempts);
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
  const now = new Date();
  const row = await db.reminder.findUnique({ where: { id }, select: { attempts: true } });
  await db.reminder.updateMany({
    where: { id },
    data: {
      takenAt: null,
      failure,
      ...(posted && { postedAt: now }),
      ...(mailed && { mailedAt: now }),
      deliveredAt: failure === null ? now : null,
      nextTryAt:
        failure === null ? null : new Date(now.getTime() + 60_000 * 2 ** (row?.attempts ?? 1)),
    },
  });
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
  if (!can(viewer, 'period.manage', { relation: 'own', isTop: isTopmost(viewer.unit.lineage) }))
    throw new RefusedError('period.manage');
  await inTransaction((tx) =>
    recordEvents(tx, [
      { by: viewer.personId, kind: 'delivery.tested', subject: viewer.unit.code, to: results },
    ]),
  );
}

const mostAttempts = 6;
