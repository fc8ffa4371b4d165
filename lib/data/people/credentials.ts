import 'server-only';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { readServerTime } from '../database/server-time';
import { inTransaction, type Transaction } from '../database/transaction';

/** What sign-in compares with; null when the account is unknown, disabled or has no password yet. */
export async function findCredentials(
  account: string,
): Promise<{ personId: string; passwordHash: string } | null> {
  const person = await db.person.findUnique({
    where: { account },
    select: { id: true, passwordHash: true, disabledAt: true },
  });
  return person?.passwordHash && !person.disabledAt
    ? { personId: person.id, passwordHash: person.passwordHash }
    : null;
}

/** People of the demo world, for its sign-in page. Empty outside of it. */
export async function listDemoPeople() {
  const people = await db.person.findMany({
    where: { isDemo: true, disabledAt: null },
    select: {
      account: true,
      name: true,
      roles: { select: { role: true } },
      unit: { select: { name: true, nameEn: true, code: true, lineage: true } },
    },
    orderBy: [{ unit: { lineage: 'asc' } }, { id: 'asc' }],
  });
  return people.map(({ roles, ...person }) => ({
    ...person,
    roles: roles.map(({ role }) => role),
  }));
}

/** The person behind an account of the demo world. */
export async function findDemoPerson(account: string): Promise<{ personId: string } | null> {
  const person = await db.person.findFirst({
    where: { account, isDemo: true, disabledAt: null },
    select: { id: true },
  });
  return person && { personId: person.id };
}

/** Keeps a failed sign-in, or that an account must wait, among the events. Of accounts that do not exist only the
 *  number of tries in an hour is kept: whoever makes them up would fill the record. */
export async function recordFailedSignIn(
  account: string,
  kind: 'session.failed' | 'session.lockedOut' = 'session.failed',
  address = '',
): Promise<void> {
  await inTransaction(async (tx) => {
    if (await tx.person.findUnique({ where: { account }, select: { id: true } }))
      await recordEvents(tx, [
        { by: null, kind, subject: account, ...(address && { to: { address } }) },
      ]);
    else await countUnknownSignIn(tx);
  });
}

/** One more try in this hour, by the clock that all processes share. */
async function countUnknownSignIn(tx: Transaction): Promise<void> {
  const hour = await readServerTime(tx);
  hour.setUTCMinutes(0, 0, 0);
  await tx.unknownSignIn.upsert({
    where: { hour },
    create: { hour, tries: 1 },
    update: { tries: { increment: 1 } },
  });
}

/** Keeps the same password hashed with the parameters of today; nothing where it was changed meanwhile. */
export async function renewHash(personId: string, before: string, after: string): Promise<void> {
  await db.person.updateMany({
    where: { id: personId, passwordHash: before },
    data: { passwordHash: after },
  });
}
