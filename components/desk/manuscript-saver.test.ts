// Two windows at one text, and a server that takes the newest revision only: what each wrote ends up in both.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Block } from '@/lib/domain/desk/manuscript';
import { ManuscriptSaver, type Theirs } from './manuscript-saver';

const own = (id: string, words: string): Block => ({
  id,
  kind: 'own',
  section: null,
  opens: true,
  hidden: false,
  pinned: false,
  parts: [words],
  origin: null,
});
const begun = [own('a', '甲。'), own('b', '乙。')];
let standing: Theirs;
let isRefusing = false;
let guards: ((event: { preventDefault(): void }) => void)[] = [];

beforeEach(() => {
  standing = { revision: 1, savedBy: '宋佳', savedAt: '2021-11-21T06:00:00Z', blocks: begun };
  isRefusing = false;
  guards = [];
  vi.stubGlobal('addEventListener', (name: string, listen: (typeof guards)[number]) => {
    if (name === 'beforeunload') guards.push(listen);
  });
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('fetch', async (_: string, { body }: { body: string }) => {
    const { revision, blocks } = JSON.parse(body) as { revision: number; blocks: Block[] };
    if (isRefusing) return Response.json({ error: 'malformed' }, { status: 422 });
    if (revision !== standing.revision) return Response.json({ outcome: 'conflict', ...standing });
    standing = { ...standing, revision: revision + 1, blocks };
    return Response.json({ outcome: 'saved', ...standing, loosened: 0 });
  });
});
afterEach(() => vi.unstubAllGlobals());

function open(name: string) {
  const merged: string[] = [];
  const saver = new ManuscriptSaver(
    { address: '/m', personId: name, copyName: name },
    { ...standing },
  );
  let text: readonly Block[] = standing.blocks;
  const stop = saver.start(
    () => undefined,
    (blocks, by) => {
      text = blocks;
      merged.push(by);
    },
  );
  return {
    saver,
    stop,
    merged,
    write: (blocks: Block[]) => {
      text = blocks;
      saver.change(blocks);
    },
    text: () => text.map(({ parts }) => parts.join('')).join(''),
  };
}
const settled = (kind: string, saver: ManuscriptSaver) =>
  vi.waitFor(() => expect(saver.state().kind).toBe(kind), { timeout: 5000 });

test('in different sentences: merged by themselves, and said so', async () => {
  const [one, two] = [open('one'), open('two')];
  one.write([own('a', '甲，改了。'), begun[1]!]);
  await settled('saved', one.saver);
  two.write([...begun, own('c', '丙。')]);
  await settled('saved', two.saver);
  expect(two.text()).toBe('甲，改了。乙。丙。');
  expect(two.merged).toEqual(['宋佳']);
  expect(standing.blocks.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  one.stop();
  two.stop();
});

test('in one sentence: nothing is sent before somebody has chosen, and leaving asks', async () => {
  const [one, two] = [open('one'), open('two')];
  one.write([own('a', '一说。'), begun[1]!]);
  await settled('saved', one.saver);
  two.write([own('a', '二说。'), own('b', '乙，也改了。')]);
  await settled('conflict', two.saver);
  expect(standing.revision).toBe(2);
  const asks = vi.fn();
  guards.forEach((guard) => guard({ preventDefault: asks }));
  expect(asks).toHaveBeenCalledTimes(1);
  const state = two.saver.state();
  if (state.kind !== 'conflict') throw new Error(state.kind);
  expect(state.collisions.map(({ id }) => id)).toEqual(['a']);
  two.saver.settle(state.theirs, ['a']);
  await settled('saved', two.saver);
  expect(two.text()).toBe('一说。乙，也改了。');
  one.stop();
  two.stop();
});

test('what the server does not take is said, and the next change is sent again', async () => {
  const one = open('one');
  isRefusing = true;
  one.write([own('a', '不收。'), begun[1]!]);
  await settled('refused', one.saver);
  isRefusing = false;
  one.write([own('a', '收了。'), begun[1]!]);
  await settled('saved', one.saver);
  expect(standing.blocks[0]!.parts).toEqual(['收了。']);
  one.stop();
});

test('a text left unsent in a closed window is merged with what was saved since', async () => {
  const one = open('one');
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
  one.write([...begun, own('c', '断网时写的。')]);
  await settled('offline', one.saver);
  one.stop();
  standing = { ...standing, revision: 5, blocks: [own('a', '别人改的。'), begun[1]!] };
  const again = open('one');
  expect((await again.saver.recover(standing))!.map(({ parts }) => parts.join('')).join('')).toBe(
    '别人改的。乙。断网时写的。',
  );
  again.stop();
});
