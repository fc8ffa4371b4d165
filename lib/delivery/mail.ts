import 'server-only';
import { randomUUID } from 'node:crypto';
import { connect, isIP, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { connect as connectTls } from 'node:tls';
import { DeliveryError } from './delivery-error';
import type { MailServer } from './settings';

const patience = 20_000;
const mostOfAReply = 65_536;

export type Letter = { id?: string; to: string; subject: string; text: string };

/** Hands one message to a mail server: SMTP with TLS from the start (smtps) or as soon as the server offers it (smtp). A
 *  password is never sent in the clear but to this machine itself. */
export async function sendMail({ url, from }: MailServer, { id = randomUUID(), to, subject, text }: Letter): Promise<void> {
  // A line break in an address would begin another command, or another header.
  for (const address of [from, to]) if (!/^[^\s<>,;@]+@[^\s<>,;@]+$/.test(address)) throw new DeliveryError('bad-address');
  const server = new URL(url);
  const isTls = server.protocol === 'smtps:';
  const [host, port] = [server.hostname.replace(/^\[|\]$/g, ''), Number(server.port) || (isTls ? 465 : 587)];
  const servername = isIP(host) ? undefined : host;
  let line = new Line(isTls ? connectTls({ host, port, servername }) : connect({ host, port }));
  const late = setTimeout(() => line.socket.destroy(new Error('too slow')), patience);
  try {
    await line.expect(220);
    let offers = await line.say(`EHLO ${hostname()}`, 250);
    let isSafe = isTls;
    if (!isTls && /STARTTLS/i.test(offers)) {
      await line.say('STARTTLS', 220);
      // Whatever came in before is of nobody we know: the new line begins empty.
      line = line.over(connectTls({ socket: line.socket, servername }));
      offers = await line.say(`EHLO ${hostname()}`, 250);
      isSafe = true;
    }
    if (server.username) {
      if (!isSafe && !['localhost', '127.0.0.1', '::1'].includes(host)) throw new DeliveryError('no-encryption');
      const secret = `\0${decodeURIComponent(server.username)}\0${decodeURIComponent(server.password)}`;
      await line.say(`AUTH PLAIN ${Buffer.from(secret).toString('base64')}`, 235);
    }
    await line.say(`MAIL FROM:<${from}>`, 250);
    await line.say(`RCPT TO:<${to}>`, 250);
    await line.say('DATA', 354);
    await line.say(`${written({ id, to, subject, text }, from)}\r\n.`, 250);
    line.socket.end('QUIT\r\n');
  } catch (error) {
    line.socket.destroy();
    throw error instanceof DeliveryError ? error : new DeliveryError('unreachable');
  } finally {
    clearTimeout(late);
  }
}

/** The message with its heads. In base64 no line begins with the dot that ends it. */
function written({ id, to, subject, text }: Required<Letter>, from: string): string {
  const encoded = (words: string) => Buffer.from(words).toString('base64');
  const heads = [
    `From: <${from}>`, `To: <${to}>`, `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`, `Message-ID: <${id}@${from.split('@')[1]}>`,
    `Subject: =?utf-8?B?${encoded(subject.slice(0, 40))}?=`, 'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64',
  ];
  return [...heads, '', ...(encoded(text).match(/.{1,76}/g) ?? [])].join('\r\n');
}

/** What a server says on a connection, reply by reply. */
class Line {
  private heard = '';
  private failed: Error | null = null;
  private wake = () => {};

  constructor(readonly socket: Socket) {
    socket.setEncoding('utf8');
    socket.on('data', this.hear);
    socket.on('error', (error) => this.fail(error));
    socket.on('close', () => this.fail(new Error('closed')));
  }

  over(socket: Socket): Line {
    this.socket.off('data', this.hear);
    return new Line(socket);
  }

  say(command: string, wanted: number): Promise<string> {
    this.socket.write(`${command}\r\n`);
    return this.expect(wanted);
  }

  /** The next reply; another code than the one wanted is a refusal. */
  async expect(wanted: number): Promise<string> {
    for (;;) {
      const reply = /^(?:\d{3}-[^\n]*\n)*(\d{3})(?: [^\n]*)?\r?\n/.exec(this.heard);
      if (reply) {
        this.heard = this.heard.slice(reply[0].length);
        if (Number(reply[1]) !== wanted) throw new DeliveryError('refused', reply[1]);
        return reply[0];
      }
      if (this.failed || this.heard.length > mostOfAReply) throw this.failed ?? new Error('too long a reply');
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  private readonly hear = (text: string): void => {
    this.heard += text;
    this.wake();
  };

  private fail(error: Error): void {
    this.failed ??= error;
    this.wake();
  }
}
