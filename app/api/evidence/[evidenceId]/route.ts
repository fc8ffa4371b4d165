import { answerFailure } from '@/lib/request/answer-failure';
import { answerFile } from '@/lib/request/answer-file';
import { answerWrite, refuse } from '@/lib/request/answer-write';
import { findViewer } from '@/lib/auth/viewer';
import { readEvidence, removeEvidence } from '@/lib/data/figures/evidence';

type Context = { params: Promise<{ evidenceId: string }> };

/** A file of evidence. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const viewer = await findViewer();
    if (!viewer) return refuse(401, 'signed-out');
    const file = await readEvidence(viewer, (await params).evidenceId);
    if (!file) return refuse(404, 'not-found');
    return answerFile(file);
  } catch (error) {
    return answerFailure(error);
  }
}

/** Takes a file away again while the report is open for entry. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return answerWrite(request, async (viewer) => {
    await removeEvidence(viewer, (await params).evidenceId);
    return new Response(null, { status: 204 });
  });
}
