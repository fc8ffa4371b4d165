// What cannot be a number, or not surely: each with its own sentence, because "not a number" alone does not help
// somebody whose Excel column was too narrow.
import type { Issue } from '../access/errors';
import { readNumeral } from './numerals';

/** The oddity in a text as typed and as tidied, if there is one. */
export function findOddity(typed: string, text: string): Issue | null {
  const bracketed = /^\((\d[\d.,]*)\)$/.exec(text);
  if (bracketed) return { code: 'ambiguous-brackets', params: { number: bracketed[1] as string } };
  const word = /不足|不到|以下|至少|最多|大于|小于|[<>≤≥]/.exec(text)?.[0];
  if (word) return { code: 'unknown-qualifier', params: { word } };
  const scale = /\d\s?(万亿|千万|百万|十万|百亿|千亿|千|百|十|k|K|兆)/.exec(text)?.[1];
  if (scale) return { code: 'wrong-scale', params: { typed: scale } };
  const numeral =
    /^([零〇一二三四五六七八九十百千两]+)[^零〇一二三四五六七八九十百千两万亿余多\d]{0,3}$/.exec(
      text,
    );
  const number = numeral && readNumeral(numeral[1] as string);
  if (number) return { code: 'chinese-number', params: { typed: text, number } };
  return oddities.find(({ is }) => is.test(text) || is.test(typed))?.issue ?? null;
}

const oddity = (code: string, is: RegExp): { is: RegExp; issue: Issue } => ({
  is,
  issue: { code, params: {} },
});

const oddities = [
  oddity('excel-hashes', /^#+$/),
  oddity('excel-error', /^#[A-Z/0!?]+$/i),
  oddity('excel-formula', /^[=＝]/),
  oddity('excel-exponent', /^[+-]?\d+(\.\d+)?[eE][+-]?\d+$/),
  // ² and ⑤ would turn into plain digits beside their neighbours.
  oddity('not-a-number', /\p{No}/u),
  oddity('dash', /^(-+|\/+|\.+|无|没有|空|暂无)$/),
  oddity('range', /^\d[\d.,]*\D{0,3}(-|~|至|到|\/)\d[\d.,]*\D{0,3}$/),
  oddity(
    'chinese-numerals',
    /^\D*[零〇一二三四五六七八九十百千两壹贰叁肆伍陆柒捌玖拾]+[万亿余多]*\D{0,3}$/,
  ),
];
