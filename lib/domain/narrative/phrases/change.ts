// How a change is stated after its figures: 比上年增长8.8%, 分别比上年增长10%、5%和8%,
// 均与上年持平, 上年为0件, 年均增长1.5%.
import type { Segment } from '@/lib/domain/comparison/source';
import type { Item } from '../item';
import type { LexicalisedChange } from '../lexicalise-change';
import { sayBoth, sayChange, type Voice } from '../voice';
import { listNumbers, nameLast, sameNumber, type Said } from './head';

/** Whether the changes of two items can be stated with one 分别 or 均. */
export function canShareChange(a: Item, b: Item): boolean {
  if (a.changes.length === 0 || a.changes.length !== b.changes.length) return false;
  if (!canBeListed(a, b) || a.number.text === '' || b.number.text === '') return false;
  return a.changes.every((one, place) => areAlike(one, b.changes[place] as LexicalisedChange));
}

/** Whether two that are stated from a base share their average growth:
 *  由…增加到…，…由…增加到…，年均分别增长2.3%和2.1%. */
export function canShareAverage(a: Item, b: Item): boolean {
  const [one, other] = [a.changes[0], b.changes[0]];
  return (
    a.from !== null &&
    b.from !== null &&
    a.from.base === b.from.base &&
    a.from.direction === b.from.direction &&
    a.changes.length === 1 &&
    b.changes.length === 1 &&
    one?.base === '年均' &&
    other?.base === '年均' &&
    one.word === other.word &&
    kindOf(one) === kindOf(other) &&
    canBeListed(a, b)
  );
}

function areAlike(one: LexicalisedChange, other: LexicalisedChange): boolean {
  if (one.was && other.was) return one.base === other.base && !one.isFirst && !other.isFirst;
  if (one.was || other.was || one.isApart || other.isApart || one.base === '年均') return false;
  return one.base === other.base && one.word === other.word && kindOf(one) === kindOf(other);
}

/** Whether a remark lets two items stand in one list: only the last may have one, if it says itself of what it
 *  speaks. */
export function canBeListed(a: Item, b: Item): boolean {
  // 乡镇（街道）、开发区总工会组建率 between two others would seem to be two names.
  if (a.indicator.nature === 'ratio' && [a, b].some(({ wording }) => wording.noun.includes('、')))
    return false;
  return a.remarks.length === 0 && b.remarks.every(({ closing }) => closing);
}

/** Percent, points, amounts and 持平 are not listed together. */
function kindOf({ number }: LexicalisedChange): string {
  return number === null ? '' : (/(%|百分点|倍|番)(以上)?$/.exec(number.text)?.[1] ?? '量');
}

/** The changes of a run, beginning with its comma. A base named earlier in the sentence is not named again. */
export function sayChanges(items: Item[], named: Set<string>, voice: Voice): Said {
  const changes = (items[0] as Item).changes;
  if (changes.length === 0) return { segments: [], voice };
  // A growth without its level names its base, or nobody knows that it is one.
  if ((items[0] as Item).number.text === '') named.clear();
  const isRate = (items[0] as Item).indicator.nature === 'ratio';
  const segments: Segment[] = [];
  let now = voice;
  if (items.length > 1) {
    changes.forEach((_, place) => {
      const said = sayTogether(
        items.map((item) => item.changes[place] as LexicalisedChange),
        changes.length > 1 ? new Set() : named,
        isRate,
        now,
      );
      segments.push(...(isOneClause(items) ? withoutEach(said.segments) : said.segments));
      now = said.voice;
    });
    return { segments, voice: now };
  }
  changes.forEach((change, place) => {
    const comma =
      place > 0
        ? change.amount || changes[place - 1]?.amount
          ? '；'
          : '，'
        : commaAfter(items[0] as Item);
    const said = sayOne(change, changes.length > 1 ? new Set() : named, isRate, now);
    segments.push({ text: comma }, ...said.segments);
    nameLast(named, change.base);
    now = said.voice;
  });
  return { segments, voice: now };
}

/** Two figures of one clause, 5方面20条措施, gain 1方面、1条. */
function isOneClause([first, second, ...rest]: Item[]): boolean {
  return (
    rest.length === 0 &&
    first !== undefined &&
    second?.wording.with[first.indicator.code] !== undefined &&
    first.changes.every(({ number }) => number !== null && !/[%番倍]|百分点/.test(number.text))
  );
}

function withoutEach(segments: Segment[]): Segment[] {
  return segments.map((segment) =>
    segment.figures ? segment : { text: segment.text.replace('分别', '').replace(/^和$/, '、') },
  );
}

/** A growth without its level follows its subject; a rate that was stated in words is named before its change. */
function commaAfter({ number, figure, indicator, wording }: Item): string {
  if (number.text === '') return '';
  return indicator.nature === 'ratio' && figure.shown?.text ? `，${wording.noun}` : '，';
}

function sayOne(
  change: LexicalisedChange,
  named: Set<string>,
  isRate: boolean,
  voice: Voice,
): Said {
  const { base, word, number, was, amount } = change;
  if (was)
    return {
      segments: [
        { text: `${base}为` },
        was,
        ...(change.isFirst ? [{ text: '，实现零的突破' }] : []),
      ],
      voice,
    };
  if (!number) return { segments: [{ text: `与${base}${word}` }], voice };
  if (amount) {
    const rate = change.isMultiple ? `是${base}的` : word;
    return {
      segments: [
        { text: `${against(base, named)}${change.direction > 0 ? '增加' : '减少'}` },
        amount,
        { text: `，${rate}` },
        number,
      ],
      voice,
    };
  }
  if (change.isMultiple) return { segments: [{ text: `是${base}的` }, number], voice };
  const said =
    alternates(number) && base !== '年均' ? sayChange(voice, word, isRate) : { word, voice };
  return { segments: [{ text: `${against(base, named)}${said.word}` }, number], voice: said.voice };
}

function sayTogether(
  changes: LexicalisedChange[],
  named: Set<string>,
  isRate: boolean,
  voice: Voice,
): Said {
  const { base, word, number, isMultiple } = changes[0] as LexicalisedChange;
  const before = changes.flatMap(({ was }) => was ?? []);
  if (before.length > 0) {
    const alike = sameNumber(before);
    nameLast(named, base);
    const lead = { text: `，${base}${alike ? '均' : '分别'}为` };
    return { segments: [lead, ...(alike ? [alike] : listNumbers(before))], voice };
  }
  if (number === null) {
    nameLast(named, base);
    return { segments: [{ text: `，均与${base}${word}` }], voice };
  }
  const numbers = changes.flatMap((change) => change.number ?? []);
  const same = sameNumber(numbers);
  const each = same ? sayBoth(voice, numbers.length) : { word: '分别', voice };
  const said =
    alternates(number) && base !== '年均'
      ? sayChange(each.voice, word, isRate)
      : { word, voice: each.voice };
  if (base === '年均')
    return {
      segments: [
        { text: `，${same ? '均年均' : '年均分别'}${word}` },
        ...(same ? [same] : listNumbers(numbers)),
      ],
      voice: said.voice,
    };
  const text = isMultiple
    ? `，${each.word}是${base}的`
    : `，${each.word}${against(base, named)}${said.word}`;
  nameLast(named, base);
  return { segments: [{ text }, ...(same ? [same] : listNumbers(numbers))], voice: said.voice };
}

// An amount is always 增加 or 减少.
const alternates = ({ text }: Segment): boolean => /%|百分点/.test(text);

function against(base: string, named: Set<string>): string {
  if (base === '年均') return '年均';
  return named.has(base) ? '' : `比${base}`;
}
