// What a server hears of a request after it was met, over a real connection.
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { greeterOf, largestForm, meetRequests } from './arrival';

const address = 'https://gongbao.example';
let server: http.Server;
let port = 0;
const emit = http.Server.prototype.emit;
beforeAll(async () => {
  meetRequests({ address, proxies: undefined });
  server = http.createServer((request, response) => {
    response.end(JSON.stringify(request.headers));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  http.Server.prototype.emit = emit;
  server.close();
});

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string };

/** Sends as it stands: fetch would right addresses and set headers of its own. */
const send = ({ method = 'GET', path = '/reports', headers = {}, body }: Sent) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const request = http.request({ port, method, path, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => resolve({ status: answer.statusCode!, text }));
    });
    request.on('error', reject);
    request.end(body);
  });

const own = { origin: address, 'sec-fetch-site': 'same-origin' };

test('the sender is who is connected, whatever the headers claim', async () => {
  const { text } = await send({ headers: { 'x-forwarded-for': 'signed-in' } });
  expect(JSON.parse(text)['x-forwarded-for']).toBe('127.0.0.1');
});

test('behind a trusted proxy it is whom the proxy names', () => {
  const request = {
    headers: { 'x-forwarded-for': '1.1.1.1, 203.0.113.9' } as http.IncomingHttpHeaders,
    socket: { remoteAddress: '::ffff:10.0.0.4' },
  } as http.IncomingMessage;
  expect(greeterOf({ address, proxies: '10.0.0.0/24' })(request)).toBeNull();
  expect(request.headers['x-forwarded-for']).toBe('203.0.113.9');
});

test('a form goes through behind a proxy that replaces Host, and the framework finds its Origin right', async () => {
  const headers = { ...own, host: '127.0.0.1:3000', 'x-forwarded-host': 'evil.example' };
  const { status, text } = await send({ method: 'POST', headers, body: 'a=1' });
  expect(status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({
    'x-forwarded-host': 'gongbao.example',
    'x-forwarded-proto': 'https',
  });
});

test.each<[string, Record<string, string>]>([
  ['without Origin', {}],
  ['of a sandboxed page', { origin: 'null' }],
  ['of another address', { origin: 'https://evil.example' }],
  [
    'of another address that Host and its forwarded form name too',
    {
      origin: 'https://evil.example',
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
    },
  ],
  ['sent from elsewhere', { ...own, 'sec-fetch-site': 'cross-site' }],
])('a form %s is refused in a sentence', async (_, headers) => {
  const { status, text } = await send({ method: 'POST', headers, body: 'a=1' });
  expect([status, text]).toEqual([403, expect.stringContaining('没有处理')]);
  expect(text).toContain(address);
});

test('a form that is too large is refused before it is read', async () => {
  const headers = { ...own, 'content-length': String(largestForm + 1) };
  const { status, text } = await new Promise<{ status: number; text: string }>((resolve) => {
    const request = http.request({ port, method: 'POST', path: '/imports', headers }, (answer) => {
      answer.setEncoding('utf8').on('data', (text: string) => {
        resolve({ status: answer.statusCode!, text });
        request.destroy();
      });
    });
    request.on('error', () => undefined);
    request.write('a');
  });
  expect([status, text]).toEqual([413, expect.stringContaining('6 MB')]);
  const endless = { ...own, 'transfer-encoding': 'chunked' };
  expect((await send({ method: 'POST', headers: endless, body: 'a=1' })).status).toBe(411);
});

test.each(['/summaries/%ff/2021', '/reports/%ZZ', '/api/v1/units/%E4%BD', '/reports/%00'])(
  'an address that cannot be read, %s, is said to be one',
  async (path) => {
    const { status, text } = await send({ path });
    expect([status, text]).toEqual([400, expect.stringContaining('网址')]);
  },
);

test('readable addresses, and calls of the interface, go on', async () => {
  for (const path of ['/summaries/320925/2021?x=%ff', '/units/%E5%BB%BA%E6%B9%96'])
    expect((await send({ path })).status).toBe(200);
  expect((await send({ method: 'POST', path: '/api/v1/units', body: '{}' })).status).toBe(200);
});
