// Where a request comes from: the connection says it, and only a proxy of our own may say otherwise (TRUSTED_PROXIES).
import { BlockList, isIP } from 'node:net';

/** The proxies that a list of addresses and networks names, such as "10.0.0.4, 10.1.0.0/16, ::1"; throws at what is
 *  none. */
export function readProxies(list: string | undefined): BlockList {
  const proxies = new BlockList();
  for (const entry of (list ?? '').split(',').map((part) => part.trim())) {
    if (!entry) continue;
    const [address = '', bits, more] = entry.split('/');
    const family = familyOf(address);
    const width = bits === undefined ? undefined : Number(/^\d{1,3}$/.exec(bits)?.[0] ?? NaN);
    if (!family || more !== undefined || Number.isNaN(width) || width! > widest[family])
      throw new Error(`TRUSTED_PROXIES names addresses and networks; this is none: ${entry}`);
    if (width === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, width, family);
  }
  return proxies;
}

/** The nearest address that is no proxy of ours. `forwarded` is the X-Forwarded-For: its last entry was written by
 *  whoever is connected, the one before it by the one named there; beyond the first stranger everything is only
 *  claimed. */
export function senderOf(
  connected: string,
  forwarded: string | undefined,
  proxies: BlockList,
): string {
  const claimed = (forwarded ?? '').split(',').map((part) => part.trim());
  let sender = plain(connected);
  while (isOneOf(proxies, sender) && claimed.length > 0) {
    const before = plain(claimed.pop()!);
    if (!isIP(before)) break;
    sender = before;
  }
  return sender;
}

type Family = 'ipv4' | 'ipv6';
const widest = { ipv4: 32, ipv6: 128 };

const familyOf = (address: string): Family | null =>
  isIP(address) === 4 ? 'ipv4' : isIP(address) === 6 ? 'ipv6' : null;

function isOneOf(proxies: BlockList, address: string): boolean {
  const family = familyOf(address);
  return family !== null && proxies.check(address, family);
}

/** A server that listens on both kinds writes ::ffff:10.0.0.4 for 10.0.0.4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** The sender's address as it stands in the headers that the server has righted (lib/request/arrival.ts). */
export const senderAddress = (forwarded: unknown): string => String(forwarded ?? '').trim();
