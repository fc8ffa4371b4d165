import { answerFailure } from '@/lib/answer-failure';
import { answerWrite, refuse } from '@/lib/answer-write';
import { findViewer } from '@/lib/auth/viewer';
import { readEvidence, removeEvidence } from '@/lib/data/evidence';
import { evidenceTypes } from '@/lib/domain/evidence';

type Context = { params: Promise<{ evidenceId: string }> };

/** A file of evidence, to be kept and not to be shown: it runs nowhere near our pages. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const viewer = await findViewer();
    if (!viewer) return refuse(401, 'signed-out');
    const file = await readEvidence(viewer, (await params).evidenceId);
    if (!file) return refuse(404, 'not-found');
    return new Response(file.content, {
      headers: {
        'content-type': evidenceTypes[file.type],
        'content-length': String(file.content.length),
        'content-disposition': `attachment; filename="evidence.${file.type}"; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
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
