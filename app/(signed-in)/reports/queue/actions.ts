'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { approveMany } from '@/lib/data/review/queue';
import { InvalidError } from '@/lib/domain/access/errors';
import { formAction } from '@/lib/request/form-action';
import { paths } from '@/lib/paths';

/** A report and the submission that was seen, as the page wrote it. */
const seen = z.string().regex(/^[0-9a-f-]{36} [1-9]\d{0,4}$/, 'nothing-chosen');

/** Approves the chosen submissions. Whatever could not be approved any more stays in the list, and is said. */
export const approveChosen = formAction(
  z.object({
    'report[]': z
      .array(seen, { error: 'nothing-chosen' })
      .min(1, 'nothing-chosen')
      .max(500, 'nothing-chosen'),
  }),
  async (viewer, { 'report[]': chosen }) => {
    const { refused } = await approveMany(
      viewer,
      chosen.map((text) => ({ reportId: text.slice(0, 36), submission: Number(text.slice(37)) })),
    );
    revalidatePath(paths.reports(), 'layout');
    if (refused.length > 0)
      throw new InvalidError('some-not-approved', {
        count: String(refused.length),
        units: refused.map(({ unit }) => unit).join('、'),
        field: 'report[]',
      });
    return {};
  },
);
