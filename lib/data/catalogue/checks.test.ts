// A check that an office makes or changes holds at once on every server, not only on the one that was asked.
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { makeWorld, type World } from '../testing/test-world';
import { changeCheck, createCheck, switchCheck, type NewCheck } from './checks';

let world: World;
/** Another server: it has the catalogue in a memory of its own. */
let other: typeof import('./catalogue');
beforeAll(async () => {
  world = await makeWorld();
  vi.resetModules();
  other = await import('./catalogue');
});
afterEach(() => vi.useRealTimers());

const wanted: NewCheck = {
  kind: 'verify',
  left: [{ factor: 1, code: 'SX001', period: 0 }],
  op: '>=',
  right: [{ factor: 5, code: null, period: 0 }],
  tolerance: '0',
  note: '宣讲不少于五场',
  levels: ['county'],
  missing: { left: 'none', right: 'any' },
  marks: [],
};

let ahead = 0;

/** What another server answers once it has had time to look. */
async function printElsewhere(): Promise<string> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + (ahead += 10_000) });
  const print = await other.cataloguePrint();
  vi.useRealTimers();
  return print;
}

test('each change is announced to the other servers', async () => {
  const administrator = world.viewer('city', 'administrator');
  let before = await printElsewhere();
  expect(await printElsewhere()).toBe(before);
  const isAnnounced = async () => {
    const after = await printElsewhere();
    expect(after).not.toBe(before);
    before = after;
  };
  const code = await createCheck(administrator, wanted);
  await isAnnounced();
  await changeCheck(administrator, code, { ...wanted, note: '宣讲应不少于五场' });
  await isAnnounced();
  await switchCheck(administrator, code, true);
  await isAnnounced();
});
