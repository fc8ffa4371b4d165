import { beforeAll, expect, test, vi } from 'vitest';
import { db } from '../database/client';
import { hashToken } from '../database/secrets';
import { absoluteLimit, closeSession, findSession, idleLimit, openSession } from './sessions';
import { makeWorld, type World } from '../testing/test-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const minute = 60_000;
const rowOf = (token: string) =>
  db.authSession.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
const age = (token: string, data: { lastSeenAt?: Date; expiresAt?: Date }) =>
  db.authSession.update({ where: { tokenHash: hashToken(token) }, data });
const ago = (time: number) => new Date(Date.now() - time);

test('a token says who is signed in, with unit and all roles', async () => {
  const person = await world.person('county', ['signatory', 'reporter']);
  const viewer = await findSession(await openSession(person.personId));
  expect(viewer).toEqual({ ...person, roles: ['reporter', 'signatory'], unit: world.unit.county });
  expect([await findSession('guessed'), await findSession('')]).toEqual([null, null]);
});

test('signing out ends the token, also a copy of it, and no other session', async () => {
  const { personId } = world.viewer('county', 'reporter');
  const [here, elsewhere] = [await openSession(personId), await openSession(personId)];
  const copy = `${here}`;
  await closeSession(here);
  expect(await findSession(copy)).toBeNull();
  expect(await findSession(elsewhere)).not.toBeNull();
  await closeSession(copy);
  const kinds = await db.event.findMany({
    where: { personId, kind: { startsWith: 'session.' } },
    orderBy: { at: 'asc' },
  });
  expect(kinds.map(({ kind }) => kind)).toEqual([
    'session.signedIn',
    'session.signedIn',
    'session.signedOut',
  ]);
});

test('a session ends after half an hour without a request; each request keeps it', async () => {
  const token = await openSession(world.viewer('city', 'reporter').personId);
  await age(token, { lastSeenAt: ago(idleLimit - minute) });
  expect(await findSession(token)).not.toBeNull();
  expect(Date.now() - (await rowOf(token)).lastSeenAt.getTime()).toBeLessThan(minute);
  await age(token, { lastSeenAt: ago(idleLimit + 1000) });
  expect(await findSession(token)).toBeNull();
});

test('a server whose clock runs ahead ends nobody’s session', async () => {
  const token = await openSession(world.viewer('city', 'reporter').personId, '10.0.0.7');
  vi.useFakeTimers({ now: Date.now() + 60 * minute, toFake: ['Date'] });
  try {
    expect(await findSession(token)).not.toBeNull();
  } finally {
    vi.useRealTimers();
  }
  expect((await rowOf(token)).address).toBe('10.0.0.7');
});

test('being seen is written at most once a minute', async () => {
  const token = await openSession(world.viewer('city', 'signatory').personId);
  const before = ago(minute / 2);
  await age(token, { lastSeenAt: before });
  await findSession(token);
  expect((await rowOf(token)).lastSeenAt).toEqual(before);
});

test('a session ends ten hours after signing in, however much it is used', async () => {
  const token = await openSession(world.viewer('city', 'auditor').personId);
  const { createdAt, expiresAt } = await rowOf(token);
  expect(Math.abs(expiresAt.getTime() - createdAt.getTime() - absoluteLimit)).toBeLessThan(minute);
  await findSession(token);
  expect((await rowOf(token)).expiresAt).toEqual(expiresAt);
  await age(token, { expiresAt: ago(1000) });
  expect(await findSession(token)).toBeNull();
});

test('a disabled person is signed in nowhere, even with a session left', async () => {
  const person = await world.person('county', ['reporter']);
  const token = await openSession(person.personId);
  await db.person.update({ where: { id: person.personId }, data: { disabledAt: new Date() } });
  expect(await findSession(token)).toBeNull();
});

test('the token itself is kept nowhere', async () => {
  const token = await openSession(world.viewer('city', 'reporter').personId);
  const rows = await db.$queryRaw<
    { text: string }[]
  >`SELECT s::text AS "text" FROM "auth_session" s UNION ALL SELECT e::text FROM "event" e`;
  expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
});
