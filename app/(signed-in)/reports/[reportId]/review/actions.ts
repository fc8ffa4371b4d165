'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { draftedName, markName, noteName } from '@/components/review/desk/mark-names';
import { accept, release } from '@/lib/data/review/acceptance';
import { listDraftMarks } from '@/lib/data/review/draft-marks';
import { passExamination, takeBackExamination } from '@/lib/data/review/examination';
import { openAllCells } from '@/lib/data/review/reopenings';
import { approve, returnForChanges } from '@/lib/data/review/reviews';
import { takeBack } from '@/lib/data/submission/take-back';
import { InvalidError } from '@/lib/domain/access/errors';
import { formAction } from '@/lib/request/form-action';
import { showingChanges } from '@/lib/request/showing-changes';
import { paths } from '@/lib/paths';

const decision = z
  .object({
    reportId: z.string(),
    submission: z.coerce.number().int(),
    seen: z.string(),
    intent: z.enum(['approve', 'examine', 'return']),
    reason: z.string().default(''),
    opensAll: z.string().optional(),
    [markName]: z.array(z.string()).default([]),
    [draftedName]: z.array(z.string()).default([]),
  })
  .catchall(z.string());

/** The reviewer's decision on a submission, with the marks on single figures. */
export const decide = formAction(
  decision,
  async (
    viewer,
    {
      reportId,
      submission,
      seen,
      intent,
      reason,
      opensAll,
      [markName]: marked,
      [draftedName]: known,
      ...notes
    },
  ) => {
    const typed = marked.map((indicator) => ({
      indicator,
      note: notes[noteName(indicator)]?.trim() ?? '',
    }));
    // What was noted elsewhere since this page was made goes along.
    const since = (await listDraftMarks(viewer, reportId)).filter(
      ({ indicator }) => !known.includes(indicator) && !marked.includes(indicator),
    );
    const marks = [...typed, ...since.map(({ indicator, note }) => ({ indicator, note }))];
    if (intent === 'approve') {
      // Approving throws marks away: that is never what was meant.
      if (marks.length > 0) throw new InvalidError('marks-left', { count: String(marks.length) });
      await showingChanges(paths.review(reportId), () =>
        approve(viewer, reportId, submission, seen),
      );
    } else if (intent === 'examine') {
      if (marks.length > 0) throw new InvalidError('marks-left', { count: String(marks.length) });
      await showingChanges(paths.review(reportId), () =>
        passExamination(viewer, reportId, submission),
      );
    } else {
      const silent = marks.find(({ note }) => note === '');
      if (silent) throw new InvalidError('mark-without-note', { indicator: silent.indicator });
      const words = { reason, marks, opensAll: opensAll === 'yes', seen };
      await showingChanges(paths.review(reportId), () =>
        returnForChanges(viewer, reportId, submission, words),
      );
    }
    revalidatePath(paths.review(reportId));
  },
);

/** The reviewer takes the own decision back. */
export const takeBackDecision = formAction(
  z.object({
    reportId: z.string(),
    submission: z.coerce.number().int(),
    takeBackReason: z.string(),
  }),
  async (viewer, { reportId, submission, takeBackReason }) => {
    await takeBack(viewer, reportId, submission, takeBackReason);
    revalidatePath(paths.review(reportId));
    return {};
  },
);

/** Begins to read a submission, lets it go again, takes it over; opens all figures of a returned one. */
export const readOrOpen = formAction(
  z.object({
    reportId: z.string(),
    submission: z.coerce.number().int(),
    intent: z.enum(['accept', 'release', 'takeOver', 'openAll', 'unexamine']),
  }),
  async (viewer, { reportId, submission, intent }): Promise<true> => {
    if (intent === 'release') await release(viewer, reportId, submission);
    else if (intent === 'unexamine') await takeBackExamination(viewer, reportId, submission);
    else if (intent === 'openAll') await openAllCells(viewer, reportId);
    else await accept(viewer, reportId, submission, { takeOver: intent === 'takeOver' });
    revalidatePath(paths.report(reportId), 'layout');
    return true;
  },
);
