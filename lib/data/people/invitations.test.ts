import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import { findCredentials } from './credentials';
import { acceptInvitation, findInvitation } from './invitations';
import { createPerson, disablePerson } from './people';
import { hashToken } from '../database/secrets';
import { makeWorld, type World } from '../testing/test-world';

let world: World;
let count = 0;
beforeAll(async () => {
  world = await makeWorld();
});

const used = expect.objectContaining({ code: 'invitation-used' });

function invited() {
  const account = `${world.unit.city.code}.${(count += 1)}`;
  return createPerson(world.viewer('city', 'administrator'), {
    account,
    name: '赵云',
    unitCode: world.unit.city.code,
    roles: [],
  });
}

test('of several who open the same link at once one sets the password, the others are refused', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { personId, token } = await invited();
    const results = await Promise.allSettled(
      ['first', 'second', 'third', 'fourth'].map((hash) => acceptInvitation(token, hash)),
    );
    const winners = results.flatMap((result, index) =>
      result.status === 'fulfilled' ? [index] : [],
    );
    expect(winners).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toEqual(used);
    const { passwordHash } = await db.person.findUniqueOrThrow({ where: { id: personId } });
    expect(passwordHash).toBe(['first', 'second', 'third', 'fourth'][winners[0]!]);
    expect(await findInvitation(token)).toBeNull();
  }
});

test('a link ends after a day', async () => {
  const { personId, token } = await invited();
  const { expiresAt } = await db.invitation.findUniqueOrThrow({
    where: { tokenHash: hashToken(token) },
  });
  expect(Math.abs(expiresAt.getTime() - Date.now() - 24 * 3_600_000)).toBeLessThan(60_000);
  await db.invitation.updateMany({
    where: { personId },
    data: { expiresAt: new Date(Date.now() - 1) },
  });
  expect(await findInvitation(token)).toBeNull();
  await expect(acceptInvitation(token, 'hash')).rejects.toThrow(used);
});

test('a link of a disabled person opens nothing, nor does one that was never given', async () => {
  const { personId, token } = await invited();
  await disablePerson(world.viewer('city', 'administrator'), personId);
  expect(await findInvitation(token)).toBeNull();
  await expect(acceptInvitation(token, 'hash')).rejects.toThrow(used);
  await expect(acceptInvitation('guessed', 'hash')).rejects.toThrow(used);
});

test('the token itself is kept nowhere, and no one signs in before the password is set', async () => {
  const { personId, token } = await invited();
  const rows = await db.$queryRaw<
    { text: string }[]
  >`SELECT i::text AS "text" FROM "invitation" i UNION ALL SELECT e::text FROM "event" e`;
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter(({ text }) => text.includes(token))).toEqual([]);
  const { account } = await db.person.findUniqueOrThrow({ where: { id: personId } });
  expect(await findCredentials(account)).toBeNull();
  await acceptInvitation(token, 'hash');
  expect(await findCredentials(account)).toEqual({ personId, passwordHash: 'hash' });
  const event = await db.event.findFirstOrThrow({
    where: { subject: account },
    orderBy: { at: 'desc' },
  });
  expect([event.personId, event.kind, event.to]).toEqual([
    personId,
    'person.changed',
    { password: 'set' },
  ]);
});
