import 'server-only';
import { hash, verify } from '@node-rs/argon2';

// ASVS 5.0 appendix C: argon2id, 19 MiB, two passes.
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const shortest = 12;
const longest = 128;

/** A PHC string that holds the parameters with the hash. */
export const hashPassword = (password: string): Promise<string> => hash(password, argon2);

/** Compares; takes its time also when there is nothing to compare with, so that an unknown account cannot be recognised. */
export async function verifyPassword(
  password: string,
  passwordHash: string | null,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodysHash()), password);
  return passwordHash !== null && matches;
}

let nobodys: Promise<string> | undefined;
const nobodysHash = () => (nobodys ??= hashPassword('nobody'));

/** Why a password cannot be taken, as the code of a sentence; null when it can. Compared exactly as typed. */
export function passwordFault(
  password: string,
  about: readonly string[],
): 'password-too-short' | 'password-too-long' | 'password-too-easy' | null {
  if ([...password].length < shortest) return 'password-too-short';
  if ([...password].length > longest) return 'password-too-long';
  const plain = password.toLowerCase();
  const without = common.reduce((rest, word) => rest.split(word).join(''), plain);
  const isKnown =
    without.length < 4 ||
    common.some((word) => plain.split(word).join('').length < 6) ||
    new Set(plain).size < 5;
  const isAboutSelf = about.some(
    (word) => word.length >= 4 && plain.split(word.toLowerCase()).join('').length < 8,
  );
  return isKnown || isAboutSelf || isRow(plain) ? 'password-too-easy' : null;
}

// Words that begin the lists of guessed passwords, and those that everybody in a union office would think of first.
const common = [
  'password',
  'passw0rd',
  'admin',
  'administrator',
  'welcome',
  'letmein',
  'qwertyuiop',
  'qwerty',
  'asdfghjkl',
  'zxcvbnm',
  'iloveyou',
  'abc123',
  'abcd1234',
  'a123456',
  '1q2w3e4r',
  '1qaz2wsx',
  '123456789',
  '1234567890',
  '12345678',
  '123456',
  '111111',
  '000000',
  '666666',
  '888888',
  '5201314',
  '147258369',
  'woaini',
  'gonghui',
  'gongbao',
  'zonggonghui',
  'union',
  'mima',
  'nihao',
  '工会',
  '总工会',
  '密码',
];

/** abcdefghijkl, 123456789012, and the same backwards. */
function isRow(text: string): boolean {
  const steps = [...text]
    .slice(1)
    .map((letter, index) => (letter.codePointAt(0) ?? 0) - (text.codePointAt(index) ?? 0));
  return (
    steps.filter((step) => step === 1 || step === -1 || step === -9).length >= steps.length - 1
  );
}
