// The period that a head, a title or the name of a sheet says: 2021, ２０２１年, 二〇二一年, 2021年1—4月, 2016—2020年.
import { parsePeriodCode } from '../tree/period';

/** The code of the period that a cell says and nothing else; null where it says none, or more. */
export function readPeriod(cell: string): string | null {
  const text = cell.normalize('NFKC').replace(/\s+/g, '').replace(/[()]/g, '');
  if (text.length > 24) return null;
  const digits = text.replace(/[〇零○Ｏ一二三四五六七八九]{4}(?=年)/g, (year) =>
    Array.from(year, (digit) => numerals[digit] ?? '0').join(''),
  );
  const year =
    /^((?:19|20)\d\d)(?:年|年度|年末|年底|年全年|年1-12月|[-/.]12[-/.]31|[-/.]0?1[-/.]0?1)?$/.exec(
      dashed(digits),
    )?.[1];
  if (year) return year;
  const part = /^((?:19|20)\d\d)年(?:(\d\d?)-)?(\d\d?)月$/.exec(dashed(digits));
  if (part) return known(`${part[1]}-${month(part[2] ?? part[3]!)}..${part[1]}-${month(part[3]!)}`);
  const term = /^((?:19|20)\d\d)年?-((?:19|20)\d\d)年?$/.exec(dashed(digits));
  return term ? known(`${term[1]}..${term[2]}`) : null;
}

/** The one year that a title or the name of a sheet speaks of ("2021年工会基本情况"); null where there is none or more. */
export function findPeriod(title: string): string | null {
  const exact = readPeriod(title);
  if (exact) return exact;
  const found = [
    ...title
      .normalize('NFKC')
      .matchAll(/(?<!\d)((?:19|20)\d\d)(?:\s*年|(?!\d))|([〇零○一二三四五六七八九]{4})年/g),
  ].map((match) => readPeriod(match[1] ?? `${match[2]}年`));
  const years = new Set(found.filter((code) => code !== null));
  return years.size === 1 ? ([...years][0] as string) : null;
}

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
const dashed = (text: string): string => text.replace(/[—–―−~至]+/g, '-');
const month = (text: string): string => text.padStart(2, '0');
const known = (code: string): string | null => parsePeriodCode(code)?.code ?? null;
