import 'server-only';
import { findCredentials, recordFailedSignIn } from '@/lib/data/people/credentials';
import { admitConfirmation, forgetConfirmations } from '@/lib/data/people/try-limits';
import type { Viewer } from '@/lib/data/database/access';
import { InvalidError } from '@/lib/domain/access/errors';
import { verifyPassword } from './password';

/** The person at the screen is who they signed in as: signing asks for the own password again. Wrong ones are
 *  counted, apart from tries to sign in: whoever is not signed in as this person cannot use up its tries. */
export async function confirmPassword(
  { account, personId }: Pick<Viewer, 'account' | 'personId'>,
  password: string,
): Promise<void> {
  if (!password) throw new InvalidError('password-empty', { field: 'password' });
  const key = `${personId} ${password}`;
  const asked = evaluating.get(key) ?? evaluate({ account, personId }, password);
  evaluating.set(key, asked);
  try {
    await asked;
  } finally {
    evaluating.delete(key);
  }
}

// A form that is sent many times at once is one try.
const evaluating = new Map<string, Promise<void>>();

async function evaluate(
  { account, personId }: Pick<Viewer, 'account' | 'personId'>,
  password: string,
): Promise<void> {
  const admission = await admitConfirmation(personId);
  if (admission !== 'evaluated') {
    if (admission === 'locked-out') await recordFailedSignIn(account, 'session.lockedOut');
    throw new InvalidError('too-many-tries', { field: 'password' });
  }
  const known = await findCredentials(account);
  if (!(await verifyPassword(password.slice(0, 1000), known?.passwordHash ?? null))) {
    await recordFailedSignIn(account);
    throw new InvalidError('wrong-password', { field: 'password' });
  }
  await forgetConfirmations(personId);
}
