'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { FieldsResult } from '@/components/fields/form-field';
import { changeCheck, createCheck, switchCheck } from '@/lib/data/catalogue/checks';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';
import { drawnAnew } from '../drawn-anew';
import { keyInput } from '../inputs';
import { checkInput } from './check-input';

/** Makes a check for the administrator's unit and all below it. */
export const addCheck = formAction(checkInput, async (viewer, check): Promise<FieldsResult> => {
  const code = await createCheck(viewer, check);
  revalidatePath(paths.admin.home(), 'layout');
  redirect(paths.admin.check(code));
});

/** Changes a check. */
export const editCheck = formAction(
  z.intersection(z.object({ code: keyInput }), checkInput),
  async (viewer, { code, ...check }) => {
    await changeCheck(viewer, code, check);
    return drawnAnew();
  },
);

/** Switches a check off, or on again. */
export const turnCheck = formAction(
  z.object({ code: keyInput, isOff: z.enum(['true', 'false']) }),
  async (viewer, { code, isOff }) => {
    await switchCheck(viewer, code, isOff === 'true');
    return drawnAnew();
  },
);
