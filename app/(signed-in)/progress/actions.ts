'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { FieldsResult } from '@/components/fields/form-field';
import { addReminderRule, removeReminderRule } from '@/lib/data/reminders/rules';
import { remind } from '@/lib/data/reminders/reminders';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

/** Reminds the units of the chosen reports. */
export const sendReminders = formAction(
  z.object({ 'reports[]': z.array(z.string()).default([]), text: z.string() }),
  async (viewer, input) => {
    const result = await remind(viewer, input['reports[]'], input.text);
    revalidatePath(paths.progress());
    return result;
  },
);

const rule = z.object({
  side: z.enum(['before', 'after']),
  days: z
    .string()
    .trim()
    .regex(/^\d{1,2}$/, 'bad-days')
    .transform(Number),
  form: z.enum(['single', 'collective']),
});

/** Adds a day on which everybody below who has not reported is reminded, or reported to the reviewers here. */
export const addRule = formAction(
  rule,
  async (viewer, { side, days, form }): Promise<FieldsResult> => {
    await addReminderRule(viewer, side === 'before' ? -days : days, form);
    revalidatePath(paths.reminderRules());
    return {};
  },
);

/** Removes such a day. */
export const removeRule = formAction(
  z.object({ id: z.string() }),
  async (viewer, { id }): Promise<FieldsResult> => {
    await removeReminderRule(viewer, id);
    revalidatePath(paths.reminderRules());
    return {};
  },
);
