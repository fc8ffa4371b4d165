'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { FieldsResult } from '@/components/fields/form-field';
import { confirmPassword } from '@/lib/auth/confirm-password';
import { checkNewPassword, hashPassword } from '@/lib/auth/password';
import { requireSessionToken } from '@/lib/auth/session-cookie';
import { changeOwnPassword, endOtherSessions, endOwnSession } from '@/lib/data/people/own-account';
import { paths } from '@/lib/paths';
import { formAction } from '@/lib/request/form-action';

const passwords = z
  .object({
    password: z.string(),
    newPassword: z.string().min(1, 'required'),
    passwordAgain: z.string(),
  })
  .refine(({ newPassword, passwordAgain }) => newPassword === passwordAgain, {
    path: ['passwordAgain'],
    message: 'passwords-differ',
  });

/** Another password for the person who is signed in and knows the one of now. */
export const changePassword = formAction(
  passwords,
  async (viewer, { password, newPassword }): Promise<FieldsResult> => {
    await confirmPassword(viewer, password);
    const about = [viewer.account, viewer.name, viewer.unit.name];
    checkNewPassword(newPassword, about, 'newPassword');
    await changeOwnPassword(viewer, await requireSessionToken(), await hashPassword(newPassword));
    return drawn();
  },
);

/** Signs out in one other browser. */
export const endSession = formAction(
  z.object({ session: z.string() }),
  async (viewer, { session }): Promise<FieldsResult> => {
    await endOwnSession(viewer, session);
    return drawn();
  },
);

/** Signs out everywhere but here. */
export const endOthers = formAction(z.object({}), async (viewer): Promise<FieldsResult> => {
  await endOtherSessions(viewer, await requireSessionToken());
  return drawn();
});

function drawn(): FieldsResult {
  revalidatePath(paths.account());
  return {};
}
