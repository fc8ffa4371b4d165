// The description against the real answers: every call and every status it names is brought about, and each answer is
// read with the form the description gives it. What is not described does not exist, and the other way round.
import { beforeAll, describe as group, expect, test } from 'vitest';
import { z } from 'zod';
import { describe, statusesOf } from '@/lib/api/describe';
import { operations } from '@/lib/api/operations/all';
import type { OperationId } from '@/lib/api/operation';
import { callsPerMinute, countCall, findCaller } from '@/lib/data/people/callers';
import { call, makeCallers, proposeTo, routeFiles, type Call, type Made } from './test-calls';

type Json = { [name: string]: unknown };

let made: Made;
let read: string;
let both: string;
let proposal: string;
beforeAll(async () => {
  made = await makeCallers();
  await made.approved('county', '2020', '1');
  await made.approved('county', '2021', '3');
  await made.world.report('neighbour', '2021');
  for (const year of ['2022', '2023']) await made.world.report('county', year);
  [read, both] = [await made.token('city', ['read']), await made.token('city')];
  const answer = await proposeTo(made.world, 'county', '2022', both, [
    { indicator: 'SX001', value: '5' },
  ]);
  proposal = ((await answer.json()) as { id: string }).id;
});

const description = describe('en');
const described = operations.flatMap((operation) =>
  statusesOf(operation).map((status) => ({ operation, id: operation.id, status })),
);

test('every route file is described, and everything described has its file', () => {
  const files = [...routeFiles.keys()].filter(
    (path) => path !== '/api/v1/openapi.json' && !path.includes('[...'),
  );
  expect(Object.keys(description.paths).sort()).toEqual(files.sort());
});

test('is served as it is, in both languages, with the same forms', async () => {
  for (const [locale, title] of [
    ['en', 'Gongbao interface'],
    ['zh-CN', '工报数据接口'],
  ] as const) {
    const served = (await (
      await call('/api/v1/openapi.json', { headers: { 'accept-language': locale } })
    ).json()) as typeof description;
    expect(served).toEqual(JSON.parse(JSON.stringify(describe(locale))));
    expect(served.info.title).toBe(title);
  }
  const bare = (locale: 'en' | 'zh-CN') =>
    JSON.stringify(describe(locale), (name, value: unknown) =>
      ['description', 'summary', 'title'].includes(name) && typeof value === 'string' ? '' : value,
    );
  expect(bare('en')).toBe(bare('zh-CN'));
  expect(JSON.stringify(describe('en'))).not.toContain('api.');
});

group.each(described)('$id $status', ({ operation, id, status }) => {
  test('is answered as it is described', async () => {
    const { address, ...sent } = await bringAbout(id, status);
    const answer = await call(address, { method: operation.method, ...sent });
    const text = await answer.text();
    expect([answer.status, text.slice(0, 300)]).toEqual([status, text.slice(0, 300)]);
    const { content } = description.paths[operation.path]![operation.method.toLowerCase()]!
      .responses[status] as { content?: Record<string, { schema: Json }> };
    if (!content) {
      expect(text).toBe('');
      return;
    }
    const [[type, { schema }]] = Object.entries(content) as [[string, { schema: Json }]];
    expect(answer.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(answer.headers.get('cache-control')).toMatch(status < 300 ? /^private/ : /^no-store$/);
    expect(formOf(schema).safeParse(JSON.parse(text))).toMatchObject({ success: true });
    if (status !== 401) expect(answer.headers.get('ratelimit')).toMatch(/^"token";r=\d+;t=\d+$/);
  });
});

test('a form that does not fit is noticed', async () => {
  const page = (await (await call('/api/v1/figures?limit=1', { token: read })).json()) as {
    items: Json[];
  };
  const form = formOf({ $ref: '#/components/schemas/FigurePage' });
  expect(form.safeParse(page).success).toBe(true);
  for (const wrong of [
    { ...page, more: 1 },
    { items: page.items },
    { ...page, items: [{ ...page.items[0], value: 1 }] },
    { ...page, items: [{ ...page.items[0], answer: 'none' }] },
  ]) {
    expect(form.safeParse(wrong).success).toBe(false);
  }
});

/** The form that the description gives an answer, read by itself. */
function formOf(schema: Json): z.ZodType {
  const local = (value: unknown) =>
    JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/')) as Json;
  return z.fromJSONSchema({
    ...local(schema),
    $defs: local(description.components.schemas),
  } as Parameters<typeof z.fromJSONSchema>[0]);
}

async function bringAbout(id: OperationId, status: number): Promise<Call & { address: string }> {
  const addresses = addressesOf();
  const [right, wrong] = addresses[id];
  const proposing = id === 'propose';
  const token = proposing || id === 'getProposal' ? both : read;
  const sent: Call & { address: string } = {
    address: right,
    token,
    ...(proposing && bodyOf([{ indicator: 'SX001', value: '12' }])),
  };
  if (status === 304)
    return {
      ...sent,
      headers: { 'if-none-match': (await call(right, { token })).headers.get('etag') ?? '' },
    };
  if (status === 400) return { ...sent, address: `${right}?colour=red` };
  if (status === 401) return { ...sent, token: undefined };
  if (status === 403)
    return {
      ...sent,
      token: proposing || id === 'getProposal' ? read : await made.token('city', ['propose']),
    };
  if (status === 404) return { ...sent, address: wrong };
  if (status === 409) return { ...sent, address: right.replace('2022', '2021') };
  if (status === 413) return { ...sent, body: `{"figures": "${'x'.repeat(300_000)}"}` };
  if (status === 415)
    return { ...sent, headers: { ...sent.headers, 'content-type': 'text/plain' } };
  if (status === 422) return { ...sent, ...bodyOf([{ indicator: 'SX001', value: '1.5' }]) };
  if (status === 429) return { ...sent, token: await exhausted() };
  return sent;
}

function addressesOf(): Record<OperationId, [right: string, wrong: string]> {
  const [own, foreign] = [made.world.unit.county.code, made.world.unit.otherCounty.code];
  return {
    listUnits: ['/api/v1/units', ''],
    listPeriods: ['/api/v1/periods', ''],
    listIndicators: ['/api/v1/indicators', ''],
    listFigures: ['/api/v1/figures', `/api/v1/figures?unit=${foreign}`],
    getSummary: [`/api/v1/summaries/${own}/2021`, `/api/v1/summaries/${foreign}/2021`],
    getRollUp: [
      `/api/v1/rollups/${made.world.unit.city.code}/2021`,
      `/api/v1/rollups/${foreign}/2021`,
    ],
    propose: [`/api/v1/reports/${own}/2022/proposals`, `/api/v1/reports/${foreign}/2022/proposals`],
    getProposal: [
      `/api/v1/proposals/${proposal}`,
      '/api/v1/proposals/00000000-0000-7000-8000-000000000000',
    ],
  };
}

const bodyOf = (figures: object[]) => ({
  headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
  body: JSON.stringify({ figures }),
});

async function exhausted(): Promise<string> {
  const token = await made.token('city');
  await countCall((await findCaller(token))!.token.id, callsPerMinute);
  return token;
}
