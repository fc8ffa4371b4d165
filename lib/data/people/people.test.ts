import { beforeAll, expect, test } from 'vitest';
import { NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { acceptInvitation, findInvitation } from './invitations';
import {
  changePerson,
  createPerson,
  disablePerson,
  enablePerson,
  findPerson,
  invite,
  listPeople,
  searchPeople,
} from './people';
import { findSession, openSession } from './sessions';
import { makeWorld, unitKeys, type World } from '../testing/test-world';

let world: World;
let city: Viewer;
beforeAll(async () => {
  world = await makeWorld();
  city = world.viewer('city', 'administrator');
});

const codeOf = (wanted: string) => expect.objectContaining({ code: wanted });

test('an administrator of a city knows the people of the city and below, and nobody beside or above', async () => {
  const seen = new Set((await listPeople(city)).map(({ unit }) => unit.code));
  expect(seen).toEqual(
    new Set([world.unit.city.code, world.unit.county.code, world.unit.neighbour.code]),
  );
  expect(await listPeople(world.viewer('city', 'reviewer'))).toEqual([]);
  for (const key of unitKeys.filter((one) => !seen.has(world.unit[one].code))) {
    const { personId } = world.viewer(key, 'reporter');
    const input = { name: '某某', unitCode: world.unit.city.code, roles: [] };
    expect(await findPerson(city, personId)).toBeNull();
    await expect(changePerson(city, personId, input)).rejects.toThrow(NotFoundError);
    await expect(invite(city, personId)).rejects.toThrow(NotFoundError);
    await expect(disablePerson(city, personId)).rejects.toThrow(NotFoundError);
    await expect(enablePerson(city, personId)).rejects.toThrow(NotFoundError);
    await expect(
      createPerson(city, { ...input, account: 'stranger', unitCode: world.unit[key].code }),
    ).rejects.toThrow(NotFoundError);
    await expect(
      changePerson(city, city.personId, { ...input, unitCode: world.unit[key].code }),
    ).rejects.toThrow(NotFoundError);
  }
  expect(await db.person.count({ where: { account: 'stranger' } })).toBe(0);
});

test('only administrators make people', async () => {
  for (const role of ['reporter', 'signatory', 'reviewer', 'auditor'] as const) {
    const input = { account: 'nobody', name: '某某', unitCode: world.unit.city.code, roles: [] };
    await expect(createPerson(world.viewer('city', role), input)).rejects.toThrow(RefusedError);
  }
});

test('a person is made without a password and sets it through the link', async () => {
  const input = {
    account: `${world.unit.county.code}.new`,
    name: '王小明',
    unitCode: world.unit.county.code,
    roles: ['reporter' as const],
  };
  const { personId, token } = await createPerson(city, input);
  expect(await findPerson(city, personId)).toMatchObject({
    account: input.account,
    hasPassword: false,
    roles: ['reporter'],
    disabledAt: null,
    lastSeenAt: null,
  });
  expect(await findInvitation(token)).toMatchObject({ account: input.account, name: '王小明' });
  expect(await acceptInvitation(token, 'hash')).toBe(personId);
  expect(await findPerson(city, personId)).toMatchObject({ hasPassword: true });
  await expect(createPerson(city, input)).rejects.toThrow(codeOf('account-taken'));
  const twice = { ...input, account: `${world.unit.county.code}.twice` };
  const results = await Promise.allSettled([createPerson(city, twice), createPerson(city, twice)]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'account-taken' },
  });
});

test('a change of roles or unit, disabling and a new link end the person’s sessions', async () => {
  const person = await world.person('county', ['reporter']);
  const input = {
    name: '李梅',
    unitCode: world.unit.neighbour.code,
    roles: ['signatory' as const, 'reviewer' as const],
  };
  const changes = [
    () => changePerson(city, person.personId, input),
    () => invite(city, person.personId),
    () => disablePerson(city, person.personId),
  ];
  for (const change of changes) {
    const [one, other] = [await openSession(person.personId), await openSession(person.personId)];
    expect(await findSession(one)).toMatchObject({ personId: person.personId });
    await change();
    expect([await findSession(one), await findSession(other)]).toEqual([null, null]);
  }
  expect(await findPerson(city, person.personId)).toMatchObject({
    name: '李梅',
    unit: { code: world.unit.neighbour.code },
    roles: ['signatory', 'reviewer'],
  });
  await expect(invite(city, person.personId)).rejects.toThrow(codeOf('person-disabled'));
  await enablePerson(city, person.personId);
  expect((await findPerson(city, person.personId))?.disabledAt).toBeNull();
  expect(await findSession(await openSession(person.personId))).toMatchObject({
    roles: ['signatory', 'reviewer'],
  });
});

test('a new link ends the earlier link and the old password', async () => {
  const { personId, token } = await createPerson(city, {
    account: `${world.unit.city.code}.link`,
    name: '周晴',
    unitCode: world.unit.city.code,
    roles: ['reporter'],
  });
  await acceptInvitation(token, 'hash');
  const second = await invite(city, personId);
  expect((await findPerson(city, personId))?.hasPassword).toBe(false);
  const third = await invite(city, personId);
  expect(await findInvitation(second)).toBeNull();
  expect(await findInvitation(third)).not.toBeNull();
});

test('nobody disables or invites himself', async () => {
  await expect(disablePerson(city, city.personId)).rejects.toThrow(codeOf('not-yourself'));
  await expect(invite(city, city.personId)).rejects.toThrow(codeOf('not-yourself'));
});

test('somebody at the top remains who can manage, also when two take the role from each other at once', async () => {
  const first = world.viewer('province', 'administrator');
  const unitCode = world.unit.province.code;
  await expect(
    changePerson(first, first.personId, { name: '甲', unitCode, roles: ['auditor'] }),
  ).rejects.toThrow(codeOf('last-administrator'));
  const second = await world.person('province', ['administrator']);
  const results = await Promise.allSettled([
    disablePerson(first, second.personId),
    disablePerson(second, first.personId),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const left = await db.person.count({
    where: {
      unit: { code: unitCode },
      disabledAt: null,
      roles: { some: { role: 'administrator' } },
    },
  });
  expect(left).toBe(1);
});

test('people are found by name, account or unit, counted, and only within the own tree', async () => {
  const everybody = await listPeople(city);
  const first = await searchPeople(city, '', 3);
  expect(first.people.map(({ id }) => id)).toEqual(everybody.slice(0, 3).map(({ id }) => id));
  expect(first.count).toBe(everybody.length);
  const one = everybody.at(-1)!;
  for (const words of [one.account.toUpperCase(), one.name, one.unit.name])
    expect((await searchPeople(city, words, 300)).people.map(({ id }) => id)).toContain(one.id);
  expect(await searchPeople(city, '%', 300)).toEqual({ people: [], count: 0 });
  expect(await searchPeople(city, 'no such person', 300)).toEqual({ people: [], count: 0 });
  expect(await searchPeople(world.viewer('city', 'reviewer'), one.account, 300)).toEqual({
    people: [],
    count: 0,
  });
});
