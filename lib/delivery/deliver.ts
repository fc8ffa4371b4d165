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
import { sendMail } from './mail';
import type { DeliverySettings } from './settings';
import { postWebhook } from './webhook';

const atOnce = 20;

/** Delivers what waits, each way by itself: what has gone one way is not sent there again because the other failed. */
export async function deliverReminders(settings: DeliverySettings): Promise<void> {
  if (!settings.webhook && !settings.mail) return;
  for (const reminder of await takeWaitingReminders(atOnce)) await deliver(reminder, settings);
}

async function deliver(
  reminder: WaitingReminder,
  { webhook, mail }: DeliverySettings,
): Promise<void> {
  const failures: string[] = [];
  const attempt = async (way: 'webhook' | 'mail', send: () => Promise<void>): Promise<boolean> => {
    try {
      await send();
      return true;
    } catch (error) {
      const { why, detail } = asDeliveryError(error);
      failures.push([way, why, detail].filter(Boolean).join(' '));
      log.warn({ reminder: reminder.id, way, why, detail }, 'reminder not delivered');
      return false;
    }
  };
  const posted =
    webhook !== null &&
    !reminder.isPosted &&
    (await attempt('webhook', () => postWebhook(webhook, messageOf(reminder))));
  const address = reminder.unit.contactEmail;
  const mailed =
    mail !== null &&
    !reminder.isMailed &&
    address !== null &&
    (await attempt('mail', () => sendMail(mail, letterOf(reminder, address))));
  await settleReminder(reminder.id, { posted, mailed, failure: failures.join(', ') || null });
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

const letterOf = (reminder: WaitingReminder, to: string) => {
  const { id, text, period, reportId, sender, unit } = reminder;
  const about = `${unit.name}${labelOfCode(period, 'zh-CN')}报表`;
  return {
    id,
    to,
    subject: `${reportId ? '催报' : '催报汇总'}：${about}（${sender}）`,
    text: `${text}\n\n${linkTo(reminder)}\n`,
  };
};

const linkTo = ({ reportId, period, unit }: WaitingReminder): string =>
  new URL(
    reportId ? paths.report(reportId) : paths.progress({ period, unit: unit.code }),
    process.env.NEXTAUTH_URL,
  ).href;
