// The interface as a program reads it: page by page, again only what changed, and by the methods there are.
import { beforeAll, describe, expect, test } from 'vitest';
import { findReportId, putCorrection } from '@/lib/data/testing/test-records';
import { approve, call, makeCallers, type Made } from './test-calls';

let made: Made;
beforeAll(async () => {
  made = await makeCallers();
});

type Page = { items: Record<string, unknown>[]; next: string | null };
const json = async <T = Record<string, unknown>>(answer: Promise<Response>): Promise<T> =>
  (await (await answer).json()) as T;
const figuresOf = async (token: string, query = '') =>
  (await json<Page>(call(`/api/v1/figures${query}`, { token }))).items;

describe('pages', () => {
  test('are complete and without doubles while figures change and reports come and go', async () => {
    const { world } = made;
    for (const year of ['2041', '2042', '2043']) await made.approved('otherCounty', year, '2');
    const token = await made.token('otherCity');
    const before = await figuresOf(token, '?limit=1000');
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page = await json<Page>(
        call(`/api/v1/figures?limit=7${cursor ? `&cursor=${cursor}` : ''}`, { token }),
      );
      seen.push(
        ...page.items.map(
          ({ unit, period, indicator, measure }) => `${unit} ${period} ${indicator} ${measure}`,
        ),
      );
      cursor = page.next;
      // A year that has been passed comes again as a second submission; one that is ahead is approved meanwhile.
      if (seen.length === 21) await made.approved('otherCounty', '2044', '1');
      if (seen.length === 28)
        await correct((await findReportId(world.unit.otherCounty.id, '2041'))!);
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    for (const { unit, period, indicator, measure } of before)
      expect(seen).toContain(`${unit} ${period} ${indicator} ${measure}`);
    expect(seen.some((place) => place.includes(' 2044 '))).toBe(true);

    async function correct(reportId: string) {
      await putCorrection(reportId, 99);
      await approve(world, 'otherCounty', reportId);
    }
  });

  test('every list pages to the same items, one by one or all at once', async () => {
    const token = await made.token('province');
    for (const list of ['units', 'periods', 'indicators']) {
      const all = await json<Page>(call(`/api/v1/${list}?limit=1000`, { token }));
      const steps: unknown[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Page = await json<Page>(
          call(
            `/api/v1/${list}?limit=${list === 'indicators' ? 50 : 1}${cursor ? `&cursor=${cursor}` : ''}`,
            { token },
          ),
        );
        steps.push(...page.items);
        cursor = page.next;
      }
      expect(all.items.length).toBeGreaterThan(1);
      expect(steps).toEqual(all.items);
    }
  });

  test.each([
    'limit=0',
    'limit=1001',
    'limit=-1',
    'limit=１０',
    'limit=1e2',
    'limit=',
    'cursor=x',
    `cursor=${btoa('["a","b"]')}`,
    `cursor=${btoa(JSON.stringify(['a', '2021', 'SX001', "x' OR 1=1"]))}`,
    `cursor=${btoa(JSON.stringify(['\u0000', '2021', 'SX001', 'level']))}`,
    'period=2021&period=2020',
    'unit=%00',
    'indicator=SX001;DROP',
    'PERIOD=2021',
    '__proto__=1',
    'constructor=1',
  ])('%s is refused', async (query) => {
    const answer = await call(`/api/v1/figures?${query}`, {
      token: await made.token('city', ['read']),
    });
    expect([answer.status, (await answer.json()) as object]).toEqual([
      400,
      expect.objectContaining({
        code: 'bad-parameters',
        faults: [expect.objectContaining({ message: expect.any(String) as string })],
      }),
    ]);
  });
});

describe('ETag', () => {
  test('stays while nothing changes and changes with an approval, for every list and every token', async () => {
    const token = await made.token('county');
    const tag = async (address: string) => (await call(address, { token })).headers.get('etag')!;
    const address = '/api/v1/figures?period=2051';
    const first = await tag(address);
    expect(await tag(address)).toBe(first);
    expect(await tag('/api/v1/figures?period=2052')).not.toBe(first);
    await made.approved('county', '2051', '5');
    const second = await tag(address);
    expect(second).not.toBe(first);
    for (const known of [second, `W/${second}`, `"x", ${second}`, '*'])
      expect((await call(address, { token, headers: { 'if-none-match': known } })).status).toBe(
        304,
      );
    expect((await call(address, { token, headers: { 'if-none-match': first } })).status).toBe(200);
  });
});

describe('methods', () => {
  test('what an address does not do is answered with what it does', async () => {
    const token = await made.token('city');
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await call('/api/v1/units', { method, token });
      expect([
        answer.status,
        answer.headers.get('allow'),
        answer.headers.get('content-type'),
      ]).toEqual([405, 'GET, HEAD, OPTIONS', 'application/problem+json; charset=utf-8']);
    }
    const proposals = `/api/v1/reports/${made.world.unit.county.code}/2021/proposals`;
    expect([
      (await call(proposals, { token })).status,
      (await call(proposals, { token })).headers.get('allow'),
    ]).toEqual([405, 'POST, OPTIONS']);
  });

  test('HEAD has the head alone, OPTIONS opens nothing to other origins', async () => {
    const token = await made.token('city');
    const [head, get] = [
      await call('/api/v1/units', { method: 'HEAD', token }),
      await call('/api/v1/units', { token }),
    ];
    expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([
      200,
      '',
      get.headers.get('etag'),
    ]);
    expect((await call('/api/v1/units', { method: 'HEAD' })).status).toBe(401);
    const options = await call('/api/v1/units', {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'GET' },
    });
    expect([
      options.status,
      options.headers.get('allow'),
      [...options.headers.keys()].filter((name) => name.startsWith('access-control')),
    ]).toEqual([204, 'GET, HEAD, OPTIONS', []]);
  });

  test('the language of a problem is the one asked for', async () => {
    const detail = async (language: string) =>
      (await json(call('/api/v1/units', { headers: { 'accept-language': language } }))).detail;
    expect(await detail('en-GB,en;q=0.9')).toMatch(/^There is no access token/);
    for (const language of ['zh-CN', 'fr, zh;q=0.5', '', 'x'.repeat(5000)])
      expect(await detail(language)).toMatch(/^没有访问令牌/);
  });
});
