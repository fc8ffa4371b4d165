import 'server-only';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '../database/client';
import { recordEvents } from '../database/record-events';
import { limitStore } from '../database/limit-store';
import { inTransaction } from '../database/transaction';

const quarterHour = 15 * 60;

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

/** Counts one try before it is evaluated; false when there were too many: 5 in 15 minutes from one address, 50 from
 *  anywhere. The wait is short, so that nobody can lock a colleague out for long. */
export async function mayTrySignIn(account: string, address: string): Promise<boolean> {
  try {
    await limits().fromAddress.consume(`${account} ${address}`);
    await limits().fromAnywhere.consume(account);
    return true;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return false;
    throw refusal;
  }
}

/** A successful sign-in clears the count. */
export async function forgetTries(account: string, address: string): Promise<void> {
  await Promise.all([
    limits().fromAddress.delete(`${account} ${address}`),
    limits().fromAnywhere.delete(account),
  ]);
}

/** Keeps a failed sign-in among the events. */
export async function recordFailedSignIn(account: string): Promise<void> {
  await inTransaction((tx) =>
    recordEvents(tx, [{ by: null, kind: 'session.failed', subject: account.slice(0, 100) }]),
  );
}

type Limits = { fromAddress: RateLimiterPostgres; fromAnywhere: RateLimiterPostgres };
const kept = globalThis as typeof globalThis & { gongbaoLimits?: Limits };

function limits(): Limits {
  return (kept.gongbaoLimits ??= makeLimits());
}

function makeLimits(): Limits {
  const common = { ...limitStore(), duration: quarterHour };
  return {
    fromAddress: new RateLimiterPostgres({ ...common, keyPrefix: 'sign-in', points: 5 }),
    fromAnywhere: new RateLimiterPostgres({ ...common, keyPrefix: 'sign-in-any', points: 50 }),
  };
}
