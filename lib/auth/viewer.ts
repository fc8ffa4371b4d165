import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Viewer } from '@/lib/data/database/access';
import { findSession } from '@/lib/data/people/sessions';
import { throwNamed } from '@/lib/database-down';
import { paths } from '@/lib/paths';
import { sessionToken } from './session-cookie';

/** Who is signed in, looked up once a request; null when nobody is. */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const token = await sessionToken();
  return token === null ? null : findSession(token).catch(throwNamed);
});

/** Who is signed in; everybody else is sent to the sign-in page and comes back afterwards. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (viewer) return viewer;
  redirect(paths.signIn((await headers()).get('x-gongbao-path') ?? undefined));
}
