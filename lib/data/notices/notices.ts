import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Role } from '@/lib/domain/access/policy';
import { isId, withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { groupBy } from '../database/group-by';
import type { Transaction } from '../database/transaction';

export type NoticeKind =
  | 'reminder'
  | 'progress.waiting'
  | 'extension.asked'
  | 'extension.takenBack'
  | 'extension.granted'
  | 'extension.refused'
  | 'review.approved'
  | 'review.returned'
  | 'review.takenBack'
  | 'review.examined'
  | 'review.unexamined'
  | 'report.sent'
  | 'report.sentBack'
  | 'report.recalled'
  | 'report.uncosigned'
  | 'report.cosigned'
  | 'report.submitted'
  | 'report.locked'
  | 'report.unlocked'
  | 'report.withdrawn'
  | 'mark.answered'
  | 'mark.replied'
  | 'mark.settled'
  | 'cell.asked'
  | 'cell.opened'
  | 'cell.refused'
  | 'cell.openedAll'
  | 'target.set'
  | 'target.asked'
  | 'target.refused'
  | 'limit.set'
  | 'waiver.asked'
  | 'waiver.granted'
  | 'waiver.refused'
  | 'proposal.made';

export type NoticeView = {
  id: string;
  kind: NoticeKind;
  text: string | null;
  /** The indicator it is about. */
  subject: string | null;
  by: string | null;
  at: Date;
  isRead: boolean;
  /** What it is about: a report; with `reportId` null what a unit waits for in a period. */
  about: {
    reportId: string | null;
    unit: { code: string; name: string; nameEn: string };
    period: string;
  };
};

/** What one unit is notified of: a report, or a reminder that is repeated. `byId` is not notified of a step of their
 *  own. */
export type NewNotice = {
  unitId: string;
  kind: NoticeKind;
  byId: string | null;
  text: string | null;
  subject?: string;
} & ({ reportId: string } | { reminderId: string });

/** Notifies everybody with one of `roles` at a unit, inside the transaction of the step. Answers how many. */
export const notify = (
  tx: Transaction,
  { roles, ...notice }: NewNotice & { roles: Role[] },
): Promise<number> => notifyEach(tx, roles, [notice]);

/** Notifies several units, each of its own. */
export async function notifyEach(
  tx: Transaction,
  roles: Role[],
  notices: readonly NewNotice[],
): Promise<number> {
  if (notices.length === 0) return 0;
  const people = await tx.person.findMany({
    where: {
      unitId: { in: notices.map(({ unitId }) => unitId) },
      disabledAt: null,
      roles: { some: { role: { in: roles } } },
    },
    select: { id: true, unitId: true },
  });
  const byUnit = groupBy(people, ({ unitId }) => unitId);
  const { count } = await tx.notice.createMany({
    data: notices.flatMap(({ unitId, ...notice }) =>
      (byUnit.get(unitId) ?? [])
        .filter(({ id }) => id !== notice.byId)
        .map(({ id }) => ({ personId: id, ...notice })),
    ),
  });
  return count;
}

/** What the viewer has been notified of, newest first, the last hundred. */
export async function listNotices(viewer: Viewer): Promise<NoticeView[]> {
  const rows = await db.notice.findMany({
    where: mine(viewer),
    select: {
      id: true,
      kind: true,
      text: true,
      subject: true,
      createdAt: true,
      readAt: true,
      by: { select: { name: true } },
      report: { select: { id: true, ...place } },
      reminder: { select: place },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  return rows.map(({ kind, by, createdAt, readAt, report, reminder, ...rest }) => {
    // The database has exactly one of the two, and a reminder that is listed here has a period.
    const { unit, period } = (report ?? reminder)!;
    return {
      ...rest,
      kind: kind as NoticeKind,
      by: by?.name ?? null,
      at: createdAt,
      isRead: readAt !== null,
      about: { reportId: report?.id ?? null, unit, period: period!.code },
    };
  });
}

/** How many of them have not been read. */
export function countUnreadNotices(viewer: Viewer): Promise<number> {
  return db.notice.count({ where: { ...mine(viewer), readAt: null } });
}

/** Marks notices as read; without ids all of them. Somebody else's stay as they are. */
export async function readNotices(viewer: Viewer, ids?: readonly string[]): Promise<void> {
  const chosen = ids && { id: { in: ids.filter(isId) } };
  await db.notice.updateMany({
    where: { ...mine(viewer), readAt: null, ...chosen },
    data: { readAt: new Date() },
  });
}

// Whoever moves to another unit leaves the notices of the old one behind.
const mine = (viewer: Viewer): Prisma.NoticeWhereInput => ({
  personId: viewer.personId,
  OR: [{ report: { unit: withinScope(viewer) } }, { reminder: { unit: withinScope(viewer) } }],
});

const place = {
  unit: { select: { code: true, name: true, nameEn: true } },
  period: { select: { code: true } },
} as const;
