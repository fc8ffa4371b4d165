// Reminders leave by a real webhook and a real mail server, and come to rest there once, whatever fails on the way.
import { createHmac } from 'node:crypto';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { listDeliveries, recordDeliveryTest } from '@/lib/data/reminders/outbox';
import { addReminderRule, sendByRules } from '@/lib/data/reminders/rules';
import { remind } from '@/lib/data/reminders/reminders';
import {
  forgetReminders,
  makeDue,
  nextTryOf,
  putContact,
  reminderOf,
} from '@/lib/data/testing/test-records';
import { makeWorld, type World } from '@/lib/data/testing/test-world';
import { log } from '@/lib/log';
import { deliverReminders } from './deliver';
import { sendMail } from './mail';
import { checkDelivery, deliverySettings } from './settings';
import { openMailServer, openWebhook } from './test-receivers';
import { isPrivate, postWebhook } from './webhook';

const secret = 'a-secret-of-the-test-only';
const from = 'gongbao@example.org';
let world: World;
let year = 3000;
const open: { close: () => Promise<unknown> }[] = [];
beforeAll(async () => {
  process.env.NEXTAUTH_URL = 'https://gongbao.example.org';
  world = await makeWorld();
  await putContact(world.unit.county.id, 'lianluo@example.org');
});
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  vi.restoreAllMocks();
});

async function remindCounty(): Promise<string> {
  await forgetReminders();
  const report = await world.report('county', String((year += 1)));
  await remind(world.viewer('city', 'reviewer'), [report], '柳溪县：请尽快报送');
  return reminderOf(report);
}
const delivery = async (id: string) =>
  (await listDeliveries(world.viewer('city', 'administrator'))).find((one) => one.id === id)!;

test('signed by webhook and written by mail, once, however many servers look', async () => {
  const [hook, mail] = [await openWebhook(() => 204), await openMailServer()];
  open.push(hook, mail);
  const id = await remindCounty();
  const settings = {
    webhook: { url: hook.url, secret, allowsPrivate: true },
    mail: { url: `smtp://user:p%40ss@127.0.0.1:${mail.port}`, from },
  };
  await Promise.all([
    deliverReminders(settings),
    deliverReminders(settings),
    deliverReminders(settings),
  ]);
  await deliverReminders(settings);
  expect(hook.received).toHaveLength(1);
  const { headers, body } = hook.received[0]!;
  expect(headers['x-gongbao-signature']).toBe(
    `sha256=${createHmac('sha256', secret)
      .update(`${String(headers['x-gongbao-timestamp'])}.${body}`)
      .digest('hex')}`,
  );
  expect(JSON.parse(body)).toMatchObject({
    kind: 'reminder',
    id,
    text: '柳溪县：请尽快报送',
    period: String(year),
    unit: { code: world.unit.county.code, contact: { email: 'lianluo@example.org' } },
    link: expect.stringMatching(/^https:\/\/gongbao\.example\.org\/reports\//),
  });
  expect(mail.letters).toHaveLength(1);
  const letter = mail.letters[0]!;
  expect([letter.from, letter.to, letter.auth]).toEqual([
    'MAIL FROM:<gongbao@example.org>',
    'RCPT TO:<lianluo@example.org>',
    '\0user\0p@ss',
  ]);
  expect(Buffer.from(letter.data.split('\n\n')[1] ?? '', 'base64').toString()).toContain(
    '柳溪县：请尽快报送',
  );
  expect(await delivery(id)).toMatchObject({
    state: 'delivered',
    attempts: 1,
    failure: null,
    postedAt: expect.any(Date),
    mailedAt: expect.any(Date),
  });
});

test('who has several at once gets them in one letter that names each; the webhook has each by itself', async () => {
  const [hook, mail] = [await openWebhook(() => 204), await openMailServer()];
  open.push(hook, mail);
  await forgetReminders();
  await putContact(world.unit.neighbour.id, 'lianluo@example.org');
  const ids: string[] = [];
  for (const unit of ['county', 'county', 'neighbour'] as const) {
    const report = await world.report(unit, String((year += 1)));
    await remind(world.viewer('city', 'reviewer'), [report], `${world.unit[unit].name}：请报送`);
    ids.push(await reminderOf(report));
  }
  await deliverReminders({
    webhook: { url: hook.url, secret, allowsPrivate: true },
    mail: { url: `smtp://127.0.0.1:${mail.port}`, from },
  });
  expect(hook.received).toHaveLength(3);
  expect(mail.letters).toHaveLength(1);
  const text = Buffer.from(mail.letters[0]!.data.split('\n\n')[1] ?? '', 'base64').toString();
  for (const unit of ['county', 'neighbour'] as const)
    expect(text).toContain(`${world.unit[unit].name}：请报送`);
  expect(text).toContain(`1. ${world.unit.county.name}${year - 2}年报表`);
  expect(text.match(/https:\/\/gongbao\.example\.org\/reports\//g)).toHaveLength(3);
  for (const id of ids) expect(await delivery(id)).toMatchObject({ state: 'delivered' });
  await putContact(world.unit.neighbour.id, 'linjv@example.org');
});

test('a summary of who has not reported leaves the same ways, to the unit whose rule it is', async () => {
  const [hook, mail] = [await openWebhook(() => 204), await openMailServer()];
  open.push(hook, mail);
  await forgetReminders();
  const code = String((year += 1));
  await world.report('county', code, [-5, 3, 20, 90]);
  await addReminderRule(world.viewer('city', 'reviewer'), -3, 'collective');
  await sendByRules(new Date());
  await putContact(world.unit.city.id, 'shenhe@example.org');
  const settings = {
    webhook: { url: hook.url, secret, allowsPrivate: true },
    mail: { url: `smtp://127.0.0.1:${mail.port}`, from },
  };
  await Promise.all([deliverReminders(settings), deliverReminders(settings)]);
  const text = expect.stringMatching(
    new RegExp(`^${code}年报表有1个直属下级单位待报送。.*柳溪县总工会。$`),
  );
  const link = `https://gongbao.example.org/progress?period=${code}&unit=${world.unit.city.code}`;
  expect(hook.received.map(({ body }) => JSON.parse(body))).toMatchObject([
    {
      kind: 'reminder.collective',
      text,
      period: code,
      reportId: null,
      unit: { code: world.unit.city.code },
      link,
    },
  ]);
  expect(mail.letters.map(({ to }) => to)).toEqual(['RCPT TO:<shenhe@example.org>']);
  const letter = Buffer.from(mail.letters[0]!.data.split('\n\n')[1] ?? '', 'base64').toString();
  expect([letter.includes('柳溪县总工会'), letter.includes(link)]).toEqual([true, true]);
  expect(await listDeliveries(world.viewer('city', 'administrator'))).toMatchObject([
    { isCollective: true, state: 'delivered', unit: { code: world.unit.city.code } },
  ]);
  expect(await listDeliveries(world.viewer('county', 'administrator'))).toEqual([]);
});

test('what failed is tried again later and later, what went through is not sent again, and no secret is logged', async () => {
  const warnings = vi.spyOn(log, 'warn').mockImplementation(() => undefined);
  let [status, refused] = [503, 'RCPT'];
  const [hook, mail] = [await openWebhook(() => status), await openMailServer(() => refused)];
  open.push(hook, mail);
  const id = await remindCounty();
  const settings = {
    webhook: { url: `${hook.url}?token=hidden`, secret, allowsPrivate: true },
    mail: { url: `smtp://user:hidden@127.0.0.1:${mail.port}`, from },
  };
  await deliverReminders(settings);
  const first = await delivery(id);
  expect(first).toMatchObject({
    state: 'waiting',
    attempts: 1,
    failure: 'webhook status 503, mail refused 550',
  });
  const pause = async () => (await nextTryOf(id)).getTime() - Date.now();
  const pauses = [await pause()];
  // Not before its time.
  await deliverReminders(settings);
  expect((await delivery(id)).attempts).toBe(1);
  status = 200;
  await makeDue();
  await deliverReminders(settings);
  pauses.push(await pause());
  expect(pauses[1]! / pauses[0]!).toBeCloseTo(2, 0);
  expect(await delivery(id)).toMatchObject({
    state: 'waiting',
    failure: 'mail refused 550',
    postedAt: expect.any(Date),
    mailedAt: null,
  });
  refused = 'none';
  await makeDue();
  await deliverReminders(settings);
  expect([hook.received.length, mail.letters.length]).toEqual([1, 1]);
  expect(await delivery(id)).toMatchObject({ state: 'delivered', attempts: 3 });
  expect(warnings).toHaveBeenCalledTimes(3);
  expect(JSON.stringify(warnings.mock.calls)).not.toMatch(/hidden|a-secret/);
});

test('given up after the sixth time, with the reason', async () => {
  vi.spyOn(log, 'warn').mockImplementation(() => undefined);
  const id = await remindCounty();
  const settings = {
    webhook: { url: 'http://127.0.0.1:9/closed', secret, allowsPrivate: true },
    mail: null,
  };
  for (let time = 0; time < 8; time += 1) {
    await deliverReminders(settings);
    await makeDue();
  }
  expect(await delivery(id)).toMatchObject({
    state: 'failed',
    attempts: 6,
    failure: 'webhook unreachable',
  });
  expect(await listDeliveries(world.viewer('otherCity', 'administrator'))).toEqual([]);
  expect(await listDeliveries(world.viewer('city', 'reviewer'))).toEqual([]);
  await expect(recordDeliveryTest(world.viewer('city', 'administrator'), {})).rejects.toThrow(
    'refused',
  );
  await expect(recordDeliveryTest(world.viewer('province', 'reviewer'), {})).rejects.toThrow(
    'refused',
  );
  await recordDeliveryTest(world.viewer('province', 'administrator'), { way: 'webhook' });
});

test('a webhook inside the own network is refused, also by name, and nobody is followed', async () => {
  const hook = await openWebhook(() => 302);
  open.push(hook);
  const to = (url: string, allowsPrivate = false) =>
    postWebhook({ url, secret, allowsPrivate }, {});
  for (const url of [
    hook.url,
    hook.url.replace('127.0.0.1', 'localhost'),
    'http://[::1]/',
    'http://2130706433/',
    'http://10.1.2.3/',
    'http://169.254.169.254/latest',
  ]) {
    await expect(to(url), url).rejects.toMatchObject({ why: 'private-address' });
  }
  await expect(to(hook.url, true)).rejects.toMatchObject({ why: 'status', detail: '302' });
  expect(hook.received).toEqual([]);
  expect(
    ['::ffff:192.168.1.1', '::ffff:7f00:1', 'fe80::1', 'fd00::1', '100.64.0.1', '0.0.0.0'].every(
      isPrivate,
    ),
  ).toBe(true);
  expect(
    ['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '172.32.0.1'].some(isPrivate),
  ).toBe(false);
});

test('an address cannot bring a command along, and a password is not sent in the clear', async () => {
  const mail = await openMailServer();
  open.push(mail);
  const letter = { subject: '试', text: '试' };
  await expect(
    sendMail(
      { url: `smtp://127.0.0.1:${mail.port}`, from },
      { ...letter, to: 'a@b.c>\r\nRCPT TO:<d@e.f' },
    ),
  ).rejects.toMatchObject({ why: 'bad-address' });
  // Another name for this machine, so that it passes for a server elsewhere that offers no encryption.
  await expect(
    sendMail({ url: `smtp://user:hidden@0.0.0.0:${mail.port}`, from }, { ...letter, to: 'a@b.c' }),
  ).rejects.toMatchObject({ why: 'no-encryption' });
  expect(mail.letters).toEqual([]);
});

test('what is half set is said at the start', () => {
  const check = (env: Record<string, string>) => () =>
    checkDelivery(deliverySettings(env as unknown as NodeJS.ProcessEnv));
  expect(check({})).not.toThrow();
  expect(check({ WEBHOOK_URL: 'https://a.example.org' })).toThrow('WEBHOOK_SECRET');
  expect(check({ WEBHOOK_URL: 'ftp://a.example.org', WEBHOOK_SECRET: secret })).toThrow(
    'WEBHOOK_URL',
  );
  expect(check({ MAIL_URL: 'smtps://a.example.org' })).toThrow('MAIL_FROM');
  expect(check({ MAIL_URL: '/usr/sbin/sendmail', MAIL_FROM: from })).toThrow('MAIL_URL');
  expect(
    check({
      MAIL_URL: 'smtps://a.example.org',
      MAIL_FROM: from,
      WEBHOOK_URL: 'https://a.example.org',
      WEBHOOK_SECRET: secret,
    }),
  ).not.toThrow();
});
