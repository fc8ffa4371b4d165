import 'server-only';
import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { DeliveryError } from './delivery-error';
import type { MailServer } from './settings';

const patience = 20_000;
const thisMachine = ['localhost', '127.0.0.1', '[::1]'];

export type Letter = { id?: string; to: string; subject: string; text: string };

/** Hands one message to a mail server: SMTP with TLS from the start (smtps) or as soon as the server offers it (smtp).
 *  A password is never sent in the clear but to this machine itself. */
export async function sendMail(
  { url, from }: MailServer,
  { id = randomUUID(), to, subject, text }: Letter,
): Promise<void> {
  // One address and nothing else: the library would also take lists, names and groups.
  for (const address of [from, to])
    if (!/^[^\s<>,;:@"()]+@[^\s<>,;:@"()]+$/.test(address)) throw new DeliveryError('bad-address');
  const server = new URL(url);
  const transport = createTransport({
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: Number(server.port) || undefined,
    secure: server.protocol === 'smtps:',
    requireTLS: server.username !== '' && !thisMachine.includes(server.hostname),
    auth: server.username
      ? { user: decodeURIComponent(server.username), pass: decodeURIComponent(server.password) }
      : undefined,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // Text alone leaves: nothing is read from this machine or fetched for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to,
      subject,
      text,
      textEncoding: 'base64',
      messageId: `<${id}@${from.split('@')[1]}>`,
    });
  } catch (error) {
    throw asRefusal(error);
  } finally {
    transport.close();
  }
}

/** The library's codes in our words; what a server wrote is not passed on, only the number of its reply. */
function asRefusal(error: unknown): DeliveryError {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (code === 'ETLS') return new DeliveryError('no-encryption');
  return responseCode
    ? new DeliveryError('refused', String(responseCode))
    : new DeliveryError('unreachable');
}
