import 'server-only';
import type { CookieOption } from 'next-auth';
import { decode, encode } from 'next-auth/jwt';
import { cookies } from 'next/headers';
import { absoluteLimit } from '@/lib/data/people/sessions';
import { authSecret, isSecure } from '@/lib/env';

/** The cookie that holds a session. Over https its name binds it to this very host and to https (the __Host-
 *  prefix). */
export function sessionCookie(): CookieOption {
  const secure = isSecure();
  return {
    name: `${secure ? '__Host-' : ''}next-auth.session-token`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  };
}

/** The token of the session that this request carries; null where there is none or it is not ours. */
export async function sessionToken(): Promise<string | null> {
  const cookie = (await cookies()).get(sessionCookie().name)?.value;
  const token = cookie
    ? await decode({ token: cookie, secret: authSecret() }).catch(() => null)
    : null;
  return typeof token?.token === 'string' ? token.token : null;
}

/** The same, where somebody is signed in. */
export async function requireSessionToken(): Promise<string> {
  const token = await sessionToken();
  if (token === null) throw new Error('asked for the session of somebody who is not signed in');
  return token;
}

/** Gives the browser its session, as next-auth does; for a form that is sent without its script. */
export async function giveSession(token: string): Promise<void> {
  const { name, options } = sessionCookie();
  const maxAge = absoluteLimit / 1000;
  (await cookies()).set(name, await encode({ token: { token }, secret: authSecret(), maxAge }), {
    ...options,
    maxAge,
  });
}

/** Takes it from the browser again. */
export async function takeSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
