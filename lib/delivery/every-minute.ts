import 'server-only';
import { backUpWhenDue, backupPlan } from '@/lib/data/backup/scheduled';
import { sendByRules } from '@/lib/data/reminders/rules';
import { followTree } from '@/lib/data/tree/history';
import { log } from '@/lib/log';
import { deliverReminders } from './deliver';
import { deliverySettings } from './settings';

const everyMinute = 60_000;

/** Looks at once and then every minute whether a day has begun, a rule asks for reminders or one waits for delivery.
 *  Any number of servers may do so: the database lets one at a time, and what has been done stands there. */
export function startEveryMinute(): void {
  void tick(new Date());
  const timer = setInterval(() => void tick(new Date()), everyMinute);
  timer.unref();
}

/** Each job by itself: where one fails, the others are done all the same, and all are tried again a minute later. */
export async function tick(now: Date): Promise<void> {
  await attempt('names and places of units were not brought to the day', () => followTree(now));
  await attempt('reminders by rule failed', async () => {
    const sent = await sendByRules(now);
    if (sent > 0) log.info({ sent }, 'reminders sent by rule');
  });
  await attempt('reminders were not delivered', () => deliverReminders(deliverySettings()));
  await attempt('the backup failed', async () => {
    const plan = backupPlan();
    const folder = plan && (await backUpWhenDue(process.env.DATABASE_URL ?? '', plan, now));
    if (folder) log.info({ folder }, 'backup taken');
  });
}

async function attempt(failure: string, job: () => Promise<unknown>): Promise<void> {
  try {
    await job();
  } catch (error) {
    log.error({ err: error }, failure);
  }
}
