import { z } from 'zod';
import { answerPatch } from '@/lib/request/answer-write';
import { saveManuscript } from '@/lib/data/desk/manuscripts';
import { decodeScope } from '@/lib/paths';

// No control characters: the database takes none, and no text has business with them.
const words = z
  .string()
  .max(100_000)
  .transform((text) => text.replace(/\p{Cc}/gu, ''));
const name = z
  .string()
  .max(300)
  .regex(/^\P{Cc}*$/u);
const part = z.union([words, z.strictObject({ ref: name, text: name, form: name.optional() })]);
const block = z.strictObject({
  id: name.min(1),
  kind: z.enum(['title', 'heading', 'sentence', 'own']),
  section: name.nullable(),
  opens: z.boolean(),
  hidden: z.boolean(),
  pinned: z.boolean(),
  parts: z.array(part).max(2000),
  origin: z.array(part).max(2000).nullable(),
});
const body = z.object({
  revision: z.number().int().min(1).max(1_000_000_000),
  from: name,
  blocks: z.array(block).max(3000),
});

/** Bytes of 300,000 characters, which is what the desk takes, with the sentences they were. */
const largestManuscript = 4 * 1024 * 1024;

type Context = { params: Promise<{ unit: string; period: string }> };

/** Saves the author's text. 200 says that it was saved, or what stands there instead. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  return answerPatch(
    request,
    body,
    async (viewer, save) => saveManuscript(viewer, decodeScope(await params), save),
    largestManuscript,
  );
}
