'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { longestReason, type FillFault } from '@/components/entry/grid/fill-state';
import { fillSection } from '@/lib/data/figures/fill-section';
import { saveNote } from '@/lib/data/figures/work-notes';
import { InvalidError } from '@/lib/domain/access/errors';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

const fault = (code: FillFault) => code;

const schema = z
  .object({
    reportId: z.string(),
    section: z.string(),
    submission: z.coerce.number().int(),
    answer: z.enum(['zero', 'not_applicable', 'not_available'], fault('chooseAnswer')),
    note: z.string().trim().max(longestReason, fault('longReason')),
  })
  .refine(({ answer, note }) => answer === 'zero' || note !== '', {
    path: ['note'],
    error: fault('needReason'),
  });

/** Gives one answer to the cells of a section that are still blank, and answers how many there were. A reason is
 *  asked for where there is no number. */
export const fillBlanks = formAction(
  schema,
  async (viewer, { reportId, section, submission, answer, note }) => {
    const filled = await fillSection(
      viewer,
      reportId,
      section,
      answer,
      answer === 'zero' ? null : note,
      submission,
    );
    revalidatePath(paths.section(reportId, section));
    return filled;
  },
);

const revision = z.coerce.number().int().min(0);
const notesSchema = z.object({
  reportId: z.string(),
  section: z.string(),
  submission: z.coerce.number().int(),
  measures: z.string().max(20_000),
  highlights: z.string().max(20_000),
  'measures-revision': revision,
  'highlights-revision': revision,
});

/** Keeps both texts of a section at once, for a browser without scripts. */
export const saveNotes = formAction(
  notesSchema,
  async (viewer, { reportId, section, submission, ...form }) => {
    for (const kind of ['measures', 'highlights'] as const) {
      const { outcome, note } = await saveNote(viewer, reportId, {
        section,
        submission,
        kind,
        text: form[kind],
        revision: form[`${kind}-revision`],
      });
      if (outcome === 'conflict')
        throw new InvalidError('note-changed', { by: note.by, text: note.text });
    }
    revalidatePath(paths.section(reportId, section));
    return true;
  },
);
