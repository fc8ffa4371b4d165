// Reporting periods: a year, a part of a year, or a term of years. The code is the key people use:
// "2021", "2012-01..2012-04", "2012..2017". A part-year is never compared with a full year.

export type PeriodKind = 'year' | 'part_year' | 'term';

/** `from`, `to` are months "2021-01", both inclusive. */
export type Period = { code: string; kind: PeriodKind; from: string; to: string };

/** Code of a period. A term is named by its years, even where its last year is not over. */
export function periodCode(kind: PeriodKind, from: string, to: string): string {
  if (kind === 'year') return String(yearOf(from));
  return kind === 'term' ? `${yearOf(from)}..${yearOf(to)}` : `${from}..${to}`;
}

/** The period of a given kind between two months. */
export function periodBetween(kind: PeriodKind, from: string, to: string): Period {
  return { code: periodCode(kind, from, to), kind, from, to };
}

/** What a code says; a term has full years, unless its report says otherwise. Null when it is no code. */
export function parsePeriodCode(code: string): Period | null {
  const year = /^(\d{4})$/.exec(code)?.[1];
  if (year) return periodBetween('year', `${year}-01`, `${year}-12`);
  const term = /^(\d{4})\.\.(\d{4})$/.exec(code);
  const months = /^(\d{4}-(?:0[1-9]|1[0-2]))\.\.(\d{4}-(?:0[1-9]|1[0-2]))$/.exec(code);
  const period = term
    ? periodBetween('term', `${term[1]}-01`, `${term[2]}-12`)
    : months && periodBetween('part_year', months[1] as string, months[2] as string);
  return period && !periodFault(period) && monthsIn(period) <= longestTerm ? period : null;
}

/** Months of fifty years: what a code says beyond that was not meant. */
const longestTerm = 600;

/** Why two months make no period of this kind: backwards, a year that is not January to December of one year, a part
 *  that leaves its year or fills it, a term within a single year. */
export function periodFault({
  kind,
  from,
  to,
}: Pick<Period, 'kind' | 'from' | 'to'>): PeriodFault | null {
  if (monthNumber(from) > monthNumber(to)) return 'period-backwards';
  const isOneYear = yearOf(from) === yearOf(to);
  const isFull = isOneYear && from.endsWith('-01') && to.endsWith('-12');
  if (kind === 'year') return isFull ? null : 'period-not-a-year';
  if (kind === 'part_year') return isOneYear && !isFull ? null : 'period-not-a-part';
  return isOneYear ? 'period-not-a-term' : null;
}

export type PeriodFault =
  'period-backwards' | 'period-not-a-year' | 'period-not-a-part' | 'period-not-a-term';

/** The one before of the same kind and length: last year, the same months of last year, the term before. */
export function previousOf({ kind, from, to }: Period): Period {
  const years = kind === 'term' ? yearOf(to) - yearOf(from) + 1 : 1;
  return periodBetween(
    kind,
    monthText(monthNumber(from) - 12 * years),
    monthText(monthNumber(to) - 12 * years),
  );
}

/** The years a period touches, in order: a term's single years. */
export function yearsOf({ from, to }: Period): number[] {
  return Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index);
}

/** The last day of a period, "2021-12-31". */
export function lastDayOf({ to }: Pick<Period, 'to'>): string {
  const [year, month] = to.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Number of months, both ends included. */
export function monthsIn({ from, to }: Pick<Period, 'from' | 'to'>): number {
  return monthNumber(to) - monthNumber(from) + 1;
}

/** Years from the end of one period to the end of another: the n of an average yearly growth. */
export function yearsBetween(earlier: Period, later: Period): number {
  return yearOf(later.to) - yearOf(earlier.to);
}

/** Whether figures of the two may be set side by side: two years, the same months, or terms of as many years. */
export function isComparable(a: Period, b: Period): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'part_year')
    return a.from.slice(4) === b.from.slice(4) && a.to.slice(4) === b.to.slice(4);
  return yearsOf(a).length === yearsOf(b).length;
}

/** "2021年", "2012年1—4月", "2012—2017年"; in English "2021", "January–April 2012", "2012–2017". */
export function labelOf({ kind, from, to }: Period, locale: string): string {
  const isChinese = locale.startsWith('zh');
  if (kind === 'year') return isChinese ? `${yearOf(from)}年` : `${yearOf(from)}`;
  if (kind === 'term')
    return isChinese ? `${yearOf(from)}—${yearOf(to)}年` : `${yearOf(from)}–${yearOf(to)}`;
  const [first, last] = [monthOf(from), monthOf(to)];
  if (isChinese) return `${yearOf(from)}年${first === last ? first : `${first}—${last}`}月`;
  return `${first === last ? monthNames[first] : `${monthNames[first]}–${monthNames[last]}`} ${yearOf(from)}`;
}

/** The same of a code; what is no code is left as it stands. */
export function labelOfCode(code: string, locale: string): string {
  const period = parsePeriodCode(code);
  return period ? labelOf(period, locale) : code;
}

const monthNames = [
  '',
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const yearOf = (month: string) => Number(month.slice(0, 4));
const monthOf = (month: string) => Number(month.slice(5, 7));
const monthNumber = (month: string) => yearOf(month) * 12 + monthOf(month) - 1;
const monthText = (number: number) =>
  `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
