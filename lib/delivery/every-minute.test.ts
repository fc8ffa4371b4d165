// What is done every minute: each job whatever becomes of the others.
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { listDeliveries } from '@/lib/data/reminders/outbox';
import { remind } from '@/lib/data/reminders/reminders';
import { forgetReminders, reminderOf } from '@/lib/data/testing/test-records';
import { makeWorld, type World } from '@/lib/data/testing/test-world';
import { log } from '@/lib/log';
import { startEveryMinute, tick } from './every-minute';
import { openWebhook } from './test-receivers';

let world: World;
let hook: Awaited<ReturnType<typeof openWebhook>>;
beforeAll(async () => {
  process.env.NEXTAUTH_URL = 'https://gongbao.example.org';
  world = await makeWorld();
});
beforeEach(async () => {
  hook = await openWebhook(() => 204);
  for (const [name, value] of Object.entries({
    WEBHOOK_URL: hook.url,
    WEBHOOK_SECRET: 'a-secret-of-the-test-only',
    WEBHOOK_PRIVATE: '1',
  }))
    vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await hook.close();
});

async function remindCounty(period: string): Promise<string> {
  await forgetReminders();
  const report = await world.report('county', period);
  await remind(world.viewer('city', 'reviewer'), [report], '请尽快报送');
  return reminderOf(report);
}

test('a reminder leaves though the tree cannot be followed, and the log says what failed', async () => {
  const errors = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  await remindCounty('3901');
  // No database knows such a day.
  await tick(new Date(Number.NaN));
  expect(errors.mock.calls.map(([, text]) => text)).toContain(
    'names and places of units were not brought to the day',
  );
  expect(hook.received).toHaveLength(1);
});

test('where a server starts it looks at once, not a minute later', async () => {
  const id = await remindCounty('3902');
  vi.useFakeTimers({ toFake: ['setInterval'] });
  startEveryMinute();
  vi.useRealTimers();
  await expect
    .poll(
      async () =>
        (await listDeliveries(world.viewer('city', 'administrator'))).find((one) => one.id === id)
          ?.state,
      { timeout: 10_000 },
    )
    .toBe('delivered');
});
