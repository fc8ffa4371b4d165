import 'server-only';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import { isId, type Viewer } from '../database/access';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { hashToken } from '../database/secrets';
import { inTransaction, type Transaction } from '../database/transaction';
import { idleLimit } from './sessions';

/** A browser in which the person is signed in; `isThis`: the one that asks. */
export type OwnSession = {
  id: string;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
  isThis: boolean;
};

/** A try to sign in with the person's account, or a confirmation with a wrong password. */
export type OwnSignIn = { id: string; at: Date; kind: SignInKind };
const signInKinds = ['session.signedIn', 'session.failed', 'session.lockedOut'] as const;
type SignInKind = (typeof signInKinds)[number];

const mostSignIns = 20;

/** What a person sees of their own account: open sessions, the newest first, and the last tries to sign in. */
export async function readOwnAccount(
  viewer: Viewer,
  token: string,
): Promise<{ sessions: OwnSession[]; signIns: OwnSignIn[] }> {
  const own = hashToken(token);
  const [sessions, signIns] = await Promise.all([
    db.authSession.findMany({
      where: openSessionsOf(viewer.personId),
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
    }),
    db.event.findMany({
      where: {
        kind: { in: [...signInKinds] },
        OR: [{ personId: viewer.personId }, { personId: null, subject: viewer.account }],
      },
      select: { id: true, at: true, kind: true },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      take: mostSignIns,
    }),
  ]);
  return {
    sessions: sessions.map(({ id, address, createdAt, lastSeenAt, tokenHash }) => ({
      id,
      address,
      createdAt,
      lastSeenAt,
      isThis: tokenHash === own,
    })),
    signIns: signIns.map(({ kind, ...one }) => ({ ...one, kind: kind as SignInKind })),
  };
}

/** Sets another password, ends every session but the one that asks, and every link that would set one. */
export async function changeOwnPassword(
  viewer: Viewer,
  token: string,
  passwordHash: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.person.update({ where: { id: viewer.personId }, data: { passwordHash } });
    await tx.invitation.deleteMany({ where: { personId: viewer.personId, usedAt: null } });
    await endSessions(tx, viewer, { NOT: { tokenHash: hashToken(token) } });
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'person.changed',
        subject: viewer.account,
        to: { password: 'set' },
      },
    ]);
  });
}

/** Ends one session of the person's own. */
export async function endOwnSession(viewer: Viewer, sessionId: string): Promise<void> {
  if (!isId(sessionId)) throw new NotFoundError();
  await inTransaction(async (tx) => {
    const ended = await endSessions(tx, viewer, { id: sessionId });
    if (ended === 0) throw new InvalidError('session-ended');
  });
}

/** Ends every session of the person's own but the one that asks. */
export async function endOtherSessions(viewer: Viewer, token: string): Promise<void> {
  await inTransaction((tx) => endSessions(tx, viewer, { NOT: { tokenHash: hashToken(token) } }));
}

/** Each session that ends is an event, as signing out is. */
async function endSessions(
  tx: Transaction,
  { personId }: Viewer,
  which: { id: string } | { NOT: { tokenHash: string } },
): Promise<number> {
  const { count } = await tx.authSession.updateMany({
    where: { ...openSessionsOf(personId), ...which },
    data: { revokedAt: new Date() },
  });
  const event = { by: personId, kind: 'session.signedOut' } as const;
  await recordEvents(
    tx,
    Array.from({ length: count }, () => event),
  );
  return count;
}

const openSessionsOf = (personId: string) => ({
  personId,
  revokedAt: null,
  expiresAt: { gt: new Date() },
  lastSeenAt: { gt: new Date(Date.now() - idleLimit) },
});
