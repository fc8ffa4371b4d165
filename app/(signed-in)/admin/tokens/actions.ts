'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { FieldsResult } from '@/components/fields/form-field';
import { createToken, revokeToken } from '@/lib/data/people/access-tokens';
import { tokenRights } from '@/lib/domain/access/access-token';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';
import { dayEndInput, keyInput, nameInput, optionalNameInput } from '../inputs';

const token = z.object({
  name: nameInput,
  purpose: optionalNameInput,
  unitCode: keyInput,
  'rights[]': z
    .array(z.enum(tokenRights, { error: 'no-right' }), { error: 'no-right' })
    .min(1, 'no-right')
    .max(tokenRights.length, 'no-right'),
  expiresOn: dayEndInput,
});

/** Makes a token; its text is in this one answer and nowhere else. */
export const addToken = formAction(
  token,
  async (
    viewer,
    { name, purpose, unitCode, 'rights[]': rights, expiresOn },
  ): Promise<FieldsResult> => {
    const text = await createToken(viewer, {
      name,
      purpose,
      unitCode,
      rights: [...new Set(rights)],
      expiresAt: expiresOn,
    });
    revalidatePath(paths.admin.tokens());
    return { token: text };
  },
);

/** Ends a token. */
export const endToken = formAction(
  z.object({ token: keyInput }),
  async (viewer, { token: id }): Promise<FieldsResult> => {
    await revokeToken(viewer, id);
    revalidatePath(paths.admin.tokens());
    return {};
  },
);
