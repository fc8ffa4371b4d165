// A number printed as the office printed the one in its place: in 万 or digits, with as many decimals, its own measure
// word, and 余, 多, 近 or 以上 where that is true of the new one.
import { asWritten, isTrueOf } from '../desk/as-written';
import { printForm, type Quantity } from '../desk/printed-form';
import type { Chip } from '../desk/manuscript';
import type { DeskNumber } from '../desk/numbers';
import { compare } from '../figure/number';
import { findNumbers } from '../reader/find-numbers';

export type NewNumber = Pick<DeskNumber, 'ref' | 'texts' | 'quantity' | 'rises' | 'source'>;

/** The chip that takes the place of `old`; null where the number has no print of its own (建会企业 stands for
 *  one). */
export function printLike(old: string, { ref, texts, quantity }: NewNumber): Chip | null {
  if (texts.includes(old)) return { ref, text: old };
  const usual = texts.find((text) => findNumbers(text).length === 1);
  const plain = usual === undefined ? null : { ref, text: usual };
  if (quantity === null) return plain;
  for (const form of formsLike(old)) {
    const text = printForm(quantity, form);
    if (text === old || (text !== null && !isSame(old, quantity))) return { ref, text, form };
  }
  return isSame(old, quantity) ? { ref, text: old, form: asWritten } : plain;
}

/** Whether it is still the number that was printed. */
function isSame(old: string, quantity: Quantity): boolean {
  const [number] = findNumbers(old);
  return (
    number !== undefined && compare(number.value, quantity.value) === 0 && isTrueOf(quantity, old)
  );
}

/** The forms nearest to a printed one, nearest first: first its own, then without what is no longer true of it. */
function formsLike(old: string): string[] {
  const parts = printed.exec(old.replace(/[\s,]/g, ''));
  if (!parts) return [];
  const { before, digits, more, scale, more2, noun, after } = parts.groups as Record<
    string,
    string | undefined
  >;
  const large = scale === '万' || scale === '亿' ? scale : 'none';
  const decimals = digits?.split('.')[1]?.length ?? 0;
  const qualifier = qualifiers[before ?? ''] ?? more ?? more2 ?? after ?? '';
  const word = noun && /^[\u4e00-\u9fff]/.test(noun) ? `.${noun}` : '';
  const decimalsTried = [decimals, decimals + 1, decimals + 2].filter((count) => count <= 4);
  return [
    `${large}.${decimals}.${qualifier}${word}`,
    ...decimalsTried.map((count) => `${large}.${count}.${word}`),
    ...(large === 'none' ? [] : [`none.0.${word}`]),
  ];
}

const printed =
  /^(?<before>约|近|大约|将近|超过|超|逾|突破)?(?<digits>\d+(?:\.\d+)?)(?<more>[余多])?(?<scale>[万亿])?(?<more2>[余多])?(?<noun>%|[\u4e00-\u9fff]{1,4}?)?(?<after>以上|左右)?$/;

const qualifiers: Record<string, string> = { 约: '约', 大约: '约', 近: '近', 将近: '近' };
