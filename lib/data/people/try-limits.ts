import 'server-only';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { limitStore } from '../database/limit-store';

const minute = 60;
const quarterHour = 15 * minute;
const day = 24 * 60 * minute;

/** How often a password may be tried before somebody has to wait. */
export const tryLimits = {
  fromAddress: 5,
  ofAccount: 50,
  ofAddress: 100,
  inTotal: 600,
  confirmed: 5,
};

/** What a try meets: it is evaluated, it is one too many, or the first that is. */
export type Admission = 'evaluated' | 'refused' | 'locked-out';

/** Counts one try to sign in before it is evaluated: 5 in 15 minutes for an account from one address, 100 a day from
 *  one address, 50 in 15 minutes for an account from all addresses it was never signed in from, 600 a minute in all.
 *  What one limit refuses does not count for the next, so that nobody keeps others out by being refused. */
export async function admitSignIn(account: string, address: string): Promise<Admission> {
  const pair = `${account} ${address}`;
  const isKnown = (await limits().known.get(pair)) !== null;
  return admit([
    ['fromAddress', pair],
    ['ofAddress', address],
    ...(isKnown ? [] : [['ofAccount', account] as const]),
    ['inTotal', 'all'],
  ]);
}

/** A successful sign-in clears the counts of the account and gives the others their try back; from now on its owner is
 *  not kept out of this address by what others try elsewhere. */
export async function forgetTries(account: string, address: string): Promise<void> {
  const { fromAddress, ofAccount, ofAddress, inTotal, known } = limits();
  const pair = `${account} ${address}`;
  await Promise.all([
    fromAddress.delete(pair),
    ofAccount.delete(account),
    ofAddress.reward(address),
    inTotal.reward('all'),
    known.set(pair, 1, 30 * day),
  ]);
}

/** Counts one confirmation by somebody who is signed in; apart from tries to sign in, so that nobody else keeps a
 *  person from signing. */
export const admitConfirmation = (personId: string): Promise<Admission> =>
  admit([['confirmed', personId]]);

/** A right confirmation clears the count. */
export async function forgetConfirmations(personId: string): Promise<void> {
  await limits().confirmed.delete(personId);
}

type Limited = keyof typeof tryLimits;

async function admit(counts: readonly (readonly [Limited, string])[]): Promise<Admission> {
  for (const [limit, key] of counts)
    try {
      await limits()[limit].consume(key);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return refusal.consumedPoints === tryLimits[limit] + 1 ? 'locked-out' : 'refused';
    }
  return 'evaluated';
}

type Limits = Record<Limited | 'known', RateLimiterPostgres>;
const kept = globalThis as typeof globalThis & { gongbaoLimits?: Limits };

function limits(): Limits {
  return (kept.gongbaoLimits ??= {
    fromAddress: limitOf('sign-in', tryLimits.fromAddress, quarterHour),
    ofAccount: limitOf('sign-in-any', tryLimits.ofAccount, quarterHour),
    ofAddress: limitOf('sign-in-address', tryLimits.ofAddress, day),
    inTotal: limitOf('sign-in-all', tryLimits.inTotal, minute),
    confirmed: limitOf('confirm', tryLimits.confirmed, quarterHour),
    known: limitOf('sign-in-known', 1, day),
  });
}

const limitOf = (keyPrefix: string, points: number, duration: number): RateLimiterPostgres =>
  new RateLimiterPostgres({ ...limitStore(), keyPrefix, points, duration });
