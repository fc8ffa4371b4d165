import { isReady } from '@/lib/data/database/health';
import { log } from '@/lib/log';

export const dynamic = 'force-dynamic';

/** Requests may be sent here: the database answers and has every migration. */
export async function GET(): Promise<Response> {
  const ready = await isReady().catch((error: unknown) => {
    log.error({ err: error }, 'database down');
    return false;
  });
  return Response.json(
    { status: ready ? 'ready' : 'not ready' },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}
