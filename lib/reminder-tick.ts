import 'server-only';
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { markDelivered, takeWaitingReminders, type WaitingReminder } from '@/lib/data/reminder-outbox';
import { sendByRules } from '@/lib/data/reminder-rules';
import { log } from '@/lib/log';
import { paths } from '@/lib/paths';

const everyMinute = 60_000;
const patience = 10_000;
const atOnce = 20;

/** Looks every minute whether a rule asks for reminders or one waits to be handed on. Any number of servers may do so:
 *  the database lets one at a time, and what has been done stands there. */
export function startReminders(): void {
  const timer = setInterval(() => void tick(new Date()), everyMinute);
  timer.unref();
}

async function tick(now: Date): Promise<void> {
  try {
    const sent = await sendByRules(now);
    if (sent > 0) log.info({ sent }, 'reminders sent by rule');
    const { WEBHOOK_URL: webhook, MAIL_COMMAND: mail } = process.env;
    if (!webhook && !mail) return;
    for (const reminder of await takeWaitingReminders(atOnce)) await handOn(reminder, webhook, mail);
  } catch (error) {
    log.error({ err: error }, 'reminders failed');
  }
}

/** By webhook and by mail, where they are set; what fails is tried again on a later minute. */
async function handOn(reminder: WaitingReminder, webhook: string | undefined, mail: string | undefined): Promise<void> {
  try {
    if (webhook) await post(webhook, reminder);
    if (mail && reminder.unit.contactEmail) await sendMail(mail, reminder.unit.contactEmail, reminder);
    await markDelivered(reminder.id);
  } catch (error) {
    log.warn({ err: error, reminder: reminder.id }, 'reminder not handed on');
  }
}

/** The receiver checks the signature over "timestamp.body" and leaves out what it has had: the id stays the same. */
async function post(address: string, { reportId, unit: { contactName, contactPhone, contactEmail, ...unit }, ...reminder }: WaitingReminder): Promise<void> {
  const contact = { name: contactName, phone: contactPhone, email: contactEmail };
  const body = JSON.stringify({ kind: 'reminder', ...reminder, unit: { ...unit, contact }, link: linkTo(reportId) });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', process.env.WEBHOOK_SECRET ?? '').update(`${timestamp}.${body}`).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-gongbao-timestamp': timestamp, 'x-gongbao-signature': `sha256=${signature}` };
  const answer = await fetch(address, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(patience) });
  if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`);
}

/** Hands a message to a command that takes one on its input, such as "/usr/sbin/sendmail -t"; no shell is between. */
async function sendMail(command: string, address: string, { text, reportId, period }: WaitingReminder): Promise<void> {
  // A line break in an address would begin another header.
  if (/[\s,;]/.test(address)) throw new Error('not a mail address');
  const encoded = (words: string) => Buffer.from(words).toString('base64');
  const body = encoded(`${text}\n\n${linkTo(reportId)}\n`).replace(/.{76}/g, '$&\r\n');
  const lines = [
    `To: ${address}`, ...(process.env.MAIL_FROM ? [`From: ${process.env.MAIL_FROM}`] : []), `Subject: =?utf-8?B?${encoded(`催报：${period}`)}?=`,
    'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', body, '',
  ];
  const [program = '', ...args] = command.split(' ').filter(Boolean);
  await new Promise<void>((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'ignore'], timeout: patience });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the mail command ended with ${code}`))));
    child.stdin.on('error', reject);
    child.stdin.end(lines.join('\r\n'));
  });
}

const linkTo = (reportId: string): string => new URL(paths.report(reportId), process.env.NEXTAUTH_URL).href;
