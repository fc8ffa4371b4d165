import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import {
  findCredentials,
  findDemoPerson,
  forgetTries,
  listDemoPeople,
  mayTrySignIn,
  recordFailedSignIn,
} from './credentials';
import { makeWorld, type World } from '../testing/test-world';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

test('of thirty tries at once from one address exactly five are allowed', async () => {
  const tries = await Promise.all(
    Array.from({ length: 30 }, () => mayTrySignIn('guessed', '10.0.0.1')),
  );
  expect(tries.filter(Boolean)).toHaveLength(5);
  expect(await mayTrySignIn('guessed', '10.0.0.1')).toBe(false);
  // Somebody elsewhere, or with another account, is not locked out by it.
  expect(await mayTrySignIn('guessed', '10.0.0.2')).toBe(true);
  expect(await mayTrySignIn('colleague', '10.0.0.1')).toBe(true);
});

test('an account is tried fifty times at most, from however many addresses', async () => {
  const tries = await Promise.all(
    Array.from({ length: 80 }, (_, index) => mayTrySignIn('spread', `10.1.0.${index}`)),
  );
  expect(tries.filter(Boolean)).toHaveLength(50);
});

test('signing in clears the count', async () => {
  for (let number = 0; number < 5; number += 1)
    expect(await mayTrySignIn('clerk', '10.0.0.9')).toBe(true);
  expect(await mayTrySignIn('clerk', '10.0.0.9')).toBe(false);
  await forgetTries('clerk', '10.0.0.9');
  expect(await mayTrySignIn('clerk', '10.0.0.9')).toBe(true);
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

test('a failed try is kept with the account that was typed, cut to what an account can be', async () => {
  await recordFailedSignIn('x'.repeat(5000));
  const event = await db.event.findFirstOrThrow({ where: { kind: 'session.failed' } });
  expect([event.personId, event.subject]).toEqual([null, 'x'.repeat(100)]);
});
