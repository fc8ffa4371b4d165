import { z } from 'zod';
import { longestNote } from '@/lib/domain/entry/figure-edit';
import { isAsOf } from '@/lib/domain/figure/as-of';

/** The submission and the revision that a person saw when they wrote over it. */
export const seen = {
  submission: z.number().int().min(1),
  revision: z.number().int().min(0).max(1_000_000_000),
};

const note = z.string().max(longestNote).nullable();
const details = z.object({
  note,
  scopeNote: z.string().max(200).nullable(),
  asOf: z.string().refine(isAsOf).nullable(),
});

/** What a page or a file that came back puts into one figure. */
export const levelEdit = z.intersection(
  z.object({ indicator: z.string().min(1).max(20), ...seen }),
  z.union([
    z.object({ typed: z.string().max(200), details: details.optional() }),
    z.object({ answer: z.enum(['not_applicable', 'not_available']), note }),
  ]),
);

/** The same, or a target or control line of the figure. */
export const figureEdit = z.intersection(
  z.object({ measure: z.enum(['level', 'target', 'limit']).optional() }),
  levelEdit,
);
