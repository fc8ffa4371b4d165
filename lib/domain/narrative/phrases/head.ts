// What a figure is stated with: 举办劳动竞赛1695场次, 覆盖职工17.6万人,
// 工会组建率、职工入会率均达90%以上, X由90%提高到98%以上.
import type { Segment } from '@/lib/domain/comparison/source';
import { isZero } from '@/lib/domain/figure/number';
import type { Item } from '../item';
import { resultVerb } from '../lexicalise-change';
import { sayVerb, type Voice } from '../voice';
import { clauseOf, fillNoun, type Clause } from '../wording';
import { elideName } from './elide';
import { isSaidAhead, placeScope, scopeAhead, isSaidBehind } from './scope';

/** `first` names the matter in full, `later` stands in its chain, `part` after 其中. */
export type Position = 'first' | 'later' | 'part';

export type Said = { segments: Segment[]; voice: Voice };

/** The verb a list may share, if the items have the same one. */
export function verbOf(item: Item, position: Position): string | null {
  return item.from || item.number.text === '' ? null : clauseFor(item, position).verb;
}

/** `sharedVerb` was said just before and is left out; `scopes`: whether each item says its own, the first says that
 *  of all, or it was said; `named` holds the base the sentence named last. */
export type Saying = {
  position: Position;
  sharedVerb: string | null;
  scopes: 'each' | 'first' | 'none';
  named: Set<string>;
};

/** Items of one run without their changes. */
export function sayHeads(items: Item[], saying: Saying, voice: Voice): Said {
  const { position, scopes, named } = saying;
  if (items.length > 1 && items.every((item) => isRate(item) && !isSaidBehind(item))) {
    const first = items[0] as Item;
    const scope = scopes !== 'none' && isSaidAhead(first) ? scopeAhead(first) : [];
    return { segments: [...scope, ...sayRates(items)], voice: { ...voice, verb: '', verbs: 1 } };
  }
  const segments: Segment[] = [];
  let shared = saying.sharedVerb;
  let now = voice;
  items.forEach((item, place) => {
    const before = items[place - 1];
    const both = before && togetherOf(before, item, saying);
    if (both) return segments.push(...both);
    if (togetherOf(item, items[place + 1], saying)) {
      if (before) segments.push({ text: '，' });
      now = sayVerb(now, null).voice;
      shared = null;
      return;
    }
    const at = before && position !== 'part' && isSameChain(before, item) ? 'later' : position;
    const clause = clauseFor(item, at);
    const isShared = at === 'part' || isSameVerb(shared, clause.verb);
    const said = isShared ? { word: '', voice: now } : sayVerb(now, item.from ? null : clause.verb);
    now = said.voice;
    const elided =
      isShared && before
        ? elideName(clauseFor(before, at).before, clause.before, item.indicator.honour)
        : { mark: '、' as const, text: clause.before };
    if (before) segments.push({ text: isShared ? elided.mark : '，' });
    // Items of a run that is led by a scope all have it.
    const isFirst = place === 0 || !isSaidAhead(item);
    const isScoped = scopes === 'each' ? isFirst : scopes === 'first' && place === 0;
    const named_ = { ...clause, before: elided.text };
    const scoped = isScoped
      ? placeScope(item, named_, isShared, at === 'later')
      : { ahead: [], clause: named_, behind: [] };
    segments.push(
      ...scoped.ahead,
      ...sayOne(item, scoped.clause, said.word, at, named),
      ...scoped.behind,
    );
    shared = item.from ? null : clause.verb;
  });
  return { segments, voice: now };
}

/** One clause for a figure and the one before it, where the wording has one: 推出5方面20条服务职工措施.
 *  Null where either is stated of a base, is nothing, or has a scope that the other has not. */
function togetherOf(before: Item, item: Item | undefined, saying: Saying): Segment[] | null {
  const frame = item?.wording.with[before.indicator.code];
  if (!item || !frame || saying.position === 'part' || item.scope !== before.scope) return null;
  if (isSaidBehind(item) || isSaidBehind(before)) return null;
  const isPlain = ({ from, number, figure }: Item) =>
    !from && number.text !== '' && !isZero(figure.value ?? '0');
  if (!isPlain(before) || !isPlain(item)) return null;
  const [start = '', between = '', close = ''] = frame.split(/\{0?\}/);
  const middle = fillNoun(between, before.number.text);
  const scoped =
    saying.scopes === 'none'
      ? { ahead: [], clause: { verb: null, before: middle, after: '' } }
      : placeScope(before, { verb: null, before: middle, after: '' }, false);
  return [
    ...scoped.ahead,
    { text: start },
    before.number,
    { text: scoped.clause.before },
    item.number,
    { text: fillNoun(close, item.number.text) },
  ].filter(({ text }) => text !== '');
}

/** 集体合同覆盖企业963家、职工74400人: 覆盖 goes on with 集体合同覆盖. */
function isSameVerb(said: string | null, verb: string | null): boolean {
  return said !== null && verb !== null && said.endsWith(verb);
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
    const subject =
      position === 'part'
        ? wording.part.replace('{}', '')
        : position === 'later' && /^[^{]*\{\}$/.test(wording.short)
          ? wording.short.replace(/\||达?\{\}/g, '')
          : wording.noun;
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
  const reach = /^[约近超]/.test(number.text) ? '' : isFalling(item) ? '为' : '达';
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
  const isPlain = items.every(({ number }) => !/^[约近超]/.test(number.text));
  const reach = items.some(isFalling) || !isPlain ? '为' : '达';
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
  return clauseOf(
    (number.text.endsWith('名') ? wording.named : null) ?? wording.clause,
    number.text,
  );
}

const isRate = ({ indicator, from, wording, figure }: Item): boolean =>
  indicator.nature === 'ratio' && !from && !(wording.text && figure.shown?.text);
const isSameChain = (a: Item, b: Item): boolean =>
  a.indicator.chain !== null && a.indicator.chain.group === b.indicator.chain?.group;
const isFalling = ({ changes }: Item): boolean => changes.some(({ direction }) => direction < 0);

/** Only the base that was named last may be left out: after 比上年…，比2015年… the reader would not know
 *  which one. */
export function nameLast(named: Set<string>, base: string): void {
  if (base === '年均') return;
  named.clear();
  named.add(base);
}
