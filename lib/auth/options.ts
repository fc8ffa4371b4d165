import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import credentialsProvider from 'next-auth/providers/credentials';
import { findCredentials, findDemoPerson, forgetTries, mayTrySignIn, recordFailedSignIn } from '@/lib/data/credentials';
import { absoluteLimit, closeSession, findSession, openSession } from '@/lib/data/sessions';
import { isDemo } from '@/lib/env';
import { log } from '@/lib/log';
import { senderAddress } from '@/lib/sender-address';
import { verifyPassword } from './password';
import { sessionCookie } from './session-cookie';

/** next-auth keeps only a session's token in its encrypted cookie; the session itself is a row that can be ended. */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: absoluteLimit / 1000 },
  cookies: { sessionToken: sessionCookie() },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    credentialsProvider({
      id: 'password',
      credentials: { account: {}, password: {} },
      authorize: (typed, request) => withoutDetails(() => signInByPassword(typed?.account ?? '', typed?.password ?? '', senderAddress(request.headers?.['x-forwarded-for']))),
    }),
    credentialsProvider({
      id: 'demo',
      credentials: { account: {} },
      authorize: (typed) =>
        withoutDetails(async () => {
          const person = isDemo() ? await findDemoPerson(textOf(typed?.account)) : null;
          return person && signedIn(person.personId);
        }),
    }),
  ],
  callbacks: {
    jwt: async ({ token, user }) => {
      if (user) return { token: (user as SignedIn).token };
      // Thrown, not answered: only that makes next-auth clear the cookie of an ended session.
      if (!(await findSession(String(token.token)))) throw new Error('session ended');
      return token;
    },
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => closeSession(String(token.token)),
  },
  logger: {
    error: (code) => (code === 'JWT_SESSION_ERROR' ? log.debug({ code }, 'session ended') : log.error({ code }, 'next-auth')),
    warn: (code) => log.debug({ code }, 'next-auth'),
    debug: () => undefined,
  },
};

type SignedIn = { id: string; token: string };

/** next-auth hands the message of whatever is thrown to the browser: of a failure it says no more than that. */
async function withoutDetails(signIn: () => Promise<SignedIn | null>): Promise<SignedIn | null> {
  try {
    return await signIn();
  } catch (error) {
    if (error instanceof TooManyTriesError) throw error;
    log.error({ err: error }, 'sign-in failed');
    throw new Error('unreachable');
  }
}

class TooManyTriesError extends Error {
  constructor() {
    super('too-many-tries');
  }
}

async function signInByPassword(typed: string, password: string, address: string): Promise<SignedIn | null> {
  const account = textOf(typed).trim().toLowerCase();
  if (!(await mayTrySignIn(account.slice(0, 100), address))) throw new TooManyTriesError();
  const known = account.length <= 100 ? await findCredentials(account) : null;
  if (!(await verifyPassword(password.slice(0, 1000), known?.passwordHash ?? null)) || !known) {
    await recordFailedSignIn(account);
    return null;
  }
  await forgetTries(account, address);
  return signedIn(known.personId);
}

async function signedIn(personId: string): Promise<SignedIn> {
  return { id: personId, token: await openSession(personId) };
}

/** PostgreSQL keeps no NUL in a text, and no account holds a control character. */
function textOf(typed: unknown): string {
  return String(typed ?? '').replace(/\p{Cc}/gu, '');
}
