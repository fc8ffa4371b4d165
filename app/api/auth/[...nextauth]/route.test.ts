// What is closed of next-auth; that signing in and out works is shown by every story of a person.
import { NextRequest } from 'next/server';
import { beforeEach, expect, test } from 'vitest';
import { elsewhere, openBrowser, ownPage } from '@/lib/request/test-browser';
import { GET, POST } from './route';

beforeEach(openBrowser);

const ask = (method: 'GET' | 'POST', path: string) =>
  (method === 'GET' ? GET : POST)(
    new NextRequest(`http://127.0.0.1/api/auth/${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify({ level: 'error', code: 'planted' }) }),
    }),
    { params: Promise.resolve({ nextauth: path.split('/') }) },
  );

test.each([
  ['GET', 'signin', 404],
  ['GET', 'signin/password', 404],
  ['POST', 'signin/password', 404],
  ['GET', 'signout', 405],
  ['GET', 'error', 404],
  ['GET', 'verify-request', 404],
  ['POST', '_log', 404],
  ['GET', '_log', 404],
  ['GET', 'session', 404],
  ['POST', 'session', 404],
  ['GET', 'callback/password', 405],
  ['POST', 'callback/github', 404],
  ['POST', 'csrf', 405],
  ['GET', 'constructor', 404],
] as const)('%s %s answers %i', async (method, path, status) => {
  const answer = await ask(method, path);
  expect([answer.status, await answer.text()]).toEqual([status, '']);
  expect(answer.headers.has('allow')).toBe(status === 405);
});

const send = (headers: Record<string, string>, body: string) =>
  POST(
    new NextRequest('http://127.0.0.1/api/auth/callback/password', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    }),
    { params: Promise.resolve({ nextauth: ['callback', 'password'] }) },
  );

test('signing in is asked for by our own page only, and in few words', async () => {
  expect((await send(elsewhere, 'account=a&password=b')).status).toBe(403);
  expect((await send({}, 'account=a&password=b')).status).toBe(403);
  expect((await send(ownPage, `account=${'x'.repeat(3_000_000)}`)).status).toBe(413);
});
