'use server';

import { z } from 'zod';
import { checkNewPassword, hashPassword } from '@/lib/auth/password';
import { acceptInvitation, findInvitation } from '@/lib/data/people/invitations';
import { setUpOffice } from '@/lib/data/people/setup';
import { InvalidError } from '@/lib/domain/access/errors';
import { openFormAction } from '@/lib/request/form-action';

const passwords = z
  .object({ password: z.string().min(1, 'required'), passwordAgain: z.string() })
  .refine(({ password, passwordAgain }) => password === passwordAgain, {
    path: ['passwordAgain'],
    message: 'passwords-differ',
  });

const invitation = passwords.extend({ token: z.string().max(100) });

/** Sets the password of an invited person; answers the account to sign in with. */
export const setPassword = openFormAction(invitation, async ({ token, password }) => {
  const invited = await findInvitation(token);
  if (!invited) throw new InvalidError('invitation-used');
  checkNewPassword(password, [invited.account, invited.name, invited.unit.name], 'password');
  await acceptInvitation(token, await hashPassword(password));
  return { account: invited.account };
});

const office = passwords.extend({
  token: z.string().max(100),
  code: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z-]{1,20}$/, 'bad-code'),
  name: z.string().trim().min(1, 'required').max(100, 'too-long'),
  nameEn: z.string().trim().max(200, 'too-long'),
  level: z.enum(['nation', 'province', 'city', 'county'], { error: 'required' }),
  account: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9._-]{2,40}$/, 'bad-account'),
  personName: z.string().trim().min(1, 'required').max(50, 'too-long'),
});

/** Makes the top unit and its administrator in an empty database; answers the account to sign in with. */
export const setUp = openFormAction(
  office,
  async ({ token, code, name, nameEn, level, account, personName, password }) => {
    checkNewPassword(password, [account, personName, name], 'password');
    await setUpOffice(token, {
      unit: { code, name, nameEn: nameEn || name, level },
      account,
      name: personName,
      passwordHash: await hashPassword(password),
    });
    return { account };
  },
);
