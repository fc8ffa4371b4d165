import 'server-only';
import { sendByRules } from '@/lib/data/reminder-rules';
import { followTree } from '@/lib/data/unit-history';
import { log } from '@/lib/log';
import { handOnReminders } from './hand-on';
import { deliverySettings } from './settings';

const everyMinute = 60_000;

/** Looks every minute whether a day has begun, a rule asks for reminders or one waits to be handed on. Any number of servers may do so:
 *  the database lets one at a time, and what has been done stands there. */
export function startReminders(): void {
  const timer = setInterval(() => void tick(new Date()), everyMinute);
  timer.unref();
}

async function tick(now: Date): Promise<void> {
  try {
    await followTree(now);
    const sent = await sendByRules(now);
    if (sent > 0) log.info({ sent }, 'reminders sent by rule');
    await handOnReminders(deliverySettings());
  } catch (error) {
    log.error({ err: error }, 'reminders failed');
  }
}
