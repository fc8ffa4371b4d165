'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { issueEdition } from '@/lib/data/editions';
import { startManuscript } from '@/lib/data/manuscripts';
import { readStyle } from '@/lib/domain/summary-style';
import { formAction } from '@/lib/form-action';
import { paths } from '@/lib/paths';

const key = { unit: z.string().min(1).max(100), period: z.string().min(1).max(100) };

const choice = z.string().max(100).optional();

/** Begins the manuscript with the summary as it is generated now. */
export const startDesk = formAction(z.object({ ...key, base: choice, length: choice, headings: choice, falls: choice, numbers: choice }), async (viewer, { unit, period, base, ...style }): Promise<undefined> => {
  await startManuscript(viewer, { unit, period }, { ...(base && { base }), style: readStyle(style) });
  redirect(paths.desk(unit, period));
});

/** 定稿 of the revision that was on the screen; leads to the edition. */
export const issue = formAction(z.object({ ...key, revision: z.coerce.number().int().min(1) }), async (viewer, { unit, period, revision }): Promise<number> => {
  const number = await issueEdition(viewer, { unit, period }, revision);
  redirect(paths.edition(unit, period, number));
});
