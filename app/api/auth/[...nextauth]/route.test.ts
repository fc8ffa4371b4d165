// What is closed of next-auth; that signing in and out works is told by every story of a person.
import { expect, test } from 'vitest';
import { GET, POST } from './route';

const ask = (method: 'GET' | 'POST', path: string) =>
  (method === 'GET' ? GET : POST)(
    new Request(`http://127.0.0.1/api/auth/${path}`, {
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
