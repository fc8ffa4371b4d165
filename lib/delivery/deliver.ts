import 'server-only';
import {
  settleReminder,
  takeWaitingReminders,
  type WaitingReminder,
} from '@/lib/data/reminders/outbox';
import { labelOfCode } from '@/lib/domain/tree/period';
import { log } from '@/lib/log';
import { paths } from '@/lib/paths';
import { asDeliveryError } from './delivery-error';
import { sendMail, type Letter } from './mail';
import type { DeliverySettings, MailServer } from './settings';
import { postWebhook } from './webhook';

const atOnce = 20;

/** Delivers what waits, each way by itself: what has gone one way is not sent there again because the other failed.
 *  Who has several at once gets them in one letter. */
export async function deliverReminders({ webhook, mail }: DeliverySettings): Promise<void> {
  if (!webhook && !mail) return;
  const waiting = await takeWaitingReminders(atOnce);
  const mailed = mail ? await mailTogether(waiting, mail) : new Map<string, Sent>();
  for (const reminder of waiting) {
    const ways = [
      webhook !== null && !reminder.isPosted
        ? await attempt('webhook', [reminder], () => postWebhook(webhook, messageOf(reminder)))
        : notSent,
      mailed.get(reminder.id) ?? notSent,
    ];
    await settleReminder(reminder.id, {
      posted: ways[0]!.isSent,
      mailed: ways[1]!.isSent,
      failure: ways.flatMap(({ failure }) => failure ?? []).join(', ') || null,
    });
  }
}

type Sent = { isSent: boolean; failure: string | null };
const notSent: Sent = { isSent: false, failure: null };

/** One letter an address, of all that waits for it; answers what became of each reminder. */
async function mailTogether(
  waiting: readonly WaitingReminder[],
  mail: MailServer,
): Promise<Map<string, Sent>> {
  const letters = new Map<string, WaitingReminder[]>();
  for (const reminder of waiting) {
    const address = reminder.unit.contactEmail;
    if (address !== null && !reminder.isMailed)
      letters.set(address, [...(letters.get(address) ?? []), reminder]);
  }
  const sent = new Map<string, Sent>();
  for (const [address, reminders] of letters) {
    const result = await attempt('mail', reminders, () =>
      sendMail(mail, letterOf(reminders, address)),
    );
    for (const { id } of reminders) sent.set(id, result);
  }
  return sent;
}

async function attempt(
  way: 'webhook' | 'mail',
  reminders: readonly WaitingReminder[],
  send: () => Promise<void>,
): Promise<Sent> {
  try {
    await send();
    return { isSent: true, failure: null };
  } catch (error) {
    const { why, detail } = asDeliveryError(error);
    for (const { id } of reminders) log.warn({ reminder: id, way, why, detail }, 'not delivered');
    return { isSent: false, failure: [way, why, detail].filter(Boolean).join(' ') };
  }
}

function messageOf(reminder: WaitingReminder): object {
  const {
    id,
    text,
    sentAt,
    period,
    dueAt,
    reportId,
    unit: { contactName, contactPhone, contactEmail, ...unit },
  } = reminder;
  const kind = reportId ? 'reminder' : 'reminder.collective';
  const contact = { name: contactName, phone: contactPhone, email: contactEmail };
  return {
    kind,
    id,
    text,
    sentAt,
    period,
    dueAt,
    reportId,
    unit: { ...unit, contact },
    link: linkTo(reminder),
  };
}

function letterOf(reminders: readonly WaitingReminder[], to: string): Letter {
  const [first] = reminders as [WaitingReminder];
  const about = ({ unit, period }: WaitingReminder) =>
    `${unit.name}${labelOfCode(period, 'zh-CN')}报表`;
  const parts = reminders.map((reminder) => `${reminder.text}\n\n${linkTo(reminder)}\n`);
  if (reminders.length === 1)
    return {
      ...{ id: first.id, to, text: parts[0]! },
      subject: `${first.reportId ? '催报' : '催报汇总'}：${about(first)}（${first.sender}）`,
    };
  const senders = [...new Set(reminders.map(({ sender }) => sender))].join('、');
  const named = reminders.map(about);
  return {
    ...{ id: first.id, to },
    subject: `催报${reminders.length}件：${named[0]}等（${senders}）`,
    text: [`${named.map((one, at) => `${at + 1}. ${one}`).join('\n')}\n`, ...parts].join('\n'),
  };
}

const linkTo = ({ reportId, period, unit }: WaitingReminder): string =>
  new URL(
    reportId ? paths.report(reportId) : paths.progress({ period, unit: unit.code }),
    process.env.NEXTAUTH_URL,
  ).href;
