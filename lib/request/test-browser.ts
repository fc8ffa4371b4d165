// A browser for the tests of what answers one: it signs in, and its requests come from our own page or from elsewhere.
import { giveSession } from '@/lib/auth/session-cookie';
import type { Viewer } from '@/lib/data/database/access';
import { openSession } from '@/lib/data/people/sessions';
import { arrive, forgetCookies } from './test-headers';

export const address = 'http://gongbao.test';
export const ownPage = { origin: address, host: 'gongbao.test', 'sec-fetch-site': 'same-origin' };
export const elsewhere = {
  origin: 'http://elsewhere.test',
  host: 'gongbao.test',
  'sec-fetch-site': 'cross-site',
};

/** Every browser starts signed out, on our own page. */
export function openBrowser(): void {
  process.env.NEXTAUTH_URL = address;
  process.env.NEXTAUTH_SECRET = 'only-for-the-tests-of-this-machine-0123456789';
  forgetCookies();
  arrive(ownPage);
}

/** Signs in as this person. */
export const signIn = async ({ personId }: Pick<Viewer, 'personId'>): Promise<void> =>
  giveSession(await openSession(personId));

/** A request as a page of ours sends it, or with other headers. */
export const requestWith = (
  body: BodyInit | null,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Request =>
  new Request(`${address}/api`, {
    method: 'PATCH',
    headers: { ...ownPage, ...headers },
    body,
    signal,
  });
