// Chinese numerals and digits as they stand in official texts, read into decimals.
import { Decimal, multiply, plain, type DecimalText } from './number';

const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  双: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const places: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** 十八 → 18, 两 → 2, 三百二十 → 320, 千 → 1000; null where the characters make no number. */
export function readNumeral(text: string): DecimalText | null {
  let total = 0;
  let pending: number | null = null;
  for (const character of text) {
    const place = places[character];
    if (place !== undefined) {
      total += (pending ?? 1) * place;
      pending = null;
    } else {
      if (pending !== null && pending !== 0) return null;
      pending = digits[character] ?? null;
      if (pending === null) return null;
    }
  }
  return String(total + (pending ?? 0));
}

/** What the scale words 百, 千, 万, 亿 make of a number together: 百万 is 1,000,000. */
export function scaleOf(words: string): DecimalText {
  return [...words].reduce((factor, word) => multiply(factor, scales[word] ?? '1'), '1');
}

const scales: Record<string, string> = {
  十: '10',
  百: '100',
  千: '1000',
  万: '10000',
  亿: '100000000',
};

/** Full-width digits and signs in their half-width form; every character keeps its place. */
export function toHalfWidth(text: string): string {
  return text.replace(/[０-９．％：]/g, (character) =>
    character === '．' ? '.' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** The worth of the last digit that is printed: 0.1 of 7.2, 1 of 72. */
export function stepOf(printed: string): DecimalText {
  const decimals = printed.split('.')[1]?.length ?? 0;
  return plain(new Decimal(10).pow(-decimals));
}

/** The worth of the last digit that is not 0: 100 of 600, 10 of 1650; of 18.50 it is what is printed, 0.01. */
export function roundStepOf(printed: string): DecimalText {
  if (printed.includes('.')) return stepOf(printed);
  const zeros = /0*$/.exec(printed)?.[0].length ?? 0;
  return zeros === printed.length ? '1' : plain(new Decimal(10).pow(zeros));
}

/** A digit string with thousands separators taken out. */
export const joined = (printed: string): string => printed.replace(/[,，\s]/g, '');
