import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import { newId } from './new-id';
import type { Transaction } from './transaction';

export type EventKind =
  | 'figure.saved'
  | 'figures.imported'
  | 'figures.importUndone'
  | 'report.opened'
  | 'report.sent'
  | 'report.sentBack'
  | 'report.cosigned'
  | 'report.signed'
  | 'report.locked'
  | 'report.unlocked'
  | 'review.approved'
  | 'review.returned'
  | 'review.takenBack'
  | 'review.accepted'
  | 'review.released'
  | 'report.withdrawn'
  | 'mark.answered'
  | 'mark.replied'
  | 'mark.settled'
  | 'cell.asked'
  | 'cell.opened'
  | 'cell.refused'
  | 'cell.openedAll'
  | 'check.explained'
  | 'check.created'
  | 'check.changed'
  | 'waiver.asked'
  | 'waiver.granted'
  | 'waiver.refused'
  | 'note.saved'
  | 'target.saved'
  | 'form.chosen'
  | 'unit.created'
  | 'unit.changed'
  | 'unit.moved'
  | 'unit.closed'
  | 'unit.split'
  | 'manuscript.started'
  | 'manuscript.updated'
  | 'manuscript.replaced'
  | 'manuscript.renewed'
  | 'manuscript.restored'
  | 'edition.issued'
  | 'evidence.added'
  | 'evidence.removed'
  | 'cover.added'
  | 'cover.replaced'
  | 'person.created'
  | 'person.changed'
  | 'person.invited'
  | 'person.disabled'
  | 'person.enabled'
  | 'extension.asked'
  | 'extension.decided'
  | 'report.reminded'
  | 'report.coverage'
  | 'rollup.accounted'
  | 'reminder.ruled'
  | 'reminder.collected'
  | 'delivery.tested'
  | 'summary.exported'
  | 'report.exported'
  | 'rollup.exported'
  | 'period.created'
  | 'period.changed'
  | 'session.signedIn'
  | 'session.signedOut'
  | 'session.failed'
  | 'token.created'
  | 'token.revoked'
  | 'proposal.made'
  | 'proposal.taken'
  | 'proposal.refused';

/** `by` is the person's id; null when nobody is signed in. `subject`: an indicator, unit, account, check or period code. */
export type NewEvent = {
  by: string | null;
  kind: EventKind;
  reportId?: string;
  subject?: string;
  from?: Prisma.InputJsonValue | null;
  to?: Prisma.InputJsonValue | null;
};

/** Writes events; called inside the transaction of the change, so that there is no change without its event. */
export async function recordEvents(tx: Transaction, events: NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(({ by, kind, reportId, subject, from, to }) => ({
    id: newId(),
    by,
    kind,
    report: reportId,
    subject,
    from,
    to,
  }));
  // The server's clock at the moment of writing: two changes of one thing are listed in the order they happened.
  await tx.$executeRaw`/* kept */
    INSERT INTO "event" ("id", "at", "person_id", "kind", "report_id", "subject", "from", "to")
    SELECT e."id", clock_timestamp(), e."by", e."kind", e."report", e."subject", e."from", e."to"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS e("id" uuid, "by" uuid, "kind" text, "report" uuid, "subject" text, "from" jsonb, "to" jsonb)`;
}
