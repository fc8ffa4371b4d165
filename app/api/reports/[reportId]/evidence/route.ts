import { answerWrite, refuse } from '@/lib/request/answer-write';
import { addEvidence } from '@/lib/data/figures/evidence';
import { largestEvidence } from '@/lib/domain/report/evidence';
import { readLimited } from '@/lib/request/read-limited';

type Context = { params: Promise<{ reportId: string }> };

/** Puts a file behind a figure: the body is the file, its name stands in the head. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerWrite(request, async (viewer) => {
    const name = nameOf(request.headers.get('x-file-name'));
    if (name === null || name.length > 1000) return refuse(422, 'malformed');
    const content = await readLimited(request, largestEvidence);
    if (content === null)
      return refuse(413, 'evidence-too-large', { most: String(largestEvidence / 1024 / 1024) });
    const indicator = new URL(request.url).searchParams.get('indicator') ?? '';
    const item = await addEvidence(viewer, (await params).reportId, indicator, { name, content });
    return Response.json({ item }, { headers: { 'cache-control': 'no-store' } });
  });
}

function nameOf(header: string | null): string | null {
  try {
    return header === null ? null : decodeURIComponent(header);
  } catch {
    return null;
  }
}
