// The period that a head, a title or the name of a sheet says: 2021, ２０２１年, 二〇二一年, 2021.12,
// 2021年1—4月, 2016—2020年; footnote signs after it (2010①) do not hide it.
import { parsePeriodCode } from '../tree/period';

/** The code of the period that a cell says and nothing else; null where it says none, or more. */
export function readPeriod(cell: string): string | null {
  const text = plainDigits(cell).replace(/[()]/g, '');
  if (text.length > 24) return null;
  const year =
    /^((?:19|20)\d\d)(?:年|年度|年末|年底|年全年|年1-12月|(?:年|[-/.])12(?:月(?:末|底)?(?:31日)?|[-/.]31)?|12|[-/.]0?1[-/.]0?1)?$/.exec(
      text,
    )?.[1];
  if (year && !/^\d{4}年12月$/.test(text)) return year;
  const part = /^((?:19|20)\d\d)年(?:(\d\d?)-)?(\d\d?)月$/.exec(text);
  if (part) return partOf(part[1]!, part[2], part[3]!);
  const term = /^((?:19|20)\d\d)年?-((?:19|20)\d\d)年?$/.exec(text);
  return term ? known(`${term[1]}..${term[2]}`) : null;
}

/** Whether a cell is a date as heads write it: a period, or a month of a year. */
export const isDated = (cell: string): boolean =>
  readPeriod(cell) !== null ||
  /^(?:19|20)\d\d[-./年](?:0?[1-9]|1[0-2])月?$/.test(plainDigits(cell));

/** The one year (or part of a year) that a title or the name of a sheet speaks of ("2021年工会基本情况"); null
 *  where there is none or more. Days are left out: a table is filled in on a day, and no period is one. */
export function findPeriod(title: string): string | null {
  const exact = readPeriod(title);
  if (exact) return exact;
  const text = plainDigits(title)
    .replace(/((?:19|20)\d\d)(?:年|[-/.])12(?:月|[-/.])31日?/g, '$1年')
    .replace(/(?:19|20)\d\d(?:年|[-/.])\d\d?(?:月|[-/.])\d\d?日?/g, '');
  const found = [
    ...text.matchAll(
      /(?<!\d)((?:19|20)\d\d)(?!\d)(?:年?(?:(\d\d?)月?-)?(\d\d?)月(末|底)?|年?(?:度|全年)?(?:第?[一二三四1-4]个?季|[上下]半年|半年)|年)?/g,
    ),
  ].map(([all, year, from, to, end]) => {
    if (/[季半]/.test(all)) return `${year} part`;
    if (to === undefined || Number(to) > 12 || (to === '12' && (end || from === '1'))) return year!;
    return partOf(year!, from, to) ?? `${year} part`;
  });
  const codes = [...new Set(found)];
  return codes.length === 1 && !codes[0]!.endsWith(' part') ? codes[0]! : null;
}

/** A text with its digits written alike, and without the footnote signs at its end. */
function plainDigits(text: string): string {
  return text
    .replace(
      /(?:[\u2460-\u24ff\u2776-\u2793¹²³⁰-₉*＊#＃†‡※△▲]|[[［【]注?\d{1,2}[\]］】])+\s*$/u,
      '',
    )
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(?<=\d{4}年?)[a-d]\)?$/i, '')
    .replace(/[〇零○Ｏ一二三四五六七八九]{4}(?=年)/g, (year) =>
      Array.from(year, (digit) => numerals[digit] ?? '0').join(''),
    )
    .replace(/[—–―−~至]+/g, '-');
}

const partOf = (year: string, from: string | undefined, to: string): string | null =>
  known(`${year}-${(from ?? to).padStart(2, '0')}..${year}-${to.padStart(2, '0')}`);
const known = (code: string): string | null => parsePeriodCode(code)?.code ?? null;

const numerals: Record<string, string> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};
