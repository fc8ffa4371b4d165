import 'server-only';
import {
  findCredentials,
  forgetTries,
  mayTrySignIn,
  recordFailedSignIn,
} from '@/lib/data/people/credentials';
import type { Viewer } from '@/lib/data/database/access';
import { InvalidError } from '@/lib/domain/access/errors';
import { verifyPassword } from './password';

/** The person at the screen is who they signed in as: signing asks for the own password again. Wrong ones are counted
 *  like tries to sign in. */
export async function confirmPassword(
  { account }: Pick<Viewer, 'account'>,
  password: string,
): Promise<void> {
  if (!password) throw new InvalidError('password-empty', { field: 'password' });
  if (!(await mayTrySignIn(account, here)))
    throw new InvalidError('too-many-tries', { field: 'password' });
  const known = await findCredentials(account);
  if (!(await verifyPassword(password.slice(0, 1000), known?.passwordHash ?? null))) {
    await recordFailedSignIn(account);
    throw new InvalidError('wrong-password', { field: 'password' });
  }
  await forgetTries(account, here);
}

// Whoever asks is signed in: one count for the account, wherever its screens stand.
const here = 'signed-in';
