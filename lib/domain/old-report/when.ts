// Of which time a number of a report is, as a period code; of what stands at a date, the last day of it.
import { lastDayOf, parsePeriodCode } from '../tree/period';

const dash = '[-—–~～至到]+';
const times = new RegExp(
  [
    `(?<asOf>(?:截至|截止|至|到)?(?:(?<asYear>(?:19|20)\\d{2})年)?(?<asMonth>\\d{1,2})月(?:底|末|\\d{1,2}日)(?!前)|` +
      `(?:截至|截止|至|到)(?:(?<untilYear>(?:19|20)\\d{2})年(?:(?<untilMonth>\\d{1,2})月)?(?:底|末)?|目前|年底)|` +
      `(?<endYear>(?:19|20)\\d{2})年[底末]|年末|年底|目前|现有)`,
    `(?<span>(?<fromYear>(?:19|20)\\d{2})年?${dash}(?<toYear>(?:19|20)\\d{2})年)`,
    `(?<months>(?:(?<monthYear>(?:19|20)\\d{2})年)?(?<fromMonth>\\d{1,2})月?${dash}(?<toMonth>\\d{1,2})月)`,
    `(?<half>(?:(?<halfYear>(?:19|20)\\d{2})年)?(?<which>上半年|下半年|前三季度|前三个季度|一季度|第一季度|二季度|第二季度|三季度|第三季度|四季度|第四季度))`,
    `(?<term>(?:过去的?|这|近)?(?:五|5)年(?:来|间|共|累计)|“十[一二三四]五”(?:期间|时期|以来)|届期内|任期内|本届以来)`,
    `(?<few>(?:过去的?|这|近)?(?<fewYears>[二两三四六七八九]|\\d)年(?:来|间))`,
    `(?<ever>历年|建会以来|成立以来|实施以来|开展以来|有史以来)`,
    `(?<recent>今年以来|一年来|今年(?=[^，。；]{0,3}[，举开组])|全年)`,
    `(?<month>(?:(?<oneYear>(?:19|20)\\d{2})年)(?<one>\\d{1,2})月(?!底|末|\\d))`,
    `(?<year>(?<!比|较|于)(?<said>(?:19|20)\\d{2})年(?:度)?(?!同期|末|底|\\d))`,
  ].join('|'),
  'g',
);

export type When = { period: string | null; isDate: boolean };

/** The time that the words name last, given the period that the report is of; null where they name none. */
export function whenOf(words: string, report: string | null): When | null {
  const match = [...words.matchAll(times)]
    .filter(({ 0: said, index }) => !isBase(words, index, said))
    .at(-1);
  if (!match) return null;
  const said = match.groups as Record<string, string | undefined>;
  const own = report === null ? null : parsePeriodCode(report);
  const year = own ? own.to.slice(0, 4) : null;
  if (said.asOf !== undefined) return dateOf(said, year, report);
  const span = (from: string | null, to: string | null): When => ({
    period: from && to ? `${from}..${to}` : null,
    isDate: false,
  });
  if (said.span)
    return said.fromYear === said.toYear
      ? { period: said.toYear as string, isDate: false }
      : span(said.fromYear as string, said.toYear as string);
  if (said.months)
    return monthsOf(said.monthYear ?? year, Number(said.fromMonth), Number(said.toMonth));
  if (said.half)
    return monthsOf(
      said.halfYear ?? year,
      ...((parts[(said.which as string).replace(/^第/, '').replace('三个季', '三季')] ?? [
        1, 12,
      ]) as [number, number]),
    );
  if (said.term)
    return own?.kind === 'term'
      ? { period: report, isDate: false }
      : span(year && String(Number(year) - 4), year);
  if (said.few) {
    const count = /\d/.test(said.fewYears as string)
      ? Number(said.fewYears)
      : ' 二两三四五六七八九'.indexOf(said.fewYears as string);
    const years = /两/.test(said.fewYears as string)
      ? 2
      : /\d|二/.test(said.fewYears as string)
        ? Math.max(count, 2)
        : count;
    return span(year && String(Number(year) - years + 1), year);
  }
  if (said.ever) return { period: year && `..${year}`, isDate: false };
  if (said.recent)
    return {
      period:
        /全年|一年来/.test(said.recent) && own?.kind !== 'term'
          ? report
          : own?.kind === 'term'
            ? year
            : report,
      isDate: false,
    };
  if (said.month) return monthsOf(said.oneYear as string, Number(said.one), Number(said.one));
  return { period: said.said as string, isDate: false };
}

const parts: Record<string, [number, number]> = {
  上半年: [1, 6],
  下半年: [7, 12],
  前三季度: [1, 9],
  一季度: [1, 3],
  二季度: [4, 6],
  三季度: [7, 9],
  四季度: [10, 12],
};

/** 比2012年, 与去年同期: the base, not the time. */
const isBase = (words: string, at: number, said: string): boolean =>
  /(?:比|较|与|同|由|从)$/.test(words.slice(Math.max(0, at - 1), at)) && !/目前/.test(said);

function dateOf(
  said: Record<string, string | undefined>,
  year: string | null,
  report: string | null,
): When {
  const ofYear = said.asYear ?? said.untilYear ?? said.endYear ?? year;
  if (ofYear === null || ofYear === undefined) return { period: null, isDate: true };
  const month = said.asMonth ?? said.untilMonth;
  if (month) {
    const to = `${ofYear}-${month.padStart(2, '0')}`;
    return { period: lastDayOf({ to }), isDate: true };
  }
  const own = report === null ? null : parsePeriodCode(report);
  const isOwn = own !== null && own.to.startsWith(ofYear);
  return { period: isOwn ? lastDayOf(own) : `${ofYear}-12-31`, isDate: true };
}

function monthsOf(year: string | null | undefined, from: number, to: number): When {
  if (!year || from < 1 || to > 12 || from > to) return { period: year ?? null, isDate: false };
  const code = (month: number) => `${year}-${String(month).padStart(2, '0')}`;
  return { period: from === 1 && to === 12 ? year : `${code(from)}..${code(to)}`, isDate: false };
}

/** The period that a report seems to be of: what its head says, or the year that it names most. */
export function guessPeriod(text: string): string | null {
  const head = text.slice(0, 400);
  const half = /((?:19|20)\d{2})年?(上半年|前三季度|一季度)/.exec(head);
  if (half) return monthsOf(half[1], ...(parts[half[2] as string] as [number, number])).period;
  const years = [...text.matchAll(/(?<!\d)((?:19|20)\d{2})年/g)].map((match) => match[1] as string);
  if (years.length === 0) return /(?<!\d)((?:19|20)\d{2})(?!\d)/.exec(head)?.[1] ?? null;
  const isTerm = /五年(?:来|工作|回顾)|过去的?五年/.test(text.slice(0, 1200));
  const last = years.reduce((one, other) => (Number(other) > Number(one) ? other : one));
  if (isTerm) return `${Number(last) - 5}..${last}`;
  const counts = new Map<string, number>();
  for (const year of years)
    counts.set(year, (counts.get(year) ?? 0) + (head.includes(year) ? 2 : 1));
  return [...counts].sort((a, b) => b[1] - a[1] || Number(b[0]) - Number(a[0]))[0]?.[0] ?? null;
}
