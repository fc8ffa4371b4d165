import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import type { Viewer } from '@/lib/data/access';
import { findSession } from '@/lib/data/sessions';
import { throwNamed } from '@/lib/database-down';
import { authSecret } from '@/lib/env';
import { paths } from '@/lib/paths';
import { sessionCookie } from './session-cookie';

/** Who is signed in, looked up once a request; null when nobody is. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const cookie = (await cookies()).get(sessionCookie().name)?.value;
  if (!cookie) return null;
  const token = await decode({ token: cookie, secret: authSecret() }).catch(() => null);
  return typeof token?.token === 'string' ? findSession(token.token).catch(throwNamed) : null;
});

/** Who is signed in; everybody else is sent to the sign-in page and comes back afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (viewer) return viewer;
  redirect(paths.signIn((await headers()).get('x-gongbao-path') ?? undefined));
}
