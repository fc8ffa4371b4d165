import { answerFailure } from '@/lib/request/answer-failure';
import { answerFile } from '@/lib/request/answer-file';
import { refuse } from '@/lib/request/answer-write';
import { findViewer } from '@/lib/auth/viewer';
import { readCoverScan } from '@/lib/data/submission/covers';

type Context = { params: Promise<{ reportId: string; number: string }> };

/** The scan of a submission's cover. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  try {
    const viewer = await findViewer();
    if (!viewer) return refuse(401, 'signed-out');
    const { reportId, number } = await params;
    const scan = /^[1-9]\d{0,5}$/.test(number)
      ? await readCoverScan(viewer, reportId, Number(number))
      : null;
    return scan ? answerFile(scan) : refuse(404, 'not-found');
  } catch (error) {
    return answerFailure(error);
  }
}
