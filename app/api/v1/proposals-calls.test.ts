// Figures that another system proposes, and how often anybody may call.
import { beforeAll, describe, expect, test } from 'vitest';
import { findCaller } from '@/lib/data/people/callers';
import { takeProposal, listProposals } from '@/lib/data/interface/proposals';
import { countProposals, countRecords, findReportId } from '@/lib/data/testing/test-records';
import { approve, call, makeCallers, proposeTo, type Made } from './test-calls';

let made: Made;
beforeAll(async () => {
  made = await makeCallers();
});

const json = async <T = Record<string, unknown>>(answer: Promise<Response>): Promise<T> =>
  (await (await answer).json()) as T;

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
