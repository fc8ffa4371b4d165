// Signing asks for the own password again; who guesses it leaves a trace, and is stopped.
import { beforeAll, expect, test } from 'vitest';
import { putPassword, failedSignIns } from '@/lib/data/testing/test-records';
import { makeWorld, type World } from '@/lib/data/testing/test-world';
import type { Viewer } from '@/lib/data/database/access';
import { confirmPassword } from './confirm-password';
import { hashPassword } from './password';

const right = '海上升明月-天涯共此时';
let world: World;
let passwordHash: string;
beforeAll(async () => {
  world = await makeWorld();
  passwordHash = await hashPassword(right);
});

async function signatory(hash: string | null = passwordHash): Promise<Viewer> {
  const person = await world.person('county', ['signatory']);
  if (hash) await putPassword(person.personId, hash);
  return person;
}

test('the right password is taken, and leaves no trace of failure', async () => {
  const person = await signatory();
  await expect(confirmPassword(person, right)).resolves.toBeUndefined();
  expect(await failedSignIns(person.account)).toBe(0);
});

test('a wrong one is refused and on record each time', async () => {
  const person = await signatory();
  for (const [at, wrong] of ['海上升明月', `${right} `, right.slice(1)].entries()) {
    await expect(confirmPassword(person, wrong)).rejects.toMatchObject({
      code: 'wrong-password',
      params: { field: 'password' },
    });
    expect(await failedSignIns(person.account)).toBe(at + 1);
  }
});

test('none at all is asked for, and is no try', async () => {
  const person = await signatory();
  for (let number = 0; number < 10; number += 1)
    await expect(confirmPassword(person, '')).rejects.toMatchObject({
      code: 'password-empty',
      params: { field: 'password' },
    });
  expect(await failedSignIns(person.account)).toBe(0);
  await expect(confirmPassword(person, right)).resolves.toBeUndefined();
});

test('after five wrong ones the right one is not asked any more; before that it clears the count', async () => {
  const person = await signatory();
  const guess = async (times: number) => {
    for (let number = 0; number < times; number += 1)
      await expect(confirmPassword(person, 'wrong')).rejects.toMatchObject({
        code: 'wrong-password',
      });
  };
  await guess(4);
  await confirmPassword(person, right);
  await guess(5);
  await expect(confirmPassword(person, right)).rejects.toMatchObject({
    code: 'too-many-tries',
    params: { field: 'password' },
  });
  expect(await failedSignIns(person.account)).toBe(9);
});

test('whoever has no password confirms nothing', async () => {
  await expect(confirmPassword(await signatory(null), right)).rejects.toMatchObject({
    code: 'wrong-password',
  });
});

test('what is too long for a password is cut before it is worked on', async () => {
  const long = 'x'.repeat(1000);
  const person = await signatory(await hashPassword(long));
  await expect(confirmPassword(person, `${long}y`)).resolves.toBeUndefined();
  await expect(confirmPassword(person, long.slice(1))).rejects.toMatchObject({
    code: 'wrong-password',
  });
});

test('one form that is sent fifty times at once is one try', async () => {
  const person = await signatory();
  const answers = await Promise.allSettled(
    Array.from({ length: 50 }, () => confirmPassword(person, right)),
  );
  expect(answers.every(({ status }) => status === 'fulfilled')).toBe(true);
});
