'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { sessionToken, takeSession } from '@/lib/auth/session-cookie';
import { closeSession } from '@/lib/data/people/sessions';
import { paths } from '@/lib/paths';
import { isSameOrigin } from '@/lib/request/same-origin';

/** Signs out without a script; with one next-auth does, after what the browser keeps was thrown away. */
export async function leave(): Promise<void> {
  if (!isSameOrigin(await headers(), process.env.NEXTAUTH_URL))
    throw new Error('a form of another address was sent here');
  const token = await sessionToken();
  if (token !== null) await closeSession(token);
  await takeSession();
  redirect(paths.signIn());
}
