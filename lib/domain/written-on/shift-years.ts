// What of a text belongs to its year: years that go on with it, and what needs new words.
import { parsePeriodCode } from '../tree/period';

/** From which period to which a text is written on, and by how many years that is. */
export type Shift = { then: string; now: string; years: number };

/** Null where the two are not of one kind and length. */
export function shiftBetween(then: string, now: string): Shift | null {
  const [before, after] = [parsePeriodCode(then), parsePeriodCode(now)];
  if (!before || !after || before.kind !== after.kind) return null;
  const years = Number(after.to.slice(0, 4)) - Number(before.to.slice(0, 4));
  return shiftCode(then, years) === now ? { then, now, years } : null;
}

/** A period so many years later: 2020..2021 is 2021..2022 after one. */
export const shiftCode = (code: string, years: number): string =>
  code.replace(/\d{4}/g, (year) => String(Number(year) + years));

/** The words with their years so many later: those of the period and of the year before, and the `others` that
 *  numbers of the sentence are held against. */
export function shiftYears(
  words: string,
  { then, years }: Shift,
  others: readonly number[],
): string {
  const last = Number(then.slice(-4).length === 4 ? lastYearOf(then) : then);
  const moving = new Set([last, last - 1, ...others]);
  return words
    .replace(/(?<!\d)(?:19|20)\d{2}(?=年)/g, (year) =>
      moving.has(Number(year)) ? String(Number(year) + years) : year,
    )
    .replace(/[一二][〇○零一二三四五六七八九]{3}(?=年)/g, (year) => {
      const value = Number(
        [...year]
          .map((sign) => Math.max(0, numerals.indexOf(sign === '○' || sign === '零' ? '〇' : sign)))
          .join(''),
      );
      return moving.has(value)
        ? [...String(value + years)].map((digit) => numerals[Number(digit)]).join('')
        : year;
    });
}

const numerals = '〇一二三四五六七八九';
const lastYearOf = (code: string): number => Number(parsePeriodCode(code)?.to.slice(0, 4) ?? code);

/** The words with what belonged to its year in 【】, to be put anew: 今年5月, 3月8日, 第三届, 十三五,
 *  成立100周年, 〔2020〕5号. */
export const markDated = (words: string): string => words.replace(dated, '【$&】');

/** How many places of a text are marked so. */
export const datedIn = (text: string): string[] => text.match(/【[^【】]*】/g) ?? [];

const numeral = '[一二三四五六七八九十百\\d]+';
const dated = new RegExp(
  [
    `(?:今年|当年|去年)?\\d{1,2}月(?:\\d{1,2}日|上旬|中旬|下旬|份)?(?:[至到—-]\\d{1,2}[月日](?:\\d{1,2}日)?)?(?![底末])`,
    `第${numeral}(?:届|次|期|批)(?!.{0,2}(?:产业))`,
    `“?十[一二三四五六]五”?(?:规划|期间|时期)?`,
    `(?:成立|建党|建国|建会)?${numeral}周年`,
    `〔\\d{4}〕\\d+号`,
    `(?:党的)?十[七八九]大|(?:党的)?二十大|${numeral}[届中]${numeral}[中次]全会`,
  ].join('|'),
  'g',
);
