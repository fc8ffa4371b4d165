import { beforeEach, expect, test } from 'vitest';
import { db } from '../database/client';
import {
  admitConfirmation,
  admitSignIn,
  forgetConfirmations,
  forgetTries,
  tryLimits,
} from './try-limits';

beforeEach(async () => {
  await db.rateLimiterFlexible.deleteMany();
});

const many = (count: number, one: (number: number) => Promise<string>) =>
  Promise.all(Array.from({ length: count }, (_, number) => one(number)));
const evaluated = (admissions: string[]) =>
  admissions.filter((admission) => admission === 'evaluated').length;

test('of thirty tries at once from one address five are evaluated, and one is the first too many', async () => {
  const tries = await many(30, () => admitSignIn('guessed', '10.0.0.1'));
  expect(evaluated(tries)).toBe(5);
  expect(tries.filter((admission) => admission === 'locked-out')).toHaveLength(1);
  expect(await admitSignIn('guessed', '10.0.0.1')).toBe('refused');
  // Somebody elsewhere, or with another account, is not locked out by it.
  expect(await admitSignIn('guessed', '10.0.0.2')).toBe('evaluated');
  expect(await admitSignIn('colleague', '10.0.0.1')).toBe('evaluated');
});

test('an account is tried fifty times at most from strange addresses, and its owner still gets in', async () => {
  await forgetTries('spread', '10.9.0.1');
  const tries = await many(80, (number) => admitSignIn('spread', `10.1.0.${number}`));
  expect(evaluated(tries)).toBe(tryLimits.ofAccount);
  expect(await admitSignIn('spread', '10.1.1.1')).toBe('refused');
  expect(await admitSignIn('spread', '10.9.0.1')).toBe('evaluated');
});

test('one address tries a hundred accounts a day', async () => {
  const tries = await many(130, (number) => admitSignIn(`account-${number}`, '10.2.0.1'));
  expect(evaluated(tries)).toBe(tryLimits.ofAddress);
  expect(await admitSignIn('other', '10.2.0.2')).toBe('evaluated');
});

test('what one limit refuses does not use up what others have', async () => {
  await many(tryLimits.inTotal + 50, () => admitSignIn('guessed', '10.3.0.1'));
  expect(await admitSignIn('other', '10.3.0.2')).toBe('evaluated');
});

test('all together try so often a minute', async () => {
  const tries = await many(tryLimits.inTotal + 20, (number) =>
    admitSignIn(`account-${number}`, `10.4.${number >> 8}.${number & 255}`),
  );
  expect(evaluated(tries)).toBe(tryLimits.inTotal);
});

test('signing in clears the count', async () => {
  await many(6, () => admitSignIn('clerk', '10.0.0.9'));
  expect(await admitSignIn('clerk', '10.0.0.9')).toBe('refused');
  await forgetTries('clerk', '10.0.0.9');
  expect(await admitSignIn('clerk', '10.0.0.9')).toBe('evaluated');
});

test('who tries to sign in uses up no confirmation, whatever he says his address is', async () => {
  await many(20, () => admitSignIn('signatory', 'signed-in'));
  await many(60, (number) => admitSignIn('signatory', `10.5.0.${number}`));
  expect(evaluated(await many(8, () => admitConfirmation('person')))).toBe(tryLimits.confirmed);
  expect(await admitConfirmation('person')).toBe('refused');
  await forgetConfirmations('person');
  expect(await admitConfirmation('person')).toBe('evaluated');
});
