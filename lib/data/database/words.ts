import 'server-only';
import { isRealExplanation, shortestExplanation } from '@/lib/domain/checks/checks';
import { InvalidError } from '@/lib/domain/access/errors';

const longest = 2000;
// PostgreSQL takes no NUL in a text, and no other control character but line breaks and tabs has business in one.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Free words as they are kept: without control characters and outer spaces; too long is refused, not cut. */
export function wordsOf(text: string): string {
  const words = text.replace(control, '').trim();
  if (words.length > longest) throw new InvalidError('text-too-long', { most: String(longest) });
  return words;
}

/** A reason is asked for whenever work is given back to somebody. */
export function reasonOf(text: string): string {
  const words = wordsOf(text);
  if (!words) throw new InvalidError('reason-empty');
  return words;
}

/** What is said for a figure that a check does not let pass, in an explanation or a request: it has to say
 *  something. */
export function explanationOf(text: string): string {
  const words = wordsOf(text);
  if (!isRealExplanation(words))
    throw new InvalidError('explanation-says-nothing', { least: String(shortestExplanation) });
  return words;
}

/** Whether a text from an address can be the code of anything. */
export const isCode = (text: string): boolean =>
  text.length > 0 && text.length <= 100 && !/\p{Cc}/u.test(text);
