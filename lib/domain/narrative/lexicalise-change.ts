// A difference in words: which verb, which number, against what. A fall is never stated as a rise, and where the
// figures allow no true statement nothing is said.
import { countedAlike, numberOf, type Sourced } from '../comparison/sourced';
import type { Indicator } from '../catalogue/indicator';
import { isNearlyFlat, type Difference } from '../comparison/difference';
import { amountSegment, growthSegment } from '../comparison/print-row';
import { compare, divide, isZero, plain, sum } from '../figure/number';
import { printFigure, printNumber } from '../figure/print';
import type { Segment } from '../comparison/source';
import { wordingOf } from './wording';

/** `base` is 上年 or 2012年; no number for 持平 and 基本持平; `was` is the base, stated instead; `amount` may
 *  be stated before the rate: 比上年增加3027人，增长2.6%, and `isApart` must be. `isMultiple`:
 *  是上年的2.6倍. `isFirst`: the reporter wrote that it is 零的突破. */
export type LexicalisedChange = {
  base: string;
  word: string;
  direction: -1 | 0 | 1;
  number: Segment | null;
  was?: Segment;
  amount?: Segment;
  isApart?: boolean;
  isMultiple?: boolean;
  isFirst?: boolean;
};

/** A difference as it is stated, or null. */
export function lexicaliseChange(
  difference: Difference | null,
  baseName: string,
  isDetailed = false,
): LexicalisedChange | null {
  if (!difference) return null;
  const { current, indicator, direction, isBounded, whyNoRate } = difference;
  if (direction === 0)
    return isBounded
      ? null
      : { base: baseName, word: sameWord(difference), direction, number: null };
  if (!isBounded && isNearlyFlat(difference))
    return { base: baseName, word: '基本持平', direction, number: null };
  // Nothing is left of it: by how much says more than a fall of 100 %. And one piece is one piece, no 7.1 %.
  const isAmount =
    whyNoRate !== null ||
    isZero(current.figure.value as string) ||
    (!(isDetailed || isHeadline(indicator)) && isOnePiece(difference));
  const word = wordFor(indicator, direction, isAmount);
  // 增长7.1%以上 of 30多家 is more exact than what was reported.
  if (isBounded && !isAmount)
    return { base: baseName, word, direction, number: null, was: baseSegment(difference) };
  if (isAmount) {
    const number = amountSegment(difference);
    if (whyNoRate !== 'base-zero' && !isBounded)
      return { base: baseName, word, direction, number: withNoun(number, difference) };
    const isFirst =
      whyNoRate === 'base-zero' &&
      [current.figure.note, current.figure.scopeNote].some((note) => note?.includes('零的突破'));
    return {
      base: baseName,
      word,
      direction,
      number: null,
      was: baseSegment(difference),
      ...(isFirst ? { isFirst } : {}),
    };
  }
  const withAmount = !(isDetailed || isHeadline(indicator))
    ? {}
    : { amount: amountSegment(difference), isApart: isHeadline(indicator) };
  const times = multipleOf(difference, '100');
  if (times) return { ...lexicaliseMultiple(times, baseName), ...withAmount };
  const number = growthSegment(difference);
  return number && { base: baseName, word, direction, number, ...withAmount };
}

/** The base with the measure word of what is stated beside it. */
export function baseSegment({ base, current, indicator }: Difference): Segment {
  return numberOf(countedAlike(base, current.figure), indicator);
}

/** 增加1个群体: what was added is named where it is counted as 个 and the figure names it. */
function withNoun(number: Segment, { current, indicator }: Difference): Segment {
  const noun = /\[(.+?)\]/.exec(wordingOf(indicator).clause)?.[1];
  const printed = current.figure.shown?.text ?? '';
  if (noun === undefined || !number.text.endsWith('个')) return number;
  const names = Array.from(noun, (_, start) => noun.slice(start));
  const named = names.find((name) => name.length > 1 && printed.endsWith(name)) ?? noun;
  return { ...number, text: `${number.text}${named}` };
}

/** 七大群体 in words is 相同 where the base says the same words; a number is 持平. */
function sameWord({ current, base, indicator }: Difference): string {
  const [now, then] = [current.figure.shown?.text, base.figure.shown?.text];
  return indicator.nature !== 'ratio' && now !== undefined && now === then ? '相同' : '持平';
}

function isOnePiece({ amount, isBounded, current, base, indicator }: Difference): boolean {
  const isCounted =
    indicator.unit !== '元' &&
    [current, base].every(({ figure }) => (figure.shown?.scale ?? 'none') === 'none');
  return (
    isCounted &&
    !isBounded &&
    compare(amount, 1) === 0 &&
    compare(base.figure.value as string, 100) < 0
  );
}

/** 2.6倍, or 翻一番 of exactly twice as many; null for a growth of less than `least` per cent, and for every
 *  decrease. */
export function multipleOf(
  { direction, percent, isBounded, current, base, indicator }: Difference,
  least: string,
): Segment | null {
  if (direction <= 0 || percent === null || compare(percent, least) < 0) return null;
  const times = plain(divide(sum([percent, '100']), '100') as string);
  const doubled = isBounded ? undefined : doublings[times];
  const digits = printNumber(times, 1, isBounded ? 'down' : 'half-up').replace(/\.0$/, '');
  const formula = `${printFigure(current.figure, indicator)}÷${printFigure(base.figure, indicator)}`;
  return {
    text: doubled ?? `${digits}倍${isBounded ? '以上' : ''}`,
    figures: [...current.keys, ...base.keys],
    computed: { kind: 'multiple', formula },
  };
}

/** 是上年的2.6倍, 比上年翻一番 */
export function lexicaliseMultiple(number: Segment, base: string): LexicalisedChange {
  return number.text.startsWith('翻')
    ? { base, word: '', direction: 1, number }
    : { base, word: '是', direction: 1, number, isMultiple: true };
}

const doublings: Record<string, string> = { '2': '翻一番', '4': '翻两番', '8': '翻三番' };

/** What stands at a date is set against a date: 上年末, 2015年末. */
export function atEnd(name: string, { nature }: Indicator): string {
  return nature === 'stock' && name.endsWith('年') ? `${name}末` : name;
}

/** Stocks that are stated as X达n carry the increment beside the rate. */
export function isHeadline(indicator: Indicator): boolean {
  return indicator.nature === 'stock' && wordingOf(indicator).clause.includes('达{}');
}

/** A change that was reported itself: 比2012年增长10%, 年均增长12%. */
export function saidChange(
  reported: Sourced,
  baseName: string,
  indicator: Indicator,
): LexicalisedChange {
  const { figure, keys } = reported;
  const base = figure.measure === 'average_growth' ? '年均' : baseName;
  // 增长0% is 持平.
  if (isZero(figure.value as string) && base !== '年均')
    return { base, word: '持平', direction: 0, number: null };
  const direction = figure.value?.startsWith('-') ? -1 : 1;
  const number = { text: printFigure(figure, indicator), figures: keys };
  const word = direction < 0 ? '下降' : '增长';
  return { base, word, direction, number };
}

/** 提高到, 增加到, 降至: the verb from a base to a result. */
export function resultVerb(indicator: Indicator, direction: -1 | 0 | 1): string {
  if (indicator.nature === 'ratio') return direction > 0 ? '提高到' : '降至';
  return direction > 0 ? '增加到' : '减少到';
}

/** Per cent 增长 or 下降, amounts 增加 or 减少; where more is not better the verb does not praise. */
function wordFor(
  { nature, direction: better }: Indicator,
  direction: -1 | 1,
  isAmount: boolean,
): string {
  if (nature === 'ratio') return direction > 0 ? (better === 'up' ? '提高' : '上升') : '下降';
  if (isAmount) return direction > 0 ? '增加' : '减少';
  if (direction < 0) return '下降';
  return better === 'down' ? '上升' : '增长';
}
