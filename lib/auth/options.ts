import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import credentialsProvider from 'next-auth/providers/credentials';
import { absoluteLimit, closeSession, findSession } from '@/lib/data/people/sessions';
import { GongbaoError } from '@/lib/domain/access/errors';
import { log } from '@/lib/log';
import { senderAddress } from '@/lib/sender-address';
import { sessionCookie } from './session-cookie';
import { signInByPassword, signInForDemo, type OpenedSession } from './sign-in';

/** next-auth keeps only a session's token in its encrypted cookie; the session itself is a row that can be ended. */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: absoluteLimit / 1000 },
  cookies: { sessionToken: sessionCookie() },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    credentialsProvider({
      id: 'password',
      credentials: { account: {}, password: {} },
      authorize: (typed, request) =>
        withoutDetails(async () =>
          signedIn(
            await signInByPassword(
              typed?.account ?? '',
              typed?.password ?? '',
              senderAddress(request.headers?.['x-forwarded-for']),
            ),
          ),
        ),
    }),
    credentialsProvider({
      id: 'demo',
      credentials: { account: {} },
      authorize: (typed, request) =>
        withoutDetails(async () =>
          signedIn(
            await signInForDemo(
              typed?.account ?? '',
              senderAddress(request.headers?.['x-forwarded-for']),
            ),
          ),
        ),
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
    error: (code) =>
      code === 'JWT_SESSION_ERROR'
        ? log.debug({ code }, 'session ended')
        : log.error({ code }, 'next-auth'),
    warn: (code) => log.debug({ code }, 'next-auth'),
    debug: () => undefined,
  },
};

type SignedIn = { id: string; token: string };

const signedIn = (found: OpenedSession | null): SignedIn | null =>
  found && { id: found.personId, token: found.token };

/** next-auth hands the message of whatever is thrown to the browser: of a failure it says no more than that. */
async function withoutDetails(signIn: () => Promise<SignedIn | null>): Promise<SignedIn | null> {
  try {
    return await signIn();
  } catch (error) {
    if (error instanceof GongbaoError) throw new Error(error.code);
    log.error({ err: error }, 'sign-in failed');
    throw new Error('unreachable');
  }
}
