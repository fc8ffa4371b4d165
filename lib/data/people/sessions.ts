import 'server-only';
import type { Role } from '@/lib/domain/access/policy';
import type { UnitLevel, Viewer } from '../database/access';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { hashToken, newToken } from '../database/secrets';
import { inTransaction, type Transaction } from '../database/transaction';

const minute = 60_000;
export const idleLimit = 30 * minute;
export const absoluteLimit = 10 * 60 * minute;

/** Opens a session for a person and answers the token for the cookie; only its hash is kept. */
export async function openSession(personId: string): Promise<string> {
  const token = newToken();
  await inTransaction(async (tx) => {
    await tx.authSession.create({
      data: {
        tokenHash: hashToken(token),
        personId,
        expiresAt: new Date(Date.now() + absoluteLimit),
      },
    });
    await recordEvents(tx, [{ by: personId, kind: 'session.signedIn' }]);
  });
  return token;
}

/** Who is signed in with this token; null when it is unknown, ended, idle for too long or too old, or the person disabled.
 *  Being seen keeps a session alive; that is written at most once a minute. */
export async function findSession(token: string): Promise<Viewer | null> {
  type Row = {
    sessionId: string;
    lastSeenAt: Date;
    personId: string;
    account: string;
    name: string;
    isDemo: boolean;
    roles: Role[];
    unitId: string;
    code: string;
    unitName: string;
    nameEn: string;
    level: UnitLevel;
    lineage: string;
  };
  const [row] = await db.$queryRaw<Row[]>`/* kept */
    SELECT a."id" AS "sessionId", a."last_seen_at" AS "lastSeenAt", p."id" AS "personId", p."account", p."name",
      p."is_demo" AS "isDemo", u."id" AS "unitId", u."code", u."name" AS "unitName", u."name_en" AS "nameEn",
      u."level"::text AS "level", u."lineage",
      ARRAY(SELECT r."role"::text FROM "person_role" r WHERE r."person_id" = p."id" ORDER BY r."role") AS "roles"
    FROM "auth_session" a JOIN "person" p ON p."id" = a."person_id" JOIN "unit" u ON u."id" = p."unit_id"
    WHERE a."token_hash" = ${hashToken(token)} AND a."revoked_at" IS NULL AND p."disabled_at" IS NULL
      AND a."expires_at" > now() AND a."last_seen_at" > ${new Date(Date.now() - idleLimit)}`;
  if (!row) return null;
  if (Date.now() - row.lastSeenAt.getTime() > minute) {
    await db.authSession.updateMany({
      where: { id: row.sessionId, revokedAt: null },
      data: { lastSeenAt: new Date() },
    });
  }
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
