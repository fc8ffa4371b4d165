import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { hashToken, newToken } from '../database/secrets';
import { closeSessionsOf } from './sessions';
import { inTransaction, type Transaction } from '../database/transaction';

const day = 24 * 60 * 60 * 1000;

export type InvitationView = {
  account: string;
  name: string;
  unit: { name: string; nameEn: string };
};

/** A link's token for a person, good for a day and for one use; earlier ones end. */
export async function issueInvitation(tx: Transaction, personId: string): Promise<string> {
  const token = newToken();
  await tx.invitation.deleteMany({ where: { personId, usedAt: null } });
  await tx.invitation.create({
    data: { tokenHash: hashToken(token), personId, expiresAt: new Date(Date.now() + day) },
  });
  return token;
}

/** Whom an unused, unexpired token invites. */
export async function findInvitation(token: string): Promise<InvitationView | null> {
  const invitation = await db.invitation.findFirst({
    where: { tokenHash: hashToken(token), ...usable() },
    select: {
      person: {
        select: { account: true, name: true, unit: { select: { name: true, nameEn: true } } },
      },
    },
  });
  return invitation?.person ?? null;
}

/** Sets the password that the person chose, once. Answers the person's id. */
export async function acceptInvitation(token: string, passwordHash: string): Promise<string> {
  return inTransaction(async (tx) => {
    const where = { tokenHash: hashToken(token), ...usable() };
    // The update decides who was first: of two at once only one finds the invitation unused.
    const { count } = await tx.invitation.updateMany({ where, data: { usedAt: new Date() } });
    if (count === 0) throw new InvalidError('invitation-used');
    const { personId } = await tx.invitation.findUniqueOrThrow({
      where: { tokenHash: where.tokenHash },
    });
    const { account } = await tx.person.update({
      where: { id: personId },
      data: { passwordHash },
      select: { account: true },
    });
    await closeSessionsOf(tx, personId);
    await recordEvents(tx, [
      { by: personId, kind: 'person.changed', subject: account, to: { password: 'set' } },
    ]);
    return personId;
  });
}

const usable = () => ({
  usedAt: null,
  expiresAt: { gt: new Date() },
  person: { disabledAt: null },
});
