// The time a sentence speaks of. A flow is stated over a span, a stock at a date; a sentence names its time once, and
// again only where it changes.
import type { Figure } from '../figure/figure';
import type { Nature } from '../catalogue/indicator';
import { monthsIn, type Period } from '../tree/period';

/** `any` needs no time word of its own; `key` tells frames apart. `mixes`: what stood at the end of a single year may
 *  be stated with what was done in it; over a term the two stay apart. */
export type Frame = {
  kind: 'span' | 'end' | 'own' | 'any';
  key: string;
  prefix: string;
  mixes: boolean;
};

export const anyTime: Frame = { kind: 'any', key: 'any', prefix: '', mixes: true };

/** When a figure of `report` holds, seen from the period that is narrated. */
export function frameOf(
  figure: Pick<Figure, 'asOf' | 'from'>,
  nature: Nature,
  report: Period,
  narrated: Period,
): Frame {
  const isTarget = report.code === narrated.code;
  if (nature === 'flow') {
    if (figure.asOf) return ownFrame(spanText(figure.from ?? report.from, figure.asOf, narrated));
    return isTarget ? spanOf(narrated) : ownFrame(`${report.from.slice(0, 4)}年，`);
  }
  if (figure.from && figure.asOf) return ownFrame(spanText(figure.from, figure.asOf, narrated));
  const date = figure.asOf ?? report.to;
  const isEnd =
    date.slice(0, 4) === narrated.to.slice(0, 4) && (date.length === 4 || date === narrated.to);
  if (isEnd) return nature === 'stock' ? endOf(narrated) : anyTime;
  if (nature === 'stock' || nature === 'ratio')
    return ownFrame(`截至${dateText(date, narrated)}，`);
  return isTarget ? anyTime : ownFrame(`${report.from.slice(0, 4)}年，`);
}

/** The whole of what is narrated: 全年, 五年来, 1—4月. */
export function spanOf(narrated: Period): Frame {
  if (narrated.kind === 'year') return { kind: 'span', key: 'span', prefix: '全年', mixes: true };
  if (narrated.kind === 'term')
    return { kind: 'span', key: 'span', prefix: `${yearsInWords(narrated)}年来，`, mixes: false };
  return { kind: 'span', key: 'span', prefix: `${monthSpan(narrated)}，`, mixes: true };
}

/** The end of what is narrated: 截至2021年底. */
function endOf(narrated: Period): Frame {
  const text = dateText(narrated.to, narrated);
  return {
    kind: 'end',
    key: 'end',
    prefix: `截至${text}${narrated.kind === 'part_year' ? '底' : ''}，`,
    mixes: narrated.kind !== 'term',
  };
}

export function ownFrame(prefix: string): Frame {
  return { kind: 'own', key: prefix, prefix, mixes: false };
}

/** Full years of a term in words: 2012-01 to 2017-09 is 五年. */
export function yearsInWords(term: Period): string {
  const years = Math.floor(monthsIn(term) / 12);
  if (years <= 10) return numerals[years] as string;
  const [tens, ones] = [Math.floor(years / 10), years % 10];
  return `${tens > 1 ? counted[tens] : ''}十${ones > 0 ? counted[ones] : ''}`;
}

export function monthSpan({ from, to }: Period): string {
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  return first === last ? `${first}月` : `${first}—${last}月`;
}

function dateText(date: string, narrated: Period): string {
  const [year, month] = date.split('-') as [string, string?];
  if (!month || month === '12') return `${year}年底`;
  const text = `${Number(month)}月`;
  return narrated.kind === 'part_year' && year === narrated.to.slice(0, 4)
    ? text
    : `${year}年${text}`;
}

function spanText(from: string, to: string, narrated: Period): string {
  const [fromYear, toYear] = [from.slice(0, 4), to.slice(0, 4)];
  const year = (text: string) =>
    narrated.kind === 'part_year' && text === narrated.to.slice(0, 4) ? '' : `${text}年`;
  if (to.length === 4)
    return fromYear === toYear ? `${toYear}年，` : `${fromYear}年至${toYear}年，`;
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  if (fromYear === toYear)
    return `${year(toYear)}${first === last || !first ? last : `${first}—${last}`}月，`;
  const start = first > 1 && from.length > 4 ? `${fromYear}年${first}月` : `${fromYear}年`;
  return `${start}至${toYear}年${last}月，`;
}

const numerals = ['', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];
// Within a greater number it is 二, not 两: 十二年.
const counted = ['', '一', '二', ...numerals.slice(3)];
