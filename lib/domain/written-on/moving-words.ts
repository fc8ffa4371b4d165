// Words that tell how a number moved, and their opposites.

export type Found = { at: number; text: string; way: -1 | 1 };

const pairs: readonly [string, string][] = [
  ['增长', '下降'],
  ['增加', '减少'],
  ['提高', '下降'],
  ['提升', '下降'],
  ['上升', '下降'],
  ['升高', '降低'],
  ['扩大', '缩小'],
  ['净增', '净减'],
  ['增幅', '降幅'],
  ['多', '少'],
  ['增', '减'],
  ['升', '降'],
];
const others: readonly [string, string][] = [
  ['增长', '负增长'],
  ['提高', '降低'],
  ['提高', '回落'],
  ['增长', '下滑'],
  ['增加', '压减'],
  ['增加', '缩减'],
  ['增加', '新减'],
];
const downOf = (up: string): string | null => pairs.find(([one]) => one === up)?.[1] ?? null;
const upOf = (down: string): string | null =>
  [...pairs, ...others].find(([, one]) => one === down)?.[0] ?? null;

/** The word for the other way; null where there is none. */
export const opposite = (verb: string): string | null => upOf(verb) ?? downOf(verb);

const wayOf = (verb: string): -1 | 1 => (upOf(verb) === null ? 1 : -1);

const longestFirst = (words: readonly string[]): string =>
  [...new Set(words)].sort((a, b) => b.length - a.length).join('|');
const verbs = [...pairs, ...others].flat();
const atEnd = new RegExp(`(${longestFirst(verbs)})(?=(?:了|为|达|率为|幅度?为)*$)`);
// 新增 is no change of what it stands before but a figure of its own.
const notBefore = /新$/;

/** The verb that tells of the number behind these words. */
export function verbAtEnd(words: string): Found | null {
  const match = atEnd.exec(words);
  if (!match || notBefore.test(words.slice(0, match.index))) return null;
  const text = match[1] as string;
  return { at: match.index, text, way: wayOf(text) };
}

/** A verb that tells of a movement without its number: 稳步提高，达到▢. */
export function looseVerb(words: string): Found | null {
  const found = [...words.matchAll(loose)].at(-1);
  if (!found) return null;
  const text = found[1] as string;
  return { at: found.index, text, way: wayOf(text) };
}

const loose = new RegExp(
  `(${longestFirst(verbs.filter((verb) => verb.length > 1))})(?=[，；、。]|$)`,
  'g',
);

/** 提高到, 增至, 降到, 达到 at the end of words; `way` null where it tells none. */
export function resultVerb(words: string): { at: number; text: string; way: -1 | 1 | null } | null {
  const match = result.exec(words);
  if (!match) return null;
  const text = match[0];
  const stem = match[1] as string;
  const way = /^达|^为$/.test(stem) ? null : /降|减|回落|下滑|缩/.test(stem) ? -1 : 1;
  return { at: match.index, text, way };
}

const result =
  /(提高|提升|增加|增长|上升|扩大|发展|壮大|增|升|下降|降低|减少|回落|下滑|缩小|缩减|降|减|达)(?:到|至)了?$/;

/** The word for where a number has come to. */
export function movedResult(text: string, way: -1 | 0 | 1): string {
  if (way === 0) return '保持在';
  const isShort = /^.[到至]/.test(text);
  const to = text.includes('至') ? '至' : '到';
  if (way < 0)
    return isShort ? `降${to}` : /增加|发展|壮大|扩大/.test(text) ? `减少${to}` : `下降${to}`;
  return isShort ? `增${to}` : /减少|缩/.test(text) ? `增加${to}` : `提高${to}`;
}

/** Words without the adverb at their end, which told of the other way. */
export const trimAdverb = (words: string): string =>
  words.replace(/(?:大幅度?|显著|明显|稳步|持续|不断|较快|快速|逐步|逐年|成倍|进一步)$/, '');

/** Whether words claim what no figure says: a place, a record, a row of years, a plan that was met; beside numbers also
 *  what holds for all of them, and how strongly they moved; without numbers that something counted moved. */
export function claimsIn(words: string, isBesideNumbers: boolean): boolean {
  if (claims.test(words)) return true;
  return isBesideNumbers ? strength.test(words) : movedCount.test(words);
}

const claims =
  /首位|第[一二三四五六七八九十]+[位名]|位居|名列|首次|再次|连续[\d一二两三四五六七八九十]|翻[一两]?番|全覆盖|历史(?:新高|最高)|超额|创[^，。；]{0,4}新高/;
const strength =
  /均(?![比较同增下提])|全部|领先|最[高多大好低少]|成倍|倍增|大幅|显著|明显|快速|较快/;
const movedCount = new RegExp(
  `(?:人数|数量|总数|率|金额|经费|资金|会员)[^，。；]{0,6}(?:${longestFirst(verbs)})(?=[，。；]|$)`,
);
