import 'server-only';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { openSessionOf } from './queries';
import { newId } from '../database/new-id';
import { recordEvents } from '../database/record-events';
import { hashToken, newToken } from '../database/secrets';
import { readServerTime } from '../database/server-time';
import { inTransaction, type Transaction } from '../database/transaction';

const minute = 60_000;
export const idleLimit = 30 * minute;
export const absoluteLimit = 10 * 60 * minute;

/** Opens a session for a person at an address and answers the token for the cookie; only its hash is kept. */
export async function openSession(personId: string, address = ''): Promise<string> {
  const token = newToken();
  await inTransaction(async (tx) => {
    const now = await readServerTime(tx);
    await tx.authSession.create({
      data: {
        id: newId(),
        tokenHash: hashToken(token),
        personId,
        address,
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + absoluteLimit),
      },
    });
    const to = address ? { address } : undefined;
    await recordEvents(tx, [{ by: personId, kind: 'session.signedIn', ...(to && { to }) }]);
  });
  return token;
}

/** Who is signed in with this token; null when it is unknown, ended, idle for too long or too old, or the person
 *  disabled. Being seen keeps a session alive; that is written at most once a minute. */
export async function findSession(token: string): Promise<Viewer | null> {
  const [row] = await openSessionOf.read(db, hashToken(token), idleLimit);
  if (!row) return null;
  if (row.isToBeSeen)
    await db.authSession.updateMany({
      where: { id: row.sessionId, revokedAt: null },
      data: { lastSeenAt: row.now },
    });
  const { personId, account, name, isDemo, roles, code, nameEn, level, lineage } = row;
  return {
    personId,
    account,
    name,
    isDemo,
    roles,
    unit: { id: row.unitId, code, name: row.unitName, nameEn, level, lineage },
  };
}

/** Ends a session: a copy of its cookie is worth nothing from now on. */
export async function closeSession(token: string): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await tx.authSession.findUnique({ where: { tokenHash: hashToken(token) } });
    if (!session || session.revokedAt) return;
    await tx.authSession.update({ where: { id: session.id }, data: { revokedAt: new Date() } });
    await recordEvents(tx, [{ by: session.personId, kind: 'session.signedOut' }]);
  });
}

/** Ends all sessions of a person whose rights or password changed. */
export async function closeSessionsOf(tx: Transaction, personId: string): Promise<void> {
  await tx.authSession.updateMany({
    where: { personId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}
