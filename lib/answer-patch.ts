import 'server-only';
import type { z } from 'zod';
import { findViewer } from '@/lib/auth/viewer';
import type { Viewer } from '@/lib/data/access';
import { GongbaoError, InvalidError, NotFoundError, RefusedError } from '@/lib/domain/errors';
import { answerFailure } from '@/lib/answer-failure';
import { isSameOrigin } from '@/lib/same-origin';

const largestBody = 256 * 1024;

/** Answers a request by which a page saves while somebody types: from our own page, signed in, of the right form. Any
 *  answer but 200 means that nothing was written, and says why in one word. */
export async function answerPatch<S extends z.ZodType>(request: Request, schema: S, save: (viewer: Viewer, input: z.output<S>) => Promise<object>): Promise<Response> {
  if (!isSameOrigin(request.headers, process.env.NEXTAUTH_URL)) return refuse(403, 'cross-origin');
  try {
    const viewer = await findViewer();
    if (!viewer) return refuse(401, 'signed-out');
    const text = await readLimited(request);
    if (text === null) return refuse(413, 'too-large');
    const parsed = schema.safeParse(parseJson(text));
    if (!parsed.success) return refuse(422, 'malformed');
    return Response.json(await save(viewer, parsed.data), { headers: { 'cache-control': 'no-store' } });
  } catch (error) {
    // The browser went away while it was sending; nobody waits for the answer, and the database is well.
    if (request.signal.aborted) return refuse(400, 'aborted');
    if (error instanceof NotFoundError) return refuse(404, error.code);
    if (error instanceof RefusedError) return refuse(403, error.code);
    // What cannot be done now, by the report's status or the period's dates, is a conflict with the present state.
    if (error instanceof InvalidError) return refuse(409, error.code);
    if (error instanceof GongbaoError) return refuse(422, error.code);
    return answerFailure(error);
  }
}

function refuse(status: number, error: string): Response {
  return Response.json({ error }, { status, headers: { 'cache-control': 'no-store' } });
}

/** The body as text, or null as soon as it is longer than any form can be. */
async function readLimited(request: Request): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > largestBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
