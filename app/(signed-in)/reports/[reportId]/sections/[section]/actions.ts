'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { longestReason, type FillFault } from '@/components/entry/fill-state';
import { fillSection } from '@/lib/data/figures';
import { formAction } from '@/lib/form-action';
import { paths } from '@/lib/paths';

const fault = (code: FillFault) => code;

const schema = z
  .object({
    reportId: z.string(),
    section: z.string(),
    answer: z.enum(['zero', 'not_applicable', 'not_available'], fault('chooseAnswer')),
    note: z.string().trim().max(longestReason, fault('longReason')),
  })
  .refine(({ answer, note }) => answer === 'zero' || note !== '', { path: ['note'], error: fault('needReason') });

/** Gives one answer to the cells of a section that are still blank, and answers how many there were. A reason is asked for where there is no number. */
export const fillBlanks = formAction(schema, async (viewer, { reportId, section, answer, note }) => {
  const filled = await fillSection(viewer, reportId, section, answer, answer === 'zero' ? null : note);
  revalidatePath(paths.section(reportId, section));
  return filled;
});
