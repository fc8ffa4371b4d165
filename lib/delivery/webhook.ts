import 'server-only';
import { createHmac } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { DeliveryError } from './delivery-error';
import type { Webhook } from './settings';

const patience = 10_000;

/** Posts a message, signed over "timestamp.body" with HMAC-SHA256; the receiver checks it and leaves out an id it has
 *  had. An address inside the own network is refused unless that is allowed, also where a name leads there. Follows
 *  nobody. */
export async function postWebhook(
  { url, secret, allowsPrivate }: Webhook,
  message: object,
): Promise<void> {
  const target = new URL(url);
  const addresses = await addressesOf(target.hostname.replace(/^\[|\]$/g, ''));
  if (!allowsPrivate && addresses.some(({ address }) => isPrivate(address)))
    throw new DeliveryError('private-address');
  const body = JSON.stringify(message);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-gongbao-timestamp': timestamp,
    'x-gongbao-signature': `sha256=${signature}`,
  };
  const status = await new Promise<number>((resolve, reject) => {
    const sent = (target.protocol === 'https:' ? https : http)(target, {
      method: 'POST',
      headers,
      signal: AbortSignal.timeout(patience),
      // What was looked at is what is spoken to: a name may answer otherwise the second time.
      lookup: (_host, { all }, done) =>
        all ? done(null, addresses) : done(null, addresses[0]!.address, addresses[0]!.family),
    });
    sent.on('error', reject);
    sent.on('response', (answer) => {
      resolve(answer.statusCode ?? 0);
      answer.destroy();
    });
    sent.end(body);
  }).catch(() => {
    throw new DeliveryError('unreachable');
  });
  if (status < 200 || status > 299) throw new DeliveryError('status', String(status));
}

async function addressesOf(host: string): Promise<{ address: string; family: number }[]> {
  const family = isIP(host);
  if (family) return [{ address: host, family }];
  return lookup(host, { all: true }).catch(() => {
    throw new DeliveryError('unreachable');
  });
}

/** Loopback, private, link-local, shared and reserved ranges, also where IPv4 is written as IPv6. */
export const isPrivate = (address: string): boolean =>
  inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

const inside = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(net, bits, 'ipv6');
