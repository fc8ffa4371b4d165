import 'server-only';
import {
  findCredentials,
  findDemoPerson,
  forgetTries,
  mayTrySignIn,
  recordFailedSignIn,
} from '@/lib/data/people/credentials';
import { openSession } from '@/lib/data/people/sessions';
import { isDemo } from '@/lib/env';
import { verifyPassword } from './password';

export type OpenedSession = { personId: string; token: string };

export class TooManyTriesError extends Error {
  constructor() {
    super('too-many-tries');
  }
}

/** Opens a session for whoever knows account and password; null where they do not fit. Wrong ones are counted per account
 *  and address; after too many this throws a TooManyTriesError. */
export async function signInByPassword(
  typed: string,
  password: string,
  address: string,
): Promise<OpenedSession | null> {
  const account = textOf(typed).trim().toLowerCase();
  if (!(await mayTrySignIn(account.slice(0, 100), address))) throw new TooManyTriesError();
  const known = account.length <= 100 ? await findCredentials(account) : null;
  if (!(await verifyPassword(password.slice(0, 1000), known?.passwordHash ?? null)) || !known) {
    await recordFailedSignIn(account);
    return null;
  }
  await forgetTries(account, address);
  return opened(known.personId);
}

/** Opens a session for a person of the demonstration; null for anybody else, and everywhere else. */
export async function signInForDemo(account: string): Promise<OpenedSession | null> {
  const person = isDemo() ? await findDemoPerson(textOf(account)) : null;
  return person && opened(person.personId);
}

async function opened(personId: string): Promise<OpenedSession> {
  return { personId, token: await openSession(personId) };
}

/** PostgreSQL keeps no NUL in a text, and no account holds a control character. */
function textOf(typed: unknown): string {
  return String(typed ?? '').replace(/\p{Cc}/gu, '');
}
