'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { FieldsResult } from '@/components/fields/form-field';
import { lockReports, unlockReports } from '@/lib/data/report/report-locks';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

const choice = z.object({
  period: z.string().max(40),
  unit: z.string({ error: 'required' }).min(1, 'required').max(20),
  scope: z.enum(['one', 'below'], { error: 'required' }),
});
const chosen = ({ period, unit, scope }: z.infer<typeof choice>) => ({
  period,
  unit,
  withBelow: scope === 'below',
});

/** Locks the report of a unit, or with it those of everything below. */
export const lock = formAction(
  choice.extend({ reason: z.string() }),
  async (viewer, { reason, ...input }): Promise<FieldsResult> => {
    await lockReports(viewer, chosen(input), reason);
    revalidatePath(paths.progress(), 'layout');
    return {};
  },
);

/** Lifts the locks of this unit, and where asked those of units below it. */
export const unlock = formAction(
  choice.extend({ whose: z.enum(['own', 'theirs']).default('own') }),
  async (viewer, { whose, ...input }): Promise<FieldsResult> => {
    await unlockReports(viewer, chosen(input), whose === 'theirs');
    revalidatePath(paths.progress(), 'layout');
    return {};
  },
);
