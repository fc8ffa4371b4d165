// Calls of callers that cannot be identified are counted by the address they come from.
import { expect, test } from 'vitest';
import { refusalsPerMinute } from '@/lib/data/people/callers';
import { call, makeCallers } from './test-calls';

test('calls without a right token are limited by address, and hold nobody up who has one', async () => {
  const made = await makeCallers();
  const [token, headers] = [await made.token('county'), { 'x-forwarded-for': '203.0.113.9' }];
  const wrong = () =>
    call('/api/v1/units', { token: `gb_${'0'.repeat(16)}_${'a'.repeat(43)}`, headers });
  const statuses: number[] = [];
  for (let at = 0; at < refusalsPerMinute.fromAddress; at += 1)
    statuses.push((await (at % 2 ? wrong() : call('/api/v1/units', { headers }))).status);
  expect(new Set(statuses)).toEqual(new Set([401]));
  const refused = await wrong();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ code: 'too-many-refusals' });
  // Nothing gets worse for others.
  expect(
    (await call('/api/v1/units', { headers: { 'x-forwarded-for': '203.0.113.10' } })).status,
  ).toBe(401);
  expect((await call('/api/v1/units', { token, headers })).status).toBe(200);
});
