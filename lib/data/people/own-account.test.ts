import { beforeAll, expect, test } from 'vitest';
import { db } from '../database/client';
import { makeWorld, type World } from '../testing/test-world';
import { recordFailedSignIn } from './credentials';
import { changeOwnPassword, endOtherSessions, endOwnSession, readOwnAccount } from './own-account';
import { findSession, openSession } from './sessions';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

/** A person with three open sessions. */
async function signedInThrice() {
  const viewer = await world.person('county', ['reporter']);
  const tokens = [];
  for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3'])
    tokens.push(await openSession(viewer.personId, address));
  const [here, other, third] = tokens as [string, string, string];
  return { viewer, here, other, third };
}
const areOpen = (...tokens: string[]) =>
  Promise.all(tokens.map(async (token) => (await findSession(token)) !== null));

test('people see where they are signed in, which of these is here, and who tried', async () => {
  const { viewer, here } = await signedInThrice();
  await recordFailedSignIn(viewer.account);
  const { sessions, signIns } = await readOwnAccount(viewer, here);
  expect(sessions.map(({ address }) => address).sort()).toEqual([
    '10.0.0.1',
    '10.0.0.2',
    '10.0.0.3',
  ]);
  expect(sessions.filter(({ isThis }) => isThis).map(({ address }) => address)).toEqual([
    '10.0.0.1',
  ]);
  expect(signIns.map(({ kind }) => kind)).toEqual([
    'session.failed',
    ...Array.from({ length: 3 }, () => 'session.signedIn'),
  ]);
});

test('nobody sees or ends the sessions of others', async () => {
  const [mine, theirs] = [await signedInThrice(), await signedInThrice()];
  const { sessions } = await readOwnAccount(theirs.viewer, theirs.here);
  await expect(endOwnSession(mine.viewer, sessions[0]!.id)).rejects.toThrow('session-ended');
  await endOtherSessions(mine.viewer, mine.here);
  expect(await areOpen(theirs.here, theirs.other, theirs.third)).toEqual([true, true, true]);
  expect((await readOwnAccount(mine.viewer, mine.here)).sessions).toHaveLength(1);
});

test('one session is ended, once, and is an event', async () => {
  const { viewer, here, other } = await signedInThrice();
  const { sessions } = await readOwnAccount(viewer, here);
  const { id } = sessions.find(({ address }) => address === '10.0.0.2')!;
  await endOwnSession(viewer, id);
  expect(await areOpen(here, other)).toEqual([true, false]);
  await expect(endOwnSession(viewer, id)).rejects.toThrow('session-ended');
  const kind = 'session.signedOut';
  expect(await db.event.count({ where: { personId: viewer.personId, kind } })).toBe(1);
});

test('another password ends the other sessions and every open link, and stays signed in here', async () => {
  const { viewer, here, other, third } = await signedInThrice();
  await db.invitation.create({
    data: {
      tokenHash: `link of ${viewer.account}`,
      personId: viewer.personId,
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
  await changeOwnPassword(viewer, here, '$argon2id$another');
  expect(await areOpen(here, other, third)).toEqual([true, false, false]);
  const person = await db.person.findUniqueOrThrow({
    where: { id: viewer.personId },
    include: { invitations: true },
  });
  expect([person.passwordHash, person.invitations]).toEqual(['$argon2id$another', []]);
  const changed = await db.event.findFirstOrThrow({
    where: { personId: viewer.personId, kind: 'person.changed' },
  });
  expect([changed.subject, changed.to]).toEqual([viewer.account, { password: 'set' }]);
});
