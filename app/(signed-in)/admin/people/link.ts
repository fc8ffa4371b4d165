import 'server-only';
import { headers } from 'next/headers';
import { paths } from '@/lib/paths';

/** The whole address of an invitation: the configured one, or the one the administrator came by. */
export async function linkOf(token: string): Promise<string> {
  const configured = process.env.NEXTAUTH_URL;
  if (configured) return new URL(paths.invite(token), configured).href;
  const sent = await headers();
  return new URL(paths.invite(token), `${sent.get('x-forwarded-proto') ?? 'http'}://${sent.get('host')}`).href;
}
