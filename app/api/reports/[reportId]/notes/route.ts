import { z } from 'zod';
import { answerPatch } from '@/lib/request/answer-write';
import { saveNote } from '@/lib/data/figures/work-notes';

const body = z.object({
  section: z.string().min(1).max(20),
  kind: z.enum(['measures', 'highlights']),
  text: z.string().max(20_000),
  submission: z.number().int().min(1),
  revision: z.number().int().min(0).max(1_000_000_000),
});

type Context = { params: Promise<{ reportId: string }> };

/** Saves what is being written of a section's work. 200 says whether it was saved or is in conflict. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  return answerPatch(request, body, async (viewer, edit) =>
    saveNote(viewer, (await params).reportId, edit),
  );
}
