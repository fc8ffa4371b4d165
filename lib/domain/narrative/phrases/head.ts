// What a figure is told with: 举办劳动竞赛1695场次, 覆盖职工17.6万人, 工会组建率、职工入会率均达90%以上, X由90%提高到98%以上.
import type { Segment } from '@/lib/domain/comparison/source';
import { isZero } from '@/lib/domain/figure/number';
import type { Item } from '../item';
import { resultVerb } from '../told-change';
import { sayVerb, type Voice } from '../voice';
import { clauseOf, type Clause } from '../wording';

/** `first` names the matter in full, `later` stands in its chain, `part` after 其中. */
export type Position = 'first' | 'later' | 'part';

export type Said = { segments: Segment[]; voice: Voice };

/** The verb a list may share, if the items have the same one. */
export function verbOf(item: Item, position: Position): string | null {
  return item.from || item.number.text === '' ? null : clauseFor(item, position).verb;
}

/** Items of one run without their changes. `sharedVerb` was said just before and is left out; `named` holds the base
 *  the sentence named last. */
export function sayHeads(
  items: Item[],
  position: Position,
  sharedVerb: string | null,
  showScope: boolean,
  named: Set<string>,
  voice: Voice,
): Said {
  if (items.length > 1 && items.every(isRate)) {
    const scope = showScope ? scopeSegment(items[0] as Item) : [];
    return { segments: [...sayRates(items), ...scope], voice: { ...voice, verb: '', verbs: 1 } };
  }
  const segments: Segment[] = [];
  let shared = sharedVerb;
  let now = voice;
  items.forEach((item, place) => {
    const before = items[place - 1];
    const both = before && togetherOf(before, item, position);
    if (both) return segments.push(...both);
    if (togetherOf(item, items[place + 1], position)) {
      if (before) segments.push({ text: '，' });
      now = sayVerb(now, null).voice;
      shared = null;
      return;
    }
    const at = before && position !== 'part' && isSameChain(before, item) ? 'later' : position;
    const clause = clauseFor(item, at);
    const isShared = at === 'part' || (shared !== null && clause.verb === shared);
    if (before) segments.push({ text: isShared ? '、' : '，' });
    const said = isShared ? { word: '', voice: now } : sayVerb(now, item.from ? null : clause.verb);
    now = said.voice;
    segments.push(
      ...sayOne(item, clause, said.word, at, named),
      ...(showScope ? scopeSegment(item) : []),
    );
    shared = item.from ? null : clause.verb;
  });
  return { segments, voice: now };
}

/** One clause for a figure and the one before it, where the wording has one: 推出5方面20条服务职工措施. Null where either
 *  is told of a base, is nothing, or has a scope of its own. */
function togetherOf(before: Item, item: Item | undefined, position: Position): Segment[] | null {
  const frame = item?.wording.with[before.indicator.code];
  if (!item || !frame || position === 'part') return null;
  const isPlain = ({ from, scope, number, figure }: Item) =>
    !from && scope === null && number.text !== '' && !isZero(figure.value ?? '0');
  if (!isPlain(before) || !isPlain(item)) return null;
  const [start = '', middle = '', end = ''] = frame.split(/\{0?\}/);
  const [lead, ...rest] = [{ text: start }, before.number, { text: middle }, item.number];
  return [lead as Segment, ...rest, { text: end }].filter(({ text }) => text !== '');
}

/** （市总工会本级）, （按建会企业统计）: the reporter's words after the number they narrow. */
function scopeSegment({ scope, number }: Item): Segment[] {
  if (scope === null) return [];
  const text = /^(含|不含|包括)|(本级|期间)$/.test(scope) ? scope : `按${scope}统计`;
  return [{ text: `（${text}）`, figures: number.figures ?? [] }];
}

function sayOne(
  item: Item,
  clause: Clause,
  verb: string,
  position: Position,
  named: Set<string>,
): Segment[] {
  const { wording, number, from, indicator } = item;
  if (number.text === '') return [{ text: wording.noun }];
  if (from) {
    const subject = position === 'part' ? wording.part.replace('{}', '') : wording.noun;
    const base = named.has(from.base) ? '' : `${from.base}的`;
    nameLast(named, from.base);
    return [
      { text: `${subject}由${base}` },
      from.number,
      { text: resultVerb(indicator, from.direction) },
      number,
    ];
  }
  // 达约47000人 would stumble.
  const reach = number.text.startsWith('约') ? '' : isFalling(item) ? '为' : '达';
  const before = clause.before.replace(/达$/, reach);
  const lead = `${verb}${before}`;
  return [
    { text: item.isAgain ? lead.replace(/荣?获/, '再次$&') : lead },
    number,
    ...(clause.after ? [{ text: clause.after }] : []),
  ];
}

/** 工会组建率、职工入会率均达90%以上; 厂务公开、职代会建制率分别达100%和92%. */
function sayRates(items: Item[]): Segment[] {
  const names = joinNames(items.map(({ wording }) => wording.noun));
  const reach = items.some(isFalling) ? '为' : '达';
  const numbers = items.map(({ number }) => number);
  const same = sameNumber(numbers);
  return same
    ? [{ text: `${names}均${reach}` }, same]
    : [{ text: `${names}分别${reach}` }, ...listNumbers(numbers)];
}

/** What several names have in common is said once, at the start or at the end, where enough of each is left. */
function joinNames(names: string[]): string {
  const first = names[0] as string;
  const common = (matches: (length: number) => boolean) =>
    Array.from(first, (_, at) => at + 1)
      .filter(matches)
      .at(-1) ?? 0;
  const start = common((length) =>
    names.every((name) => name.startsWith(first.slice(0, length)) && name.length - length >= 4),
  );
  if (start >= 2)
    return names.map((name, place) => (place === 0 ? name : name.slice(start))).join('、');
  const end = common((length) => names.every((name) => name.endsWith(first.slice(-length))));
  // Exactly 建制率, 参创率 …: a longer common end would leave 集体协 of 集体协商建制率.
  if (end === 3 && names.every((name) => name.length - end >= 3))
    return names
      .map((name, place) => (place === names.length - 1 ? name : name.slice(0, -end)))
      .join('、');
  return names.join('、');
}

/** The one number that all of them print as, with the sources of all; null where they differ. */
export function sameNumber(numbers: Segment[]): Segment | null {
  const first = numbers[0] as Segment;
  if (numbers.some(({ text }) => text !== first.text)) return null;
  return { ...first, figures: numbers.flatMap(({ figures }) => figures ?? []) };
}

/** a、b和c */
export function listNumbers(numbers: Segment[]): Segment[] {
  return numbers.flatMap((number, place) => {
    if (place === 0) return [number];
    return [{ text: place === numbers.length - 1 ? '和' : '、' }, number];
  });
}

function clauseFor(item: Item, position: Position): Clause {
  const { wording, figure, number } = item;
  if (position === 'part') return clauseOf(wording.part, number.text);
  if (wording.text && figure.shown?.text) return clauseOf(wording.text, number.text);
  // Nothing was held, given or won: the verb would say that something was.
  if (figure.value !== null && isZero(figure.value) && figure.measure === 'level')
    return clauseOf(`${wording.noun}为{}`, number.text);
  if (position === 'later') return clauseOf(wording.short, number.text);
  return clauseOf((number.text.endsWith('名') ? wording.named : null) ?? wording.tell, number.text);
}

const isRate = ({ indicator, from, wording, figure }: Item): boolean =>
  indicator.nature === 'ratio' && !from && !(wording.text && figure.shown?.text);
const isSameChain = (a: Item, b: Item): boolean =>
  a.indicator.chain !== null && a.indicator.chain.group === b.indicator.chain?.group;
const isFalling = ({ changes }: Item): boolean => changes.some(({ direction }) => direction < 0);

/** Only the base that was named last may be left out: after 比上年…，比2015年… the reader would not know which one. */
export function nameLast(named: Set<string>, base: string): void {
  if (base === '年均') return;
  named.clear();
  named.add(base);
}
