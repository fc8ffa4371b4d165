import 'server-only';

export type Webhook = { url: string; secret: string; allowsPrivate: boolean };
export type MailServer = { url: string; from: string };
export type DeliverySettings = { webhook: Webhook | null; mail: MailServer | null };

/** Where reminders go besides the notices on screen, as the environment says; null where nothing is set. */
export function deliverySettings(
  {
    WEBHOOK_URL,
    WEBHOOK_SECRET,
    WEBHOOK_PRIVATE,
    MAIL_URL,
    MAIL_FROM,
  }: NodeJS.ProcessEnv = process.env,
): DeliverySettings {
  return {
    webhook: WEBHOOK_URL
      ? { url: WEBHOOK_URL, secret: WEBHOOK_SECRET ?? '', allowsPrivate: WEBHOOK_PRIVATE === '1' }
      : null,
    mail: MAIL_URL ? { url: MAIL_URL, from: MAIL_FROM ?? '' } : null,
  };
}

/** Says at the start what is missing, rather than when the first reminder waits. */
export function checkDelivery({ webhook, mail }: DeliverySettings = deliverySettings()): void {
  if (webhook && !isAddress(webhook.url, /^https?:$/))
    throw new Error('WEBHOOK_URL must be an http or https address');
  if (webhook && webhook.secret.length < 16)
    throw new Error(
      'WEBHOOK_SECRET must have 16 characters or more: receivers know by it that a message is ours',
    );
  if (mail && !isAddress(mail.url, /^smtps?:$/))
    throw new Error(
      'MAIL_URL must be an smtp or smtps address, such as smtps://user:password@mail.example.org',
    );
  if (mail && !mail.from.includes('@'))
    throw new Error('MAIL_FROM must be the address mail is sent from');
}

const isAddress = (url: string, protocol: RegExp): boolean =>
  URL.canParse(url) && protocol.test(new URL(url).protocol);
