'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { markName, noteName } from '@/components/report/mark-names';
import { approve, returnForChanges } from '@/lib/data/reviews';
import { takeBack } from '@/lib/data/take-back';
import { InvalidError } from '@/lib/domain/errors';
import { formAction } from '@/lib/form-action';
import { paths } from '@/lib/paths';

const decision = z
  .object({
    reportId: z.string(),
    submission: z.coerce.number().int(),
    intent: z.enum(['approve', 'return']),
    reason: z.string().default(''),
    [markName]: z.array(z.string()).default([]),
  })
  .catchall(z.string());

/** The reviewer's decision on a submission, with the marks on single figures. */
export const decide = formAction(decision, async (viewer, { reportId, submission, intent, reason, [markName]: marked, ...notes }) => {
  const marks = marked.map((indicator) => ({ indicator, note: notes[noteName(indicator)]?.trim() ?? '' }));
  if (intent === 'approve') {
    // Approving throws marks away: that is never what was meant.
    if (marks.length > 0) throw new InvalidError('marks-left', { count: String(marks.length) });
    await approve(viewer, reportId, submission);
  } else {
    const silent = marks.find(({ note }) => note === '');
    if (silent) throw new InvalidError('mark-without-note', { indicator: silent.indicator });
    await returnForChanges(viewer, reportId, submission, { reason, marks });
  }
  revalidatePath(paths.review(reportId));
});

/** The reviewer takes the own decision back. */
export const takeBackDecision = formAction(z.object({ reportId: z.string(), submission: z.coerce.number().int(), takeBackReason: z.string() }), async (viewer, { reportId, submission, takeBackReason }) => {
  await takeBack(viewer, reportId, submission, takeBackReason);
  revalidatePath(paths.review(reportId));
  return {};
});
