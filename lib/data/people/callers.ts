import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { readToken, tokenState } from '@/lib/domain/access/access-token';
import { callerOf, type Caller } from '../database/access';
import { isEntitled, makerSelect } from './access-tokens';
import { db } from '../database/client';
import { limitStore } from '../database/limit-store';
import { hashToken } from '../database/secrets';

/** Calls in a minute that one token may make. */
export const callsPerMinute = 240;

/** Who calls with this token; null when it is unknown, wrong, revoked, expired or paused. Which of these is not
 *  revealed: the secret is compared in constant time, and as well where there is nothing to compare it with. */
export async function findCaller(text: string): Promise<Caller | null> {
  const parts = readToken(text);
  if (!parts) return null;
  const token = await db.accessToken.findUnique({
    where: { lookup: parts.lookup },
    include: { unit: { select: callerUnit }, createdBy: { select: makerSelect } },
  });
  const isRight = timingSafeEqual(
    Buffer.from(hashToken(parts.secret)),
    Buffer.from(token?.secretHash ?? nobodysHash),
  );
  if (!token || !isRight) return null;
  const isMakerEntitled = isEntitled(token.createdBy, token.unit.lineage);
  if (tokenState({ ...token, isMakerEntitled }, new Date()) !== 'valid') return null;
  await see(token.id, token.lastUsedAt);
  return callerOf(token, token.unit);
}

const callerUnit = {
  id: true,
  code: true,
  name: true,
  nameEn: true,
  level: true,
  lineage: true,
} as const;

/** Calls in a minute that are refused because nobody is known behind them: from one address, and from all
 *  together. */
export const refusalsPerMinute = { fromAddress: 60, fromAnywhere: 1200 };

/** Counts a call without a right token; not allowed when there were too many of them. A call with a right one is never
 *  held up by these, for it may come from behind the same address. */
export async function countRefusal(address: string): Promise<CallCount> {
  try {
    await refusals().fromAddress.consume(address.slice(0, 100));
    return countOf(true, await refusals().fromAnywhere.consume('all'));
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return countOf(false, refusal);
    throw refusal;
  }
}

export type CallCount = { isAllowed: boolean; left: number; resetSeconds: number };

/** Counts a call of a token before it is answered. */
export async function countCall(tokenId: string, calls = 1): Promise<CallCount> {
  try {
    return countOf(true, await limit().consume(tokenId, calls));
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return countOf(false, refusal);
    throw refusal;
  }
}

const nobodysHash = '0'.repeat(64);
const minute = 60_000;

// Written at most once a minute, like a session's.
async function see(id: string, lastUsedAt: Date | null): Promise<void> {
  if (lastUsedAt && Date.now() - lastUsedAt.getTime() < minute) return;
  await db.accessToken.updateMany({ where: { id }, data: { lastUsedAt: new Date() } });
}

const countOf = (
  isAllowed: boolean,
  { remainingPoints, msBeforeNext }: RateLimiterRes,
): CallCount => ({
  isAllowed,
  left: isAllowed ? Math.max(0, remainingPoints) : 0,
  resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
});

type Refusals = { fromAddress: RateLimiterPostgres; fromAnywhere: RateLimiterPostgres };
const kept = globalThis as typeof globalThis & {
  gongbaoCallLimit?: RateLimiterPostgres;
  gongbaoRefusals?: Refusals;
};
const limit = (): RateLimiterPostgres =>
  (kept.gongbaoCallLimit ??= new RateLimiterPostgres({
    ...limitStore(),
    keyPrefix: 'api',
    points: callsPerMinute,
    duration: 60,
  }));

// Once an address is over its limit, this process remembers it and asks the database no more until the minute is over.
const refusals = (): Refusals =>
  (kept.gongbaoRefusals ??= {
    fromAddress: refusalLimit('api-refused', refusalsPerMinute.fromAddress),
    fromAnywhere: refusalLimit('api-refused-any', refusalsPerMinute.fromAnywhere),
  });
const refusalLimit = (keyPrefix: string, points: number) =>
  new RateLimiterPostgres({
    ...limitStore(),
    keyPrefix,
    points,
    duration: 60,
    inMemoryBlockOnConsumed: points + 1,
  });
