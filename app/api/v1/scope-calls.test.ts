// The interface as somebody meets it who wants more than is theirs: other units, other times, a token that does not
// hold.
import { beforeAll, describe, expect, test } from 'vitest';
import { createToken, listTokens, revokeToken } from '@/lib/data/people/access-tokens';
import { disablePerson, enablePerson } from '@/lib/data/people/people';
import {
  endToken,
  putApproval,
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

  test('what is not approved is not given out: drafts, submitted and returned reports', async () => {
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
