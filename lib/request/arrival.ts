// What every request meets first, before the framework: what its headers claim about address and host is replaced by
// what is so, and what no page can answer rightly is answered here in a sentence.
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import { isSameOrigin, ownOrigins } from './same-origin';
import { readProxies, senderOf } from '@/lib/sender-address';

/** The most that a form carries: an offline form of 5 MB and what is sent with it. */
export const largestForm = 6 * 1024 * 1024;

export type Settings = { address: string; proxies: string | undefined };
type Refusal = { status: number; zh: string; en: string };

/** Puts itself before every server of this process; called once, when the server starts. */
export function meetRequests(settings: Settings): void {
  const meet = greeterOf(settings);
  const emit = http.Server.prototype.emit;
  http.Server.prototype.emit = function (this: http.Server, ...rest: unknown[]): boolean {
    if (rest[0] !== 'request') return Reflect.apply(emit, this, rest);
    const refusal = meet(rest[1] as IncomingMessage);
    if (!refusal) return Reflect.apply(emit, this, rest);
    answer(rest[2] as ServerResponse, refusal);
    return true;
  };
}

/** Rights the headers of a request, and says why it is refused; null where it goes on. */
export function greeterOf({ address, proxies: list }: Settings) {
  const proxies = readProxies(list);
  const own = new URL(address);
  return (request: IncomingMessage): Refusal | null => {
    const { headers } = request;
    headers['x-forwarded-for'] = senderOf(
      request.socket.remoteAddress ?? '',
      joined(headers['x-forwarded-for']),
      proxies,
    );
    headers['x-forwarded-proto'] = own.protocol.slice(0, -1);
    // The framework holds a form's Origin against this; ours are those of the configured address alone.
    const origin = joined(headers.origin);
    const isOwn = origin !== undefined && ownOrigins(address).includes(origin);
    headers['x-forwarded-host'] = isOwn ? new URL(origin).host : own.host;
    delete headers['x-forwarded-port'];
    return refusalOf(request, address);
  };
}

function refusalOf({ url = '/', method = 'GET', headers }: IncomingMessage, address: string) {
  const path = url.split('?')[0]!;
  if (!isReadable(path)) return refusals.unreadable;
  // What is below /api says in its own words what it refuses.
  if (path.startsWith('/api/') || ['GET', 'HEAD', 'OPTIONS'].includes(method)) return null;
  const given = new Headers();
  for (const name of ['origin', 'sec-fetch-site'])
    if (headers[name] !== undefined) given.set(name, String(headers[name]));
  if (!isSameOrigin(given, address)) return refusals.elsewhere(address);
  if (headers['transfer-encoding'] !== undefined) return refusals.withoutLength;
  return Number(headers['content-length'] ?? 0) > largestForm ? refusals.tooLarge : null;
}

const refusals = {
  unreadable: {
    status: 400,
    zh: '这个网址不完整或写错了，请从首页重新打开。',
    en: 'This address is damaged; please start from the first page.',
  },
  elsewhere: (address: string): Refusal => ({
    status: 403,
    zh: `这张表单不是从本系统的页面发来的，没有处理。请从 ${address} 打开本系统再试。`,
    en: `This form did not come from a page of this system and was not handled. Please open ${address} and try again.`,
  }),
  withoutLength: {
    status: 411,
    zh: '发送的内容没有说明长度，没有处理。',
    en: 'What was sent does not say its length; it was not handled.',
  },
  tooLarge: {
    status: 413,
    zh: '发送的内容超过 6 MB，没有保存。请减小文件后再试。',
    en: 'What was sent is larger than 6 MB; nothing was saved. Please make the file smaller and try again.',
  },
};

function answer(response: ServerResponse, { status, zh, en }: Refusal): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    // What is still being sent is not waited for.
    connection: 'close',
  });
  response.end(`${zh}\n${en}\n`);
}

function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0');
  } catch {
    return false;
  }
}

const joined = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(',') : value;
