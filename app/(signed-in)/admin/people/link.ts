import 'server-only';
import { paths } from '@/lib/paths';

/** The whole address of an invitation, as the server is set up to be reached; never as a request claims that it is. */
export function linkOf(token: string): string {
  return new URL(paths.invite(token), process.env.NEXTAUTH_URL).href;
}
