// What a single cell of a foreign table looks like: a figure, a gap, a word.
import { joinDigits, tidy } from '../figure/tidy-typing';

const plain = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim();

/** Whether a cell is written like a figure, or stands where one should: a formula without result, an error. */
export const looksLikeFigure = (cell: string): boolean =>
  /^[=＝].|^#(?:REF!|DIV\/0!|N\/A|NAME\?|VALUE!|NUM!|NULL!)/.test(cell.trim()) ||
  (cell.length < 40 && (isNumeral(cell) || isNumeral(cell.replace(remark, '$1'))));

/** What was written behind a figure: 1280（含联合工会）. Behind a year it belongs to a head. */
const remark =
  /^(?!\s*(?:19|20)\d\d\s*[（(])(\s*\d[\d,.]*\S{0,2}?)\s*[（(][^（）()]{1,20}[）)]\s*$/;

const isNumeral = (cell: string): boolean =>
  /^(?:大约|约|近|接近|将近)?[+-]?(?:\d[\d,.' ]*|\.\d+)(?:E[+-]?\d+)?(?:[余多千百万亿%‰]|人次|人|元|个|家|件|户|以上|左右)*$/i.test(
    plain(cell),
  );

/** Whether a cell says that there is no figure: -, —, …, 不适用. */
export const isGap = (cell: string): boolean =>
  /^(?:[-—–―−…·.*/]{1,6}|无|空|缺|暂无|不详|不适用|无法取得|N\/?A|#+)$/i.test(plain(cell));

/** Whether a cell holds words: neither empty nor a figure nor a gap. */
export const isWord = (cell: string): boolean =>
  plain(cell) !== '' && !looksLikeFigure(cell) && !isGap(cell);

/** The texts of some cells, each once, empty ones left out. */
export const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
];

/** Whole numbers from `from` to below `to`. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);

/** The bare number of a cell, for comparing cells of one table with each other; null where it is none. No
 *  figure comes of it. */
export function readNumber(cell: string): number | null {
  const digits = joinDigits(tidy(cell).replace(/[%‰人个家件元]$/, ''));
  return digits === null || !/^\d/.test(digits) ? null : Number(digits);
}
