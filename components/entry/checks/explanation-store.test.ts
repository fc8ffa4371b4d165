import 'fake-indexeddb/auto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CheckValues } from '@/lib/domain/checks/explanation';
import type { WrittenExplanation } from './check-setup';
import { ExplanationStore } from './explanation-store';
import { forgetUnsent, readUnsent } from '../saving/unsent-figures';

type Received = {
  check: string;
  text: string;
  seen: { submission: number; values: CheckValues; text: string };
};
const place = { personId: 'p', reportId: 'r', submission: 1 };
const real = '合并了两个园区工会';

let server: Server;
let received: Received[];
type ServerAnswer = { status: number; body: unknown } | 'cut';
let answers: ((sent: Received) => ServerAnswer | Promise<ServerAnswer>)[];
let explained: [string, WrittenExplanation | null][];
let values: CheckValues | null;
/** What stands of the checks that are shown on the page. */
let written: Record<string, string>;
let store: ExplanationStore;

beforeEach(async () => {
  await forgetUnsent();
  [received, answers, explained, values, written] = [[], [], [], { 'A@0': '2' }, { V1: '' }];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const sent = JSON.parse(Buffer.concat(chunks).toString()) as Received;
    received.push(sent);
    const answer = await (answers.shift() ?? take)(sent);
    if (answer === 'cut') {
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': '50' })
        .write('{"explan');
      response.destroy();
    } else
      response
        .writeHead(answer.status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer.body));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  store = newStore();
});

afterEach(() => {
  store.stop();
  return new Promise((resolve) => server.close(resolve));
});

function take({ text, seen: { values: of } }: Received): ServerAnswer {
  return {
    status: 200,
    body: {
      explanation: text ? { text, values: of, by: '陈晓燕', at: '2026-11-21T06:02:00Z' } : null,
    },
  };
}

function newStore(): ExplanationStore {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return new ExplanationStore(
    { ...place, address },
    {
      settledValues: () => values,
      writtenOf: (check) => written[check],
      explain: (check, written) => explained.push([check, written]),
    },
  );
}

test('what says something goes off when its field is left, with the figures it is about', async () => {
  store.type('V1', ` ${real} `);
  expect(store.writings.get('V1')).toMatchObject({ state: 'editing' });
  store.leave('V1', '');
  await expect
    .poll(() => explained)
    .toEqual([
      [
        'V1',
        {
          check: 'V1',
          text: real,
          values: { 'A@0': '2' },
          by: '陈晓燕',
          at: '2026-11-21T06:02:00Z',
        },
      ],
    ]);
  expect(received).toEqual([
    { check: 'V1', text: real, seen: { submission: 1, values: { 'A@0': '2' }, text: '' } },
  ]);
  expect([store.writings.get('V1'), store.count()]).toEqual([undefined, 0]);
  await expect.poll(() => readUnsent(place)).toEqual({});
});

test.each(['核实无误', '情况属实，数据准确', '是的', '。。。。。。。。'])(
  '“%s” stays in its field and says why',
  (text) => {
    store.type('V1', text);
    store.leave('V1', '');
    expect(store.writings.get('V1')).toMatchObject({
      text,
      state: 'refused',
      issue: { code: 'explanation-says-nothing', params: { least: '6' } },
    });
  },
);

test('nothing is sent where nothing was changed, and an emptied text withdraws', async () => {
  store.type('V1', real);
  store.leave('V1', real);
  expect(store.count()).toBe(0);
  store.type('V1', '  ');
  store.leave('V1', real);
  await expect.poll(() => explained).toEqual([['V1', null]]);
  expect(received.map(({ text }) => text)).toEqual(['']);
});

test('it waits until its figures are as the server holds them', async () => {
  values = null;
  store.save('V1', real);
  await expect.poll(() => store.writings.get('V1')?.state).toBe('held');
  values = { 'A@0': '3' };
  store.sendNow();
  await expect
    .poll(() => received)
    .toMatchObject([{ check: 'V1', text: real, seen: { values: { 'A@0': '3' } } }]);
});

test('a line that breaks, also in the middle of the answer, is tried again; meanwhile it is in the browser', async () => {
  answers = [() => 'cut', () => ({ status: 503, body: {} })];
  store.save('V1', real);
  await expect
    .poll(() => [store.writings.get('V1')?.state, store.trouble?.kind])
    .toEqual(['waiting', 'network']);
  expect(await readUnsent(place)).toMatchObject({ 'check:V1': { typed: real } });
  store.sendNow();
  await expect.poll(() => store.trouble?.kind).toBe('server');
  store.sendNow();
  await expect.poll(() => explained.length).toBe(1);
  expect(store.trouble).toBeNull();
});

test('what a former visit left is put into its field and goes off only when that is left', async () => {
  values = null;
  store.type('V1', real);
  await expect.poll(() => readUnsent(place)).toMatchObject({ 'check:V1': { typed: real } });
  const later = newStore();
  await later.recall();
  values = { 'A@0': '2' };
  expect(later.writings.get('V1')).toMatchObject({ text: real, state: 'kept' });
  later.leave('V1', '');
  await expect.poll(() => received.length).toBe(1);
});

test('of what a former visit left, what has no field here is not counted, and what is written already is released', async () => {
  values = null;
  for (const check of ['V1', 'V2', 'V3']) store.type(check, real);
  await expect.poll(async () => Object.keys(await readUnsent(place))).toHaveLength(3);
  written = { V1: '', V3: real };
  const later = newStore();
  await later.recall();
  expect([later.count(), later.writings.get('V2')?.state, later.writings.get('V3')]).toEqual([
    1,
    'kept',
    undefined,
  ]);
  await expect
    .poll(async () => Object.keys(await readUnsent(place)))
    .toEqual(['check:V1', 'check:V2']);
});

test('a refusal is said at the field, and what was typed on meanwhile is kept', async () => {
  let answerNow = () => {};
  const held = new Promise<void>((resolve) => (answerNow = resolve));
  answers = [
    () => ({ status: 409, body: { error: 'figures-changed', params: {} } }),
    (sent) => held.then(() => take(sent)),
  ];
  store.save('V1', real);
  await expect
    .poll(() => store.writings.get('V1'))
    .toMatchObject({ state: 'refused', issue: { code: 'figures-changed' }, text: real });
  store.save('V1', real);
  await expect.poll(() => store.writings.get('V1')?.state).toBe('saving');
  store.type('V1', `${real}，转入三百人`);
  answerNow();
  await expect.poll(() => explained.length).toBe(1);
  expect(store.writings.get('V1')).toMatchObject({ text: `${real}，转入三百人`, state: 'editing' });
});

test('what a colleague wrote since is shown, and written over only after that', async () => {
  const theirs = '含上年结转的建议';
  answers = [
    () => ({
      status: 409,
      body: { error: 'explanation-changed', params: { by: '周磊', text: theirs } },
    }),
  ];
  store.type('V1', real);
  // The page has the colleague's words by now; they are not what this person saw.
  written = { V1: theirs };
  store.leave('V1', theirs);
  await expect
    .poll(() => store.writings.get('V1'))
    .toMatchObject({ text: real, state: 'refused', issue: { params: { text: theirs } } });
  store.leave('V1', theirs);
  await expect.poll(() => explained.length).toBe(1);
  expect(received.map(({ seen }) => seen.text)).toEqual(['', theirs]);
});
