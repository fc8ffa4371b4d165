import 'server-only';
import {
  findCredentials,
  findDemoPerson,
  recordFailedSignIn,
  renewHash,
} from '@/lib/data/people/credentials';
import { openSession } from '@/lib/data/people/sessions';
import { admitSignIn, forgetTries } from '@/lib/data/people/try-limits';
import { GongbaoError } from '@/lib/domain/access/errors';
import { cleanText } from '@/lib/domain/figure/clean-text';
import { isDemo } from '@/lib/env';
import { hashPassword, isOutdated, verifyPassword } from './password';

export type OpenedSession = { personId: string; token: string };

/** Opens a session for whoever knows account and password; null where they do not fit. Tries are counted per account,
 *  per address and in all; after too many, and where too many come at once, this throws what the page says. */
export async function signInByPassword(
  typed: string,
  password: string,
  address: string,
): Promise<OpenedSession | null> {
  const account = textOf(typed);
  const admission = await admitSignIn(account, address);
  if (admission !== 'evaluated') {
    if (admission === 'locked-out') await recordFailedSignIn(account, 'session.lockedOut', address);
    throw new GongbaoError('too-many-tries');
  }
  const known = await findCredentials(account);
  const given = password.slice(0, 1000);
  if (!(await verifyPassword(given, known?.passwordHash ?? null)) || !known) {
    await recordFailedSignIn(account, 'session.failed', address);
    return null;
  }
  await forgetTries(account, address);
  if (isOutdated(known.passwordHash))
    await renewHash(known.personId, known.passwordHash, await hashPassword(given));
  return opened(known.personId, address);
}

/** Opens a session for a person of the demonstration; null for anybody else, and everywhere else. */
export async function signInForDemo(
  account: string,
  address: string,
): Promise<OpenedSession | null> {
  const person = isDemo() ? await findDemoPerson(textOf(account)) : null;
  return person && opened(person.personId, address);
}

async function opened(personId: string, address: string): Promise<OpenedSession> {
  return { personId, token: await openSession(personId, address) };
}

/** An account as it is looked up: longer than any, it is none, and no half characters or control characters are in
 *  it. */
function textOf(typed: unknown): string {
  const account = cleanText(String(typed ?? ''))
    .replace(/\p{Cc}/gu, '')
    .trim()
    .toLowerCase();
  return Array.from(account).slice(0, 100).join('');
}
