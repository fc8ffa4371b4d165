import { z } from 'zod';
import { answerPatch } from '@/lib/answer-patch';
import { saveFigures } from '@/lib/data/figures';

const details = z.object({
  note: z.string().max(500).nullable(),
  scopeNote: z.string().max(200).nullable(),
  asOf: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/).nullable(),
});
const edit = z.intersection(
  z.object({
    indicator: z.string().min(1).max(20),
    measure: z.enum(['level', 'target', 'limit']).optional(),
    revision: z.number().int().min(0).max(1_000_000_000),
  }),
  z.union([
    z.object({ typed: z.string().max(200), details: details.optional() }),
    z.object({ answer: z.enum(['not_applicable', 'not_available']), note: z.string().max(500).nullable() }),
  ]),
);
const body = z.object({ edits: z.array(edit).min(1).max(500) });

type Context = { params: Promise<{ reportId: string }> };

/** Saves a batch of figures. 200 says for each edit whether it was saved, wrong or in conflict. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  return answerPatch(request, body, async (viewer, { edits }) => ({ results: await saveFigures(viewer, (await params).reportId, edits) }));
}
