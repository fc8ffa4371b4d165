import { z } from 'zod';
import { answerPatch } from '@/lib/request/answer-write';
import { seen } from '@/lib/request/figure-edit';
import { saveNote } from '@/lib/data/figures/work-notes';

const body = z.object({
  section: z.string().min(1).max(20),
  kind: z.enum(['measures', 'highlights']),
  text: z.string().max(20_000),
  ...seen,
});

type Context = { params: Promise<{ reportId: string }> };

/** Saves what is being written of a section's work. 200 says whether it was saved or is in conflict. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  return answerPatch(request, body, async (viewer, edit) =>
    saveNote(viewer, (await params).reportId, edit),
  );
}
