// The interface as somebody meets it who wants more than is theirs, or less than is clean.
import { beforeAll, describe, expect, test } from 'vitest';
import { createToken, listTokens, revokeToken } from '@/lib/data/people/access-tokens';
import { findCaller } from '@/lib/data/people/callers';
import { disablePerson, enablePerson } from '@/lib/data/people/people';
import { takeProposal, listProposals } from '@/lib/data/interface/proposals';
import {
  countProposals,
  countRecords,
  endToken,
  findReportId,
  putApproval,
  putCorrection,
  putFigures,
  putIntoUnit,
  putRoles,
  putSignature,
  tokenTexts,
} from '@/lib/data/testing/test-records';
import { approve, call, makeCallers, proposeTo, type Made } from './test-calls';

let made: Made;
beforeAll(async () => {
  made = await makeCallers();
});

type Page = { items: Record<string, unknown>[]; next: string | null };
const json = async <T = Record<string, unknown>>(answer: Promise<Response>): Promise<T> =>
  (await (await answer).json()) as T;
const figuresOf = async (token: string, query = '') =>
  (await json<Page>(call(`/api/v1/figures${query}`, { token }))).items;

describe('scope', () => {
  test('a county sees itself, a city its counties, and nobody what stands beside or above', async () => {
    for (const unit of ['county', 'neighbour', 'otherCounty', 'city'] as const)
      await made.approved(unit, '2021', '4');
    const { unit } = made.world;
    const [county, city] = [await made.token('county'), await made.token('city')];
    const codes = async (token: string) =>
      [...new Set((await figuresOf(token, '?limit=1000')).map(({ unit: of }) => of))].sort();
    expect(await codes(county)).toEqual([unit.county.code]);
    expect(await codes(city)).toEqual(
      [unit.city.code, unit.county.code, unit.neighbour.code].sort(),
    );
    expect((await json<Page>(call('/api/v1/units', { token: county }))).items).toMatchObject([
      { code: unit.county.code, parent: null },
    ]);
    expect(
      (await json<Page>(call('/api/v1/units', { token: city }))).items.map(({ code, parent }) => [
        code,
        parent,
      ]),
    ).toEqual([
      [unit.city.code, null],
      [unit.county.code, unit.city.code],
      [unit.neighbour.code, unit.city.code],
    ]);
    for (const foreign of [
      unit.neighbour.code,
      unit.city.code,
      unit.otherCounty.code,
      '000000',
      "x' OR 1=1--",
      '%2e%2e',
      '１２３',
    ]) {
      for (const address of [
        `/api/v1/figures?unit=${encodeURIComponent(foreign)}`,
        `/api/v1/summaries/${encodeURIComponent(foreign)}/2021`,
        `/api/v1/rollups/${encodeURIComponent(foreign)}/2021`,
      ]) {
        expect([address, [400, 404]]).toEqual([
          address,
          expect.arrayContaining([(await call(address, { token: county })).status]),
        ]);
      }
    }
    expect(
      (
        await proposeTo(made.world, 'neighbour', '2021', county, [
          { indicator: 'SX001', value: '1' },
        ])
      ).status,
    ).toBe(404);
  });

  test('what is not approved is not told: drafts, submitted and returned reports', async () => {
    const id = await made.world.report('county', '2031');
    const { personId } = made.world.viewer('county', 'reporter');
    await putFigures(id, personId, [{ indicator: 'SX001', answer: 'number', value: 9 }]);
    const token = await made.token('city');
    const seen = () => figuresOf(token, `?period=2031&unit=${made.world.unit.county.code}`);
    expect(await seen()).toEqual([]);
    await putSignature(id, personId, personId);
    expect(await seen()).toEqual([]);
    await putApproval(id, personId);
    expect(await seen()).toMatchObject([{ value: '9', answer: 'number', submission: 1 }]);
  });

  test('blank, 0, not applicable and not available are told apart', async () => {
    const id = await made.world.report('neighbour', '2032');
    const { personId } = made.world.viewer('neighbour', 'reporter');
    const answers = [
      ['SX001', 'number'],
      ['SX002', 'blank'],
      ['SX007', 'not_applicable'],
      ['SX003', 'not_available'],
    ] as const;
    await putFigures(
      id,
      personId,
      answers.map(([indicator, answer]) => ({
        indicator,
        answer,
        value: answer === 'number' ? 0 : null,
      })),
    );
    await approve(made.world, 'neighbour', id);
    const found = await figuresOf(await made.token('neighbour'), '?period=2032');
    expect(
      found.map(({ indicator, answer, value, printed }) => [indicator, answer, value, printed]),
    ).toEqual([
      ['SX001', 'number', '0', expect.stringMatching(/^0\D/)],
      ['SX002', 'blank', null, ''],
      ['SX003', 'not_available', null, '无法取得'],
      ['SX007', 'not_applicable', null, '不适用'],
    ]);
  });
});

describe('a token that does not hold', () => {
  const units = async (token?: string, headers?: Record<string, string>) =>
    (await call('/api/v1/units', { token, headers })).status;

  test('wrong, expired, revoked: 401 in the same words', async () => {
    const token = await made.token('city');
    expect(await units(token)).toBe(200);
    const other = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    const [expired, revoked] = [await made.token('city'), await made.token('city')];
    await endToken(expired.slice(3, 19));
    const { id } = (await listTokens(made.world.viewer('province', 'administrator'))).find(
      ({ lookup }) => lookup === revoked.slice(3, 19),
    )!;
    await revokeToken(made.world.viewer('province', 'administrator'), id);
    const answers = await Promise.all(
      [other, expired, revoked, `gb_${'0'.repeat(16)}_${'A'.repeat(43)}`, 'x', token + 'A'].map(
        async (wrong) => {
          const answer = await call('/api/v1/units', { token: wrong });
          return [answer.status, answer.headers.get('www-authenticate'), await answer.text()];
        },
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]!.slice(0, 2)).toEqual([401, 'Bearer realm="gongbao", error="invalid_token"']);
  });

  test('it rests while its maker is disabled, is no administrator or works elsewhere', async () => {
    const maker = await made.world.person('city', ['administrator']);
    const token = await createToken(maker, {
      name: '财务系统',
      purpose: '',
      unitCode: made.world.unit.county.code,
      rights: ['read'],
      expiresAt: new Date(Date.now() + 86_400_000),
    });
    const above = made.world.viewer('province', 'administrator');
    const states = async () => [
      await units(token),
      (await listTokens(above)).find(({ lookup }) => lookup === token.slice(3, 19))!.state,
    ];
    expect(await states()).toEqual([200, 'valid']);
    await disablePerson(above, maker.personId);
    expect(await states()).toEqual([401, 'resting']);
    await enablePerson(above, maker.personId);
    expect(await states()).toEqual([200, 'valid']);
    await putRoles(maker.personId, []);
    expect(await states()).toEqual([401, 'resting']);
    await putRoles(maker.personId, ['administrator']);
    await putIntoUnit(maker.personId, made.world.unit.neighbour.id);
    expect(await states()).toEqual([401, 'resting']);
  });

  test('only the header counts: no cookie, no parameter, no other scheme', async () => {
    const token = await made.token('city');
    expect(
      await units(undefined, { cookie: `next-auth.session-token=${token}; token=${token}` }),
    ).toBe(401);
    expect(await units(undefined, { authorization: `Basic ${btoa(`x:${token}`)}` })).toBe(401);
    expect(await units(undefined, { authorization: token })).toBe(401);
    expect((await call(`/api/v1/units?access_token=${token}`)).status).toBe(401);
    expect((await call(`/api/v1/units?access_token=${token}`, { token })).status).toBe(400);
  });

  test('its secret is nowhere in the database', async () => {
    const token = await made.token('city');
    const secret = token.slice(20);
    const texts = await tokenTexts();
    expect(texts.some((text) => text.includes(token.slice(3, 19)))).toBe(true);
    expect(texts.some((text) => text.includes(secret))).toBe(false);
  });
});

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

describe('a proposal', () => {
  const post = async (
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ) => {
    const answer = await call(`/api/v1/reports/${made.world.unit.county.code}/2061/proposals`, {
      method: 'POST',
      token: await made.token('county'),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
        ...headers,
      },
      body,
    });
    return [answer.status, ((await answer.json()) as { code?: string }).code];
  };
  const figures = (value: string) => `{"figures":[{"indicator":"SX001","value":${value}}]}`;

  test.each([
    ['no JSON', '{"figures":', {}, 400, 'not-json'],
    ['nothing', '', {}, 400, 'not-json'],
    ['half a character', new Uint8Array([0x22, 0xe4, 0xbd, 0x22]), {}, 400, 'not-json'],
    [
      'a name twice',
      '{"figures":[{"indicator":"SX001","value":"1","value":"2"}]}',
      {},
      400,
      'doubled-member',
    ],
    [
      'a name twice, once spelled with an escape',
      '{"figures":[{"indicator":"SX001","value":"1","v\\u0061lue":"2"}]}',
      {},
      400,
      'doubled-member',
    ],
    ['deep nesting', '['.repeat(100_000), {}, 400, 'too-deep'],
    ['10 MB', 'x'.repeat(10_000_000), {}, 413, 'body-too-long'],
    [
      'a lie about the length',
      figures('"1"'),
      { 'content-length': '99999999' },
      413,
      'body-too-long',
    ],
    [
      'a form',
      'figures=1',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'not-json-type',
    ],
    [
      'another charset',
      figures('"1"'),
      { 'content-type': 'application/json; charset=gbk' },
      415,
      'not-json-type',
    ],
    ['no key', figures('"1"'), { 'idempotency-key': '' }, 400, 'key-missing'],
    ['a number that is no text', figures('1'), {}, 422, 'bad-body'],
    ['full-width digits', figures('"１２"'), {}, 422, 'bad-body'],
    ['an exponent', figures('"1e3"'), {}, 422, 'bad-body'],
    [
      'an unknown field',
      '{"figures":[{"indicator":"SX001","value":"1","status":"approved"}]}',
      {},
      422,
      'bad-body',
    ],
    ['no figure', '{"figures":[]}', {}, 422, 'bad-body'],
    [
      'a prototype',
      '{"figures":[{"indicator":"SX001","value":"1"}],"__proto__":{}}',
      {},
      422,
      'bad-body',
    ],
    [
      'one wrong figure among right ones',
      '{"figures":[{"indicator":"SX001","value":"1"},{"indicator":"SX002","value":"0.5"}]}',
      {},
      422,
      'figures-refused',
    ],
    [
      'an indicator twice',
      '{"figures":[{"indicator":"SX001","value":"1"},{"indicator":"SX001","value":"1"}]}',
      {},
      422,
      'figures-refused',
    ],
  ] as const)(
    'with %s is refused, and nothing is kept',
    async (_name, body, headers, status, code) => {
      if (!(await findReportId(made.world.unit.county.id, '2061')))
        await made.world.report('county', '2061');
      expect(await post(body, headers)).toEqual([status, code]);
      expect(await countProposals('2061')).toBe(0);
    },
  );

  test('the faults name the figure and say what would be right', async () => {
    await made.world.report('county', '2062');
    const answer = await json(
      proposeTo(made.world, 'county', '2062', await made.token('county'), [
        { indicator: 'SX001', value: 'x' },
        { indicator: 'SX002', value: '1' },
      ]),
    );
    expect(answer.faults).toEqual([
      {
        field: 'figures.0.value',
        code: 'bad-value',
        message: expect.stringContaining('十进制') as string,
      },
    ]);
  });

  test('repeated with its key is kept once and answered the same; other content under the key is refused', async () => {
    const id = await made.world.report('county', '2063');
    const token = await made.token('county');
    const sent = [{ indicator: 'SX001', value: '12' }];
    const answers = await Promise.all(
      Array.from({ length: 16 }, () =>
        proposeTo(made.world, 'county', '2063', token, sent, 'key-1'),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(16).fill(201));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(
      answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true'),
    ).toHaveLength(15);
    expect(await countRecords(id)).toMatchObject({ proposals: 1, made: 1, notices: 1 });
    expect(
      (
        await json(
          proposeTo(
            made.world,
            'county',
            '2063',
            token,
            [{ indicator: 'SX001', value: '13' }],
            'key-1',
          ),
        )
      ).code,
    ).toBe('idempotency-key-used');
    // The key is the token's own: another system may use the same.
    expect(
      (await proposeTo(made.world, 'county', '2063', await made.token('city'), sent, 'key-1'))
        .status,
    ).toBe(201);
  });

  test('of 16 at once as many wait as may, and the draft is as it was', async () => {
    const id = await made.world.report('county', '2064');
    const token = await made.token('city');
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, at) =>
        proposeTo(made.world, 'county', '2064', token, [{ indicator: 'SX001', value: String(at) }]),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array(10).fill(201),
      ...Array(6).fill(409),
    ]);
    expect(await countRecords(id)).toMatchObject({ proposals: 10, figures: 0 });
  });

  test('does not say what stands in the draft, and its state only to its own token', async () => {
    const id = await made.world.report('county', '2065');
    const [token, other] = [await made.token('county'), await made.token('county')];
    const reporter = made.world.viewer('county', 'reporter');
    const first = await json<{ id: string }>(
      proposeTo(made.world, 'county', '2065', token, [{ indicator: 'SX001', value: '12' }]),
    );
    const [shown] = (await listProposals(reporter, id))!;
    await takeProposal(reporter, shown!.id, shown!.seen);
    const same = await json(
      proposeTo(made.world, 'county', '2065', token, [{ indicator: 'SX001', value: '12' }]),
    );
    const another = await json(
      proposeTo(made.world, 'county', '2065', token, [{ indicator: 'SX001', value: '13' }]),
    );
    expect(same.figures).toEqual(another.figures);
    expect(await json(call(`/api/v1/proposals/${first.id}`, { token }))).toMatchObject({
      state: 'taken',
      count: 1,
    });
    expect((await call(`/api/v1/proposals/${first.id}`, { token: other })).status).toBe(404);
    await approve(made.world, 'county', id);
    expect(await json(call(`/api/v1/proposals/${String(another.id)}`, { token }))).toMatchObject({
      state: 'lapsed',
    });
    expect(
      (
        await json(
          proposeTo(made.world, 'county', '2065', token, [{ indicator: 'SX001', value: '14' }]),
        )
      ).code,
    ).toBe('not-open-for-entry');
  });
});

test('limits are counted for each token by itself, and together by all calls', async () => {
  const [one, other] = [await made.token('city'), await made.token('city')];
  const left = async (token: string) =>
    Number(/r=(\d+)/.exec((await call('/api/v1/units', { token })).headers.get('ratelimit')!)![1]);
  const before = await left(one);
  await Promise.all(Array.from({ length: 8 }, () => call('/api/v1/units', { token: one })));
  expect(await left(one)).toBe(before - 9);
  expect(await left(other)).toBe(before);
  expect((await findCaller(one))?.name).toContain('财务系统');
});
