import { backupPlan, newestBackup } from '@/lib/data/backup/scheduled';
import { isReady } from '@/lib/data/database/health';
import { isDraining } from '@/lib/draining';
import { log } from '@/lib/log';

export const dynamic = 'force-dynamic';

/** Requests may be sent here: the server is not on its way down, the database answers within two seconds and has every
 *  migration. */
export async function GET(): Promise<Response> {
  const ready = !isDraining() && (await answersInTime());
  const plan = backupPlan();
  const backup = plan && { newest: await newestBackup(plan.folder).catch(() => null) };
  return Response.json(
    { status: ready ? 'ready' : 'not ready', ...(backup && { backup }) },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}

async function answersInTime(): Promise<boolean> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error('the database did not answer in time')), patience).unref();
  });
  return Promise.race([isReady(), late]).catch((error: unknown) => {
    log.error({ err: error }, 'database down');
    return false;
  });
}

const patience = 2_000;
