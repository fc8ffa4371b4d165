import 'server-only';
import { hash, verify } from '@node-rs/argon2';
import pLimit from 'p-limit';
import { pinyin } from 'pinyin-pro';
import { GongbaoError, InvalidError } from '@/lib/domain/access/errors';

// ASVS 5.0 appendix C: argon2id, 19 MiB, two passes.
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const shortest = 12;
const longest = 128;

// One hash at a time, and no long queue for it: a rush of sign-ins, or somebody who makes one, leaves the processors to
// those who save.
const turn = pLimit(1);
const longestQueue = 100;

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (turn.pendingCount >= longestQueue) throw new GongbaoError('busy', { field: 'password' });
  return turn(work);
}

/** A PHC string that holds the parameters with the hash. */
export const hashPassword = async (password: string): Promise<string> =>
  inTurn(() => hash(password, argon2));

/** Whether a hash was made with other parameters than those of today. */
export function isOutdated(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = argon2;
  const today = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`;
  return !passwordHash.startsWith(today);
}

/** Compares; takes its time also when there is nothing to compare with, so that an unknown account cannot be
 *  recognised. */
export async function verifyPassword(
  password: string,
  passwordHash: string | null,
): Promise<boolean> {
  const comparable = passwordHash ?? (await nobodysHash());
  const matches = await inTurn(() => verify(comparable, password));
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
  const isKnown = [plain, plain.replace(/[@4013$5!7]/g, (sign) => meant[sign]!)].some(
    (text) => rest(text, common).length < 4 || common.some((word) => rest(text, [word]).length < 6),
  );
  const isAboutSelf = about
    .flatMap((word) => [word.toLowerCase(), pinyin(word, spelled).join('').toLowerCase()])
    .some((word) => isRevealing(word) && rest(plain, [word]).length < 8);
  return isKnown || isAboutSelf || isRow(plain) || new Set(plain).size < 5
    ? 'password-too-easy'
    : null;
}

/** Refuses a password that cannot be taken, at the field where it was typed. */
export function checkNewPassword(password: string, about: readonly string[], field: string): void {
  const fault = passwordFault(password, about);
  if (fault) throw new InvalidError(fault, { field });
}

/** What is left of a text without these words and without a year. */
const rest = (text: string, words: readonly string[]): string =>
  words.reduce((left, word) => left.split(word).join(''), text).replace(/(19|20)\d\d/g, '');

/** A name of two characters says as much as four letters. */
const isRevealing = (word: string): boolean =>
  word.length >= 4 || (word.length >= 2 && /^\p{Script=Han}+$/u.test(word));

const spelled = { toneType: 'none', type: 'array', nonZh: 'consecutive' } as const;

// Signs that stand for letters.
const meant: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
  '7': 't',
};

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
  'zhonghua',
  'zhongguo',
  'renmin',
  'woai',
  'dragon',
  'monkey',
  'sunshine',
  'football',
  'qaz',
  'wsx',
  'edc',
  'rfv',
  'tgb',
  'yhn',
  'qwe',
  'asd',
  'zxc',
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
