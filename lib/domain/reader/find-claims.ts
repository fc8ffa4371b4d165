// Claims of a rank (居全省第一, 全市首位, 全国前列): they hold no number that a figure has, and still say
// one.
export type Claim = { start: number; end: number; text: string };

/** The rank claims of a text, in order. */
export function findClaims(text: string): Claim[] {
  return [...text.matchAll(claim)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    text: words,
  }));
}

const numeral = '(?:[一二三四五六七八九十]{1,3}|\\d{1,3})';
// 第一批, 第一时间 and 第一书记 are no ranks; 全市第一家 claims to be the first to do it.
const claim = new RegExp(
  '(?:全国|全省|全市|全区|全县|全州|全行业|省内|市内|国内|苏北|同类[^，。；、]{0,4}?)[^，。；、！？\\d]{0,6}?' +
    `(?:第${numeral}(?![批次届期轮个阶时书责手线方任产条章号])[名位]?|首位|榜首|前${numeral}[名位强]?|前列|首家|唯一)`,
  'g',
);
