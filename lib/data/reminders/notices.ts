import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Role } from '@/lib/domain/access/policy';
import { isId, scopeSql, withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import type { Transaction } from '../database/transaction';

export type NoticeKind =
  | 'reminder'
  | 'progress.waiting'
  | 'extension.asked'
  | 'extension.granted'
  | 'extension.refused'
  | 'review.approved'
  | 'review.returned'
  | 'review.takenBack'
  | 'report.sent'
  | 'report.sentBack'
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

/** Notifies everybody with one of `roles` at a unit, but nobody of a step of their own; inside the transaction of what they
 *  are notified about. Answers how many. */
export async function notify(
  tx: Transaction,
  {
    unitId,
    roles,
    ...notice
  }: {
    unitId: string;
    roles: Role[];
    kind: NoticeKind;
    reportId: string;
    byId: string | null;
    text: string | null;
    subject?: string;
  },
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO "notice" ("id", "person_id", "kind", "report_id", "by_id", "text", "subject")
    SELECT gen_random_uuid(), h."id", ${notice.kind}, ${notice.reportId}::uuid, ${notice.byId}::uuid, ${notice.text}, ${notice.subject ?? null} FROM "person" h
    WHERE h."unit_id" = ${unitId}::uuid AND h."disabled_at" IS NULL AND h."id" IS DISTINCT FROM ${notice.byId}::uuid
      AND EXISTS (SELECT 1 FROM "person_role" o WHERE o."person_id" = h."id" AND o."role"::text = ANY(${roles}::text[]))`;
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
export async function countUnreadNotices(viewer: Viewer): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`/* kept */
    SELECT count(*)::int AS "count" FROM "notice" n LEFT JOIN "report" r ON r."id" = n."report_id" LEFT JOIN "reminder" m ON m."id" = n."reminder_id"
    JOIN "unit" u ON u."id" = COALESCE(r."unit_id", m."unit_id")
    WHERE n."person_id" = ${viewer.personId}::uuid AND n."read_at" IS NULL AND ${scopeSql(viewer)}`;
  return row.count;
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
