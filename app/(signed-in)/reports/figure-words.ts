'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { saveDraftMark } from '@/lib/data/review/draft-marks';
import { answerMark, replyToMark, settleMark } from '@/lib/data/review/marks';
import { answerReopening, askToOpen, takeBackReopening } from '@/lib/data/review/reopenings';
import { InvalidError } from '@/lib/domain/access/errors';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

const schema = z.object({
  reportId: z.string(),
  submission: z.coerce.number().int(),
  indicator: z.string(),
  intent: z.enum([
    'mark',
    'unmark',
    'answer',
    'reply',
    'settle',
    'ask',
    'unask',
    'grant',
    'refuse',
  ]),
  words: z.string().default(''),
});

/** What unit and reviewer say about one figure, and what they ask of each other. */
export const speak = formAction(
  schema,
  async (viewer, { reportId, submission, indicator, intent, words }): Promise<true> => {
    switch (intent) {
      case 'mark':
        if (words.trim() === '') throw new InvalidError('reason-empty', { field: 'words' });
        await saveDraftMark(viewer, reportId, submission, indicator, words);
        break;
      case 'unmark':
        await saveDraftMark(viewer, reportId, submission, indicator, '');
        break;
      case 'answer':
        await answerMark(viewer, reportId, indicator, words);
        break;
      case 'reply':
        await replyToMark(viewer, reportId, indicator, words);
        break;
      case 'settle':
        await settleMark(viewer, reportId, indicator, words);
        break;
      case 'ask':
        await askToOpen(viewer, reportId, indicator, words);
        break;
      case 'unask':
        await takeBackReopening(viewer, reportId, indicator);
        break;
      case 'grant':
      case 'refuse':
        await answerReopening(viewer, reportId, indicator, intent === 'grant', words);
    }
    revalidatePath(paths.report(reportId), 'layout');
    return true;
  },
);
