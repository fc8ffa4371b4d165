import 'server-only';
import type { z } from 'zod';
import type { Viewer } from '@/lib/data/database/access';
import { answerWrite, refuse } from './answer-write';
import { cleanValue } from '@/lib/domain/figure/clean-text';
import { readLimited } from './read-limited';

const largestBody = 256 * 1024;

/** Answers a request by which a page saves while somebody types: a write with a body of the right form. */
export function answerPatch<S extends z.ZodType>(
  request: Request,
  schema: S,
  save: (viewer: Viewer, input: z.output<S>) => Promise<object>,
): Promise<Response> {
  return answerWrite(request, async (viewer) => {
    const bytes = await readLimited(request, largestBody);
    if (bytes === null) return refuse(413, 'too-large');
    const parsed = schema.safeParse(parseJson(new TextDecoder().decode(bytes)));
    if (!parsed.success) return refuse(422, 'malformed');
    return Response.json(await save(viewer, parsed.data), {
      headers: { 'cache-control': 'no-store' },
    });
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, cleanValue);
  } catch {
    return undefined;
  }
}
