import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NoteSaver } from './note-saver';

type Sent = { section: string; kind: string; text: string; revision: number; submission: number };
let sent: Sent[] = [];
let answers: (() => Response)[] = [];

const answer =
  (outcome: string, text: string, revision: number, submission = 1) =>
  () =>
    Response.json({
      outcome,
      note: { text, revision, by: '周磊', at: '2021-11-21T06:00:00Z' },
      submission,
    });
const saver = () =>
  new NoteSaver(
    { address: '/notes', personId: 'p' },
    { section: 'SX', kind: 'measures' },
    { text: '旧', revision: 1, submission: 1 },
  );

beforeEach(() => {
  sent = [];
  answers = [];
  vi.useFakeTimers();
  vi.stubGlobal(
    'fetch',
    async (_: string, { body, headers }: { body: string; headers: Record<string, string> }) => {
      expect(headers).toMatchObject({ 'gongbao-person': 'p' });
      sent.push(JSON.parse(body) as Sent);
      const next = answers.shift();
      if (!next) throw new TypeError('network');
      return next();
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a pause in the writing sends the text once, over the revision that was seen', async () => {
  const note = saver();
  answers = [answer('saved', '新的一句', 2)];
  note.write('新的');
  note.write('新的一句');
  expect([note.state.kind, note.isUnsaved]).toEqual(['editing', true]);
  await vi.advanceTimersByTimeAsync(1600);
  expect(sent).toEqual([
    { section: 'SX', kind: 'measures', text: '新的一句', revision: 1, submission: 1 },
  ]);
  expect([note.state.kind, note.isUnsaved]).toEqual(['saved', false]);
});

test('words that stood in the field before the page came alive are saved, and the same words are not', async () => {
  const note = new NoteSaver(
    { address: '/notes', personId: 'p' },
    { section: 'SX', kind: 'measures' },
    { text: '旧\r\n二', revision: 1, submission: 1 },
  );
  note.catchUp('旧\n二');
  await vi.advanceTimersByTimeAsync(1600);
  expect([sent, note.state.kind]).toEqual([[], 'idle']);
  answers = [answer('saved', '早写的', 2)];
  note.catchUp('早写的');
  await vi.advanceTimersByTimeAsync(1600);
  expect([sent.map(({ text }) => text), note.state.kind]).toEqual([['早写的'], 'saved']);
});

test('what the network loses is sent again until it is there', async () => {
  const note = saver();
  note.write('新');
  await note.send();
  expect(note.state.kind).toBe('lost');
  answers = [() => new Response(null, { status: 503 }), answer('saved', '新', 2)];
  await vi.advanceTimersByTimeAsync(5000);
  expect([sent.length, note.state.kind]).toEqual([3, 'saved']);
});

test('words typed while a request is on its way are sent after it, over the new revision', async () => {
  const note = saver();
  answers = [answer('saved', '一', 2), answer('saved', '一二', 3)];
  note.write('一');
  const first = note.send();
  note.write('一二');
  await first;
  await vi.advanceTimersByTimeAsync(1600);
  expect(sent.map(({ text, revision }) => [text, revision])).toEqual([
    ['一', 1],
    ['一二', 2],
  ]);
});

test.each([
  [
    'mine',
    '我的',
    [
      ['我的', 1, 1],
      ['我的', 5, 2],
    ],
  ],
  ['theirs', '他的', [['我的', 1, 1]]],
] as const)('after a conflict %s stands', async (keep, stands, requests) => {
  const note = saver();
  answers = [answer('conflict', '他的', 5, 2), answer('saved', '我的', 6, 2)];
  note.write('我的');
  await note.send();
  expect(note.state).toMatchObject({ kind: 'conflict', theirs: { text: '他的' } });
  expect(note.settle(keep)).toBe(stands);
  await vi.advanceTimersByTimeAsync(100);
  expect(sent.map(({ text, revision, submission }) => [text, revision, submission])).toEqual(
    requests,
  );
  expect(note.isUnsaved).toBe(false);
});

test('a refusal says why and is not repeated', async () => {
  const note = saver();
  answers = [() => Response.json({ error: 'not-open-for-entry' }, { status: 409 })];
  note.write('新');
  await note.send();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([sent.length, note.state]).toEqual([1, { kind: 'refused', code: 'not-open-for-entry' }]);
});
