import { z } from 'zod';
import { findViewer } from '@/lib/auth/viewer';
import { saveFigures } from '@/lib/data/figures';
import { GongbaoError, InvalidError, NotFoundError, RefusedError } from '@/lib/domain/errors';
import { answerFailure } from '@/lib/answer-failure';
import { isSameOrigin } from '@/lib/same-origin';

const largestBody = 256 * 1024;

const details = z.object({
  note: z.string().max(500).nullable(),
  scopeNote: z.string().max(200).nullable(),
  asOf: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/).nullable(),
});
const edit = z.intersection(
  z.object({ indicator: z.string().min(1).max(20), revision: z.number().int().min(0).max(1_000_000_000) }),
  z.union([
    z.object({ typed: z.string().max(200), details: details.optional() }),
    z.object({ answer: z.enum(['not_applicable', 'not_available']), note: z.string().max(500).nullable() }),
  ]),
);
const body = z.object({ edits: z.array(edit).min(1).max(500) });

type Context = { params: Promise<{ reportId: string }> };

/** Saves a batch of figures. 200 says for each edit whether it was saved, wrong or in conflict; any other answer means
 *  that nothing was written. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  if (!isSameOrigin(request.headers, process.env.NEXTAUTH_URL)) return refuse(403, 'cross-origin');
  try {
    const viewer = await findViewer();
    if (!viewer) return refuse(401, 'signed-out');
    const text = await readLimited(request);
    if (text === null) return refuse(413, 'too-large');
    const parsed = body.safeParse(parseJson(text));
    if (!parsed.success) return refuse(422, 'malformed');
    const results = await saveFigures(viewer, (await params).reportId, parsed.data.edits);
    return Response.json({ results }, { headers: { 'cache-control': 'no-store' } });
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
