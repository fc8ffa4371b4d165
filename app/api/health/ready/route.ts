import { isReady } from '@/lib/data/readiness';

export const dynamic = 'force-dynamic';

/** Requests may be sent here: the database answers and has every migration. */
export async function GET(): Promise<Response> {
  const ready = await isReady().catch((error: unknown) => {
    console.error('The database does not answer', error);
    return false;
  });
  return Response.json({ status: ready ? 'ready' : 'not ready' }, { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
}
