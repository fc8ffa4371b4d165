'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { answerWaiver, askForWaiver, takeBackWaiver } from '@/lib/data/figures/waivers';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

const about = z.object({ reportId: z.string(), check: z.string() });

/** The unit no longer asks for it. */
export const takeBack = formAction(about, async (viewer, { reportId, check }) => {
  await takeBackWaiver(viewer, reportId, check);
  revalidatePath(paths.report(reportId), 'layout');
  return {};
});

/** Asks the higher union to let a check off for this report. */
export const ask = formAction(
  about.extend({ reason: z.string() }),
  async (viewer, { reportId, check, reason }) => {
    await askForWaiver(viewer, reportId, check, reason);
    revalidatePath(paths.report(reportId), 'layout');
    return {};
  },
);

/** The higher union's answer. */
export const answer = formAction(
  about.extend({
    decision: z.enum(['granted', 'refused'], { error: 'required' }),
    answer: z.string(),
  }),
  async (viewer, { reportId, check, decision, answer: words }) => {
    await answerWaiver(viewer, reportId, check, decision, words);
    revalidatePath(paths.openWaivers());
    return {};
  },
);
