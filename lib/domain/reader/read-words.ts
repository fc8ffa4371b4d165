// The words of comparison: which base, which direction, which kind of claim stands before and after a number.
import type { Base, Kind, Statement, Time } from './statement';

export const baseName =
  '(?:上年同期|上年末|上年)同口径|上年同期|上年末|上年底|上年|去年同期|去年末|去年|上年度|\\d{4}年同期|\\d{4}年末|\\d{4}年底|\\d{4}年';

const rises = '增长|增加|提高|上升|提升|增至|净增|上涨|扩大';
const falls = '下降|减少|降低|回落|净减少|下滑|缩小';
const verb = `(?<verb>${rises}|${falls})(?:了)?`;

/** The base that stands last in the words, or null. */
export function readBase(words: string): Base | null {
  const name =
    [...words.matchAll(new RegExp(baseName, 'g'))].at(-1)?.[0] ??
    (words.includes('同比') ? '上年' : undefined);
  if (name === undefined) return null;
  if (name.endsWith('同口径')) return { kind: 'previous', isComparable: true };
  return /^\d/.test(name) ? { kind: 'year', year: Number(name.slice(0, 4)) } : { kind: 'previous' };
}

export const directionOf = (word: string): -1 | 1 =>
  new RegExp(`^(?:${falls})`).test(word) ? -1 : 1;

const changeForm = new RegExp(`(?<average>年均)?(?:分别)?${verb}$`);
const resultForm = new RegExp(
  `(?:(?:${rises}|${falls})到|提高至|上升至|增至|降至|降到|升至|减至)$`,
);

/** A change whose number follows the words at once: 比上年末增加‹3027人›, 年均增长‹1.5%›. */
export function readChange(words: string, unit: string): { kind: Kind; direction: -1 | 1 } | null {
  const found = changeForm.exec(words)?.groups;
  if (!found || !(found.average || isOfBefore.test(words))) return null;
  const direction = directionOf(found.verb as string);
  if (found.average) return { kind: unit === '%' ? 'average-growth' : 'average-amount', direction };
  return { kind: unit === '%' ? 'growth' : unit === '百分点' ? 'points' : 'amount', direction };
}

// 完成学历提升‹140人› is no change: a base is named, or the verb stands alone after a comma.
const isOfBefore = new RegExp(
  `比|较|同比|(?:^|[，；、）])(?:均|分别|双双|又|再)?${verb.replace('?<verb>', '?:')}$`,
);

/** 由…提高到‹98%以上›: the direction of the verb. */
export function readResult(words: string): -1 | 1 | null {
  const found = resultForm.exec(words)?.[0];
  return found === undefined ? null : /^[减下降回]/.test(found) ? -1 : 1;
}

/** The years a sentence or its part speaks of; `narrated` where it goes back to the narrated period (全年, 五年来,
 *  1—6月). */
export function readTime(words: string): Time | 'narrated' | null {
  const found = [...words.matchAll(timeForm)].at(-1);
  if (!found) return null;
  const { from, to, date, year } = found.groups as Record<string, string | undefined>;
  if (to) return { from: Number(from), to: Number(to) };
  if (date) return { from: null, to: Number(date) };
  return year ? { from: Number(year), to: Number(year) } : 'narrated';
}

const timeForm =
  /(?<from>\d{4})年(?:\d{1,2}月)?至(?<to>\d{4})年(?:\d{1,2}月)?(?=，)|截至(?<date>\d{4})年(?:\d{1,2}月)?(?:底|末)?(?=，)|(?<=^|[，。；])(?<year>\d{4})年(?:\d{1,2}(?:—\d{1,2})?月)?(?=，|“[^“”]{1,6}”期间)|全年|当年|[一两二三四五六七八九十]{1,2}年来|(?<=^|[，。；])\d{1,2}(?:—\d{1,2})?月(?=，)/g;

/** What is claimed of a target or control line whose number follows. */
export function readGoal(words: string, after: string): Pick<Statement, 'kind' | 'claim'> | null {
  const found =
    /(?<verb>超额完成|完成|达到|超出|低于|距|控制在)?(?<name>(?:年度|本期|届期|全年)?目标|控制线)(?<form>[（(]|为)$/.exec(
      words,
    )?.groups;
  if (!found) return null;
  const kind = found.name === '控制线' ? 'limit' : 'target';
  if (found.form === '为' || !found.verb) return { kind, claim: 'is' };
  const claims = {
    超额完成: 'passed',
    完成: /^[)）]的/.test(after) ? 'is' : 'reached',
    达到: 'reached',
    超出: kind === 'limit' || /^[)）]/.test(after) ? 'beyond' : 'passed',
    低于: 'missed',
    距: 'missed',
    控制在: 'within',
  } as const;
  return { kind, claim: claims[found.verb as keyof typeof claims] };
}

/** Words without what says time, connection and narrower scope: what is left names the matter. */
export function subjectOf(words: string): string {
  return words
    .replace(/[（(][^（）()]{3,}[）)]/g, '')
    .replace(/“?[^，。；“”]{0,6}”?期间，/g, '')
    .replace(
      /(?:截至)?\d{4}年(?:\d{1,2}月)?(?:至\d{4}年(?:\d{1,2}月)?)?(?:底|末)?，?|截至\d{1,2}月(?:底|末)?，|(?:\d{4}年)?\d{1,2}(?:—\d{1,2})?月，|[一两二三四五六七八九十]{1,2}年来，/g,
      '',
    )
    .replace(/其中，?|目前，|全年|当年/g, '')
    .replace(/^[，；。、）)和]+/, '')
    .replace(/[，；。、]+$/, '');
}
