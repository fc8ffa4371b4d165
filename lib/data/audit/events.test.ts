import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import { recordFailedSignIn } from '../people/credentials';
import { openSession } from '../people/sessions';
import { makeWorld, type World } from '../testing/test-world';
import { searchEvents, type AuditFilter } from './events';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const all: AuditFilter = { words: '', group: '', from: null, to: null, before: null };
const read = (unit: Parameters<World['viewer']>[0], filter: Partial<AuditFilter> = {}, most = 50) =>
  searchEvents(world.viewer(unit, 'auditor'), { ...all, ...filter }, { most, kind: 'audit.read' });

test('an auditor reads what people of the unit and below did, and nothing else', async () => {
  const [own, below, beside] = [
    world.viewer('city', 'reporter'),
    world.viewer('county', 'reporter'),
    world.viewer('otherCity', 'reporter'),
  ];
  for (const { personId } of [own, below, beside]) await openSession(personId, '10.0.0.9');
  const { events } = await read('city', { group: 'session' });
  expect(events.map(({ by }) => by!.account).sort()).toEqual([own.account, below.account].sort());
  expect(events[0]).toMatchObject({ kind: 'session.signedIn', to: { address: '10.0.0.9' } });
});

test('tries that belong to nobody are for the auditor at the top', async () => {
  const { account } = world.viewer('county', 'reporter');
  await recordFailedSignIn(account, 'session.failed', '10.0.0.8');
  const of = async (unit: 'province' | 'city') =>
    (await read(unit, { words: account, group: 'session' })).events.filter(({ by }) => !by);
  expect(await of('province')).toMatchObject([{ subject: account, to: { address: '10.0.0.8' } }]);
  expect(await of('city')).toEqual([]);
});

test('reading the record is on record, and everybody else has no such page', async () => {
  const auditor = world.viewer('county', 'auditor');
  const count = () => db.event.count({ where: { personId: auditor.personId, kind: 'audit.read' } });
  const before = await count();
  await read('county', { words: '柳溪' });
  expect(await count()).toBe(before + 1);
  for (const role of ['administrator', 'reviewer', 'reporter', 'signatory'] as const)
    await expect(
      searchEvents(world.viewer('city', role), all, { most: 5, kind: 'audit.read' }),
    ).rejects.toThrow('not-found');
});

test('days are those of the clock in China, both included, and pages follow each other', async () => {
  const { personId, account } = await world.person('neighbour', ['reporter']);
  const at = ['2020-12-31T15:59:59Z', '2020-12-31T16:00:00Z', '2021-01-01T15:59:59Z'];
  const made = at.map((time, place) => ({
    id: `01700000-0000-7000-8000-00000000000${place}`,
    at: new Date(time),
    personId,
    kind: 'session.signedIn',
  }));
  await db.event.createMany({ data: made });
  const found = await read('neighbour', { words: account, from: '2021-01-01', to: '2021-01-01' });
  expect(found.events.map(({ at: time }) => time.toISOString())).toEqual([
    '2021-01-01T15:59:59.000Z',
    '2020-12-31T16:00:00.000Z',
  ]);
  const first = await read('neighbour', { words: account }, 2);
  const rest = await read('neighbour', { words: account, before: first.next }, 2);
  expect([...first.events, ...rest.events].map(({ id }) => id)).toEqual(
    made.map(({ id }) => id).reverse(),
  );
  expect(rest.next).toBeNull();
});
