'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { withdraw } from '@/lib/data/submission/withdraw';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

/** The unit takes back what it has handed in. */
export const withdrawReport = formAction(
  z.object({
    reportId: z.string(),
    submission: z.coerce.number().int(),
    withdrawReason: z.string(),
  }),
  async (viewer, { reportId, submission, withdrawReason }) => {
    await withdraw(viewer, reportId, submission, withdrawReason);
    revalidatePath(paths.report(reportId), 'layout');
    return {};
  },
);
