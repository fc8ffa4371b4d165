'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { giveSession } from '@/lib/auth/session-cookie';
import { signInByPassword, signInForDemo, type OpenedSession } from '@/lib/auth/sign-in';
import { GongbaoError } from '@/lib/domain/access/errors';
import { openFormAction } from '@/lib/request/form-action';
import { localPath, paths } from '@/lib/paths';
import { senderAddress } from '@/lib/sender-address';

// The same as by next-auth's address, for a form that is sent before or without its script.

const text = z.string().max(1000).default('');

/** Signs in by account and password, and goes on; answers what was wrong and the account that was typed. */
export const enter = openFormAction(
  z.object({ account: text, password: text, next: text }),
  async ({ account, password, next }) => {
    try {
      await startSession(await signInByPassword(account, password, await address()), next);
    } catch (error) {
      if (!(error instanceof GongbaoError)) throw error;
      return { failure: error.code as 'too-many-tries' | 'busy', account };
    }
    return { failure: 'wrong' as const, account };
  },
);

/** Signs in as a person of the demonstration. */
export const enterDemo = openFormAction(
  z.object({ account: text, next: text }),
  async ({ account, next }) => startSession(await signInForDemo(account, await address()), next),
);

const address = async (): Promise<string> =>
  senderAddress((await headers()).get('x-forwarded-for'));

async function startSession(session: OpenedSession | null, next: string): Promise<void> {
  if (!session) return;
  await giveSession(session.token);
  redirect(localPath(next) ?? paths.home());
}
