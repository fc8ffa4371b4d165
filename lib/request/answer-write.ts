import 'server-only';
import type { z } from 'zod';
import { findViewer } from '@/lib/auth/viewer';
import type { Viewer } from '@/lib/data/database/access';
import {
  GongbaoError,
  InvalidError,
  NotFoundError,
  RefusedError,
} from '@/lib/domain/access/errors';
import { cleanValue } from '@/lib/domain/figure/clean-text';
import { answerFailure } from './answer-failure';
import { readLimited } from './read-limited';
import { isSameOrigin } from './same-origin';

const largestBody = 256 * 1024;

/** Answers a request that writes: from our own page, by somebody signed in. Any answer but 2xx means that nothing was
 *  written, and says why in one word. */
export async function answerWrite(
  request: Request,
  write: (viewer: Viewer) => Promise<Response>,
): Promise<Response> {
  if (!isSameOrigin(request.headers, process.env.NEXTAUTH_URL)) return refuse(403, 'cross-origin');
  try {
    const viewer = await findViewer();
    // A page that stands open is its person's, whoever has signed in in that browser since.
    const opened = request.headers.get('gongbao-person');
    return viewer && (opened === null || opened === viewer.personId)
      ? await write(viewer)
      : refuse(401, 'signed-out');
  } catch (error) {
    // The browser went away while it was sending; nobody waits for the answer, and the database is well.
    if (request.signal.aborted) return refuse(400, 'aborted');
    if (error instanceof NotFoundError) return refuse(404, error.code);
    if (error instanceof RefusedError) return refuse(403, error.code);
    // What cannot be done now, by the report's status or the period's dates, is a conflict with the present state.
    if (error instanceof InvalidError) return refuse(409, error.code, error.params);
    if (error instanceof GongbaoError) return refuse(422, error.code);
    return answerFailure(error);
  }
}

/** Answers a request by which a page saves while somebody types: a write with a body of the right form. */
export function answerPatch<S extends z.ZodType>(
  request: Request,
  schema: S,
  save: (viewer: Viewer, input: z.output<S>) => Promise<object>,
  largest = largestBody,
): Promise<Response> {
  return answerWrite(request, async (viewer) => {
    const bytes = await readLimited(request, largest);
    if (bytes === null) return refuse(413, 'too-large');
    const parsed = schema.safeParse(parseJson(new TextDecoder().decode(bytes)));
    if (!parsed.success) return refuse(422, 'malformed');
    return Response.json(await save(viewer, parsed.data), {
      headers: { 'cache-control': 'no-store' },
    });
  });
}

/** A refusal, in the word that the page knows. */
export function refuse(status: number, error: string, params?: Record<string, string>): Response {
  return Response.json({ error, params }, { status, headers: { 'cache-control': 'no-store' } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, cleanValue);
  } catch {
    return undefined;
  }
}
