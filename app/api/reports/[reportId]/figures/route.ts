import { z } from 'zod';
import { answerFailure } from '@/lib/request/answer-failure';
import { answerPatch, refuse } from '@/lib/request/answer-write';
import { figureEdit } from '@/lib/request/figure-edit';
import { findViewer } from '@/lib/auth/viewer';
import { findFigureChanges } from '@/lib/data/figures/changes';
import { saveFigures } from '@/lib/data/figures/save-figures';

const body = z.object({ edits: z.array(figureEdit).min(1).max(500) });

type Context = { params: Promise<{ reportId: string }> };

/** What was written into the report since `since` (a time this answered before), for a page that stands open. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  try {
    const viewer = await findViewer();
    if (!viewer) return refuse(401, 'signed-out');
    const since = new Date(new URL(request.url).searchParams.get('since') ?? '');
    // The database knows fewer years than the language; nothing was written before there was a report.
    if (!(since.getTime() > Date.UTC(2000) && since.getTime() < Date.UTC(3000)))
      return refuse(422, 'malformed');
    const changes = await findFigureChanges(viewer, (await params).reportId, since);
    return changes
      ? Response.json(changes, { headers: { 'cache-control': 'no-store' } })
      : refuse(404, 'not-found');
  } catch (error) {
    return request.signal.aborted ? refuse(400, 'aborted') : answerFailure(error);
  }
}

/** Saves a batch of figures. 200 says for each edit whether it was saved, wrong or in conflict. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  return answerPatch(request, body, async (viewer, { edits }) => ({
    results: await saveFigures(viewer, (await params).reportId, edits),
  }));
}
