// What stands around the text of an official document: 发文机关标志 and 发文字号 above it, 主送机关
// before it, 抄送机关 below it.

export const letterheadParts = ['issuer', 'number', 'to', 'copies'] as const;
export type Letterhead = Record<(typeof letterheadParts)[number], string>;

/** What is printed of it: the year of issue in 〔年〕, no colon or full stop typed twice; null where nothing is
 *  set. */
export function printedLetterhead(
  { issuer, number, to, copies }: Letterhead,
  date: string,
): Letterhead | null {
  const printed = {
    issuer: issuer.trim(),
    number: number.trim().replace(/[〔［\[【](?:年|年份)[〕］\]】]/u, `〔${date.slice(0, 4)}〕`),
    to: to.trim().replace(/[：:]+$/u, ''),
    copies: copies.trim().replace(/[。.]+$/u, ''),
  };
  return Object.values(printed).some((text) => text !== '') ? printed : null;
}
