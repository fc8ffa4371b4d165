'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { FieldsResult } from '@/components/fields/form-field';
import { askExtension, decideExtension, takeBackExtension } from '@/lib/data/report/extensions';
import { isDay } from '@/lib/domain/tree/office-day';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

const day = z.string().refine(isDay, 'bad-date');
const key = { reportId: z.string() };

/** The reporter asks for a later date. */
export const ask = formAction(
  z.object({ ...key, day, reason: z.string().trim().min(1, 'required') }),
  async (viewer, { reportId, ...request }) => {
    await askExtension(viewer, reportId, request);
    return done(reportId);
  },
);

/** The reviewer of the unit above grants one. */
export const grant = formAction(
  z.object({ ...key, day, answer: z.string() }),
  async (viewer, { reportId, ...decision }) => {
    await decideExtension(viewer, reportId, decision);
    return done(reportId);
  },
);

/** … or does not, and says why. */
export const refuse = formAction(
  z.object({ ...key, answer: z.string().trim().min(1, 'required') }),
  async (viewer, { reportId, answer }) => {
    await decideExtension(viewer, reportId, { day: null, answer });
    return done(reportId);
  },
);

/** The unit no longer asks for it. */
export const takeBack = formAction(z.object(key), async (viewer, { reportId }) => {
  await takeBackExtension(viewer, reportId);
  return done(reportId);
});

function done(reportId: string): FieldsResult {
  revalidatePath(paths.extension(reportId));
  return {};
}
