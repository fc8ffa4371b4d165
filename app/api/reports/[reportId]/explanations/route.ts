import { z } from 'zod';
import { answerPatch } from '@/lib/request/answer-write';
import { explain } from '@/lib/data/figures/explain-check';

const body = z.object({
  check: z.string().min(1).max(100),
  text: z.string().max(20_000),
  /** What the person had before the eyes: figures by "code@period", and the explanation that stood there. */
  seen: z.object({
    submission: z.number().int().min(1),
    values: z.record(z.string().max(40), z.string().max(60).nullable()),
    text: z.string().max(20_000),
  }),
});

type Context = { params: Promise<{ reportId: string }> };

/** Saves why a check is right as it is, or withdraws that where the text is empty. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  return answerPatch(request, body, async (viewer, { check, text, seen }) => ({
    explanation: await explain(viewer, (await params).reportId, check, text, seen),
  }));
}
