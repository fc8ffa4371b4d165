import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import {
  findCredentials,
  findDemoPerson,
  listDemoPeople,
  recordFailedSignIn,
  renewHash,
} from './credentials';
import { makeWorld, type World } from '../testing/test-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

test('there is nothing to compare with for the unknown, the disabled and those without a password', async () => {
  const person = await world.person('county', ['reporter']);
  expect([await findCredentials('unknown'), await findCredentials(person.account)]).toEqual([
    null,
    null,
  ]);
  await db.person.update({ where: { id: person.personId }, data: { passwordHash: 'hash' } });
  expect(await findCredentials(person.account)).toEqual({
    personId: person.personId,
    passwordHash: 'hash',
  });
  await db.person.update({ where: { id: person.personId }, data: { disabledAt: new Date() } });
  expect(await findCredentials(person.account)).toBeNull();
});

test('one click signs in people of the demo world and nobody else', async () => {
  const [real, demo] = [
    await world.person('county', ['reporter']),
    await world.person('county', ['signatory']),
  ];
  await db.person.update({ where: { id: demo.personId }, data: { isDemo: true } });
  expect(await findDemoPerson(real.account)).toBeNull();
  expect(await findDemoPerson(demo.account)).toEqual({ personId: demo.personId });
  expect((await listDemoPeople()).map(({ account, roles }) => [account, roles])).toEqual([
    [demo.account, ['signatory']],
  ]);
});

test('a failed try is kept with the account; of accounts that do not exist only their number is', async () => {
  const { account } = world.viewer('county', 'reporter');
  await recordFailedSignIn(account);
  for (const made of ['nobody', 'x'.repeat(5000), `${'y'.repeat(99)}\ud83d`])
    await recordFailedSignIn(made);
  const events = await db.event.findMany({ where: { kind: 'session.failed' } });
  expect(events.map(({ personId, subject }) => [personId, subject])).toEqual([[null, account]]);
  expect((await db.unknownSignIn.aggregate({ _sum: { tries: true } }))._sum.tries).toBe(3);
});

test('a hash is renewed only where it is still the one that was compared', async () => {
  const { personId } = await world.person('county', ['reporter']);
  await db.person.update({ where: { id: personId }, data: { passwordHash: 'old' } });
  await renewHash(personId, 'another', 'new');
  const hashOf = async () =>
    (await db.person.findUniqueOrThrow({ where: { id: personId } })).passwordHash;
  expect(await hashOf()).toBe('old');
  await renewHash(personId, 'old', 'new');
  expect(await hashOf()).toBe('new');
});
