// Document planning: which items belong in one group, and in which order the groups of a section are stated. Chains
// (activity → reach → result; fund → reach → paid) stay together, parts follow their whole, times are not
// mixed.
import { compare } from '../figure/number';
import type { Frame } from './frame';
import type { Item } from './item';
import { isSaidAhead } from './phrases/scope';
import { clauseOf } from './wording';

/** `parts` by the code of their whole; `isPart`: the group's head is a part of something stated just before. */
export type Group = {
  chain: string | null;
  items: Item[];
  parts: Map<string, Item[]>;
  frame: Frame;
  isPart: boolean;
};

const mostParts = 6;

/** Groups of one section, in the order of the text. */
export function planSection(items: Item[]): Group[] {
  const parts = partsOf(items);
  const attached = new Set([...parts.values()].flat());
  const groups = groupsOf(items.filter((item) => !attached.has(item))).map((group) => ({
    ...group,
    parts: new Map(
      [...parts].filter(([code]) => group.items.some(({ indicator }) => indicator.code === code)),
    ),
  }));
  return markParts(gatherScopes(orderByFrame(groups)));
}

function isSameScope(a: Item, b: Item): boolean {
  return a.scope === b.scope && isSameTime(a.frame, b.frame);
}

/** Items stated after 其中, in the sentence of their whole. */
function partsOf(items: Item[]): Map<string, Item[]> {
  const byCode = firstByCode(items);
  const links = countLinks(items);
  const parts = new Map<string, Item[]>();
  const isPart = new Set<string>();
  for (const item of items) {
    const { partOf, chain } = item.indicator;
    const whole = byCode.get(partOf ?? '');
    // With more of its chain to state, 覆盖企业20家 say, a part has a clause of its own.
    const goesOn = chain !== null && (links.get(chain.group) as number) > 1;
    if (!whole || goesOn || isPart.has(whole.indicator.code) || !isWithin(item, whole)) continue;
    if (canBeTogether(whole, item)) continue;
    const others = parts.get(whole.indicator.code) ?? [];
    if (others.length === mostParts) continue;
    parts.set(whole.indicator.code, [...others, item]);
    isPart.add(item.indicator.code);
  }
  return parts;
}

/** Whether one clause states both: 171个乡镇（街道）、开发区配备同级副职工会主席168个. */
function canBeTogether(a: Item, b: Item): boolean {
  const isPlain = ({ from, changes }: Item) => !from && changes.length === 0;
  return b.wording.with[a.indicator.code] !== undefined && isPlain(a) && isPlain(b);
}

function countLinks(items: Item[]): Map<string, number> {
  const links = new Map<string, number>();
  for (const { indicator } of items)
    if (indicator.chain)
      links.set(indicator.chain.group, (links.get(indicator.chain.group) ?? 0) + 1);
  return links;
}

function firstByCode(items: Item[]): Map<string, Item> {
  return new Map(items.toReversed().map((item) => [item.indicator.code, item]));
}

function isWithin(part: Item, whole: Item): boolean {
  const [small, large] = [part.figure.value, whole.figure.value];
  return (
    part.number.text !== '' &&
    small !== null &&
    large !== null &&
    compare(small, large) <= 0 &&
    isSameScope(part, whole)
  );
}

function groupsOf(items: Item[]): Group[] {
  const groups: Group[] = [];
  const byCode = firstByCode(items);
  const byKey = new Map<string, Group[]>();
  for (const item of items) {
    const key = groupKey(item, byCode);
    const open = openGroup(groups, key, item, byKey);
    if (open) {
      open.items.push(item);
      continue;
    }
    const group: Group = {
      chain: key,
      items: [item],
      parts: new Map(),
      frame: item.frame,
      isPart: false,
    };
    groups.push(group);
    if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), group]);
  }
  for (const group of groups) {
    if (group.chain !== null) group.items.sort(byLink);
    group.frame =
      (
        group.items.find(({ frame }) => frame.kind === 'span') ??
        group.items.find(({ frame }) => frame.kind !== 'any')
      )?.frame ?? group.frame;
    if (group.frame.kind === 'span') group.items = group.items.map(inSpan);
  }
  return groups;
}

/** The group that an item goes on with: of its chain, of the figure it shares a clause with, or of the same verb. */
function openGroup(
  groups: Group[],
  key: string | null,
  item: Item,
  byKey: ReadonlyMap<string, Group[]>,
): Group | undefined {
  if (key !== null) return byKey.get(key)?.find((group) => fits(group, item));
  const partner = groups.find((group) => {
    const last = group.items.at(-1) as Item;
    return group.chain === null && canBeTogether(last, item) && fits(group, item);
  });
  const last = groups.at(-1);
  return partner ?? (last && isSameList(last, item) ? last : undefined);
}

/** What stood at the end of the year, stated with what was done in it, is set against 上年 like the rest. */
function inSpan(item: Item): Item {
  return {
    ...item,
    changes: item.changes.map((change) => ({ ...change, base: change.base.replace(/末$/, '') })),
  };
}

/** Neighbours outside chains with the same verb make a list: 完成“五小”革新1335项、发明创造792项. */
function isSameList(group: Group, item: Item): boolean {
  const { verb } = clauseOf(item.wording.clause, item.number.text);
  const other = group.items.at(-1) as Item;
  const hasParts = [item, other].some(({ indicator }) => indicator.nature === 'ratio');
  return (
    group.chain === null &&
    verb !== null &&
    !hasParts &&
    !item.from &&
    clauseOf(other.wording.clause, '').verb === verb &&
    fits(group, item)
  );
}

// Rates stand together or with the chain they are counted from, honours by their verb (荣获…), the rest alone.
function groupKey(
  { indicator, wording, number }: Item,
  byCode: ReadonlyMap<string, Item>,
): string | null {
  if (indicator.chain) return indicator.chain.group;
  if (Object.keys(wording.with).some((code) => byCode.has(code)) && number.text === '全部')
    return null;
  const base = [indicator.denominator, indicator.numerator]
    .map((code) => byCode.get(code ?? '')?.indicator.chain)
    .find((chain) => chain);
  if (indicator.nature === 'ratio' && base && !wording.text) return base.group;
  if (indicator.nature === 'ratio' && !wording.text) return '率';
  const { verb } = clauseOf(wording.clause, number.text);
  return indicator.honour && verb ? verb : null;
}

function fits(group: Group, item: Item): boolean {
  return group.items.every((one) => isSameTime(one.frame, item.frame) && canShareScope(one, item));
}

// A figure of a narrower scope says so itself; two different scopes are not stated as one.
const canShareScope = (a: Item, b: Item): boolean =>
  a.scope === b.scope || a.scope === null || b.scope === null;
const isSameTime = (a: Frame, b: Frame): boolean =>
  a.key === b.key || a.kind === 'any' || b.kind === 'any' || (a.mixes && b.mixes);
const byLink = (a: Item, b: Item): number =>
  (a.indicator.chain?.order ?? 99) - (b.indicator.chain?.order ?? 99);

/** Groups of one time come together, in the order of their first group; shorter spans and other dates come last, and
 *  nothing timeless after them, where it would seem to be of that time. */
function orderByFrame(groups: Group[]): Group[] {
  const keys: string[] = [];
  let current =
    groups.find(({ frame }) => frame.kind === 'span' || frame.kind === 'end')?.frame.key ?? 'any';
  const placed = groups.map((group) => {
    const { kind, key } = group.frame;
    if (kind === 'span' || kind === 'end') current = key;
    const place = kind === 'own' ? key : current;
    if (!keys.includes(place)) keys.push(place);
    return { group, key: place, isOwn: kind === 'own' };
  });
  const of = (key: string, isOwn: boolean) =>
    placed.filter((one) => one.key === key && one.isOwn === isOwn).map(({ group }) => group);
  return [...keys.flatMap((key) => of(key, false)), ...keys.flatMap((key) => of(key, true))];
}

/** What is of one narrower scope comes together, so that the scope is said once: “两节”送温暖中，…. */
function gatherScopes(groups: Group[]): Group[] {
  const scopeOf = ({ items }: Group) => {
    const first = items[0] as Item;
    return isSaidAhead(first) && items.every(({ scope }) => scope === first.scope)
      ? first.scope
      : null;
  };
  const gathered: Group[] = [];
  for (const group of groups) {
    const scope = scopeOf(group);
    const place =
      scope === null
        ? -1
        : gathered.findLastIndex(
            (one) => scopeOf(one) === scope && one.frame.key === group.frame.key,
          );
    gathered.splice(place < 0 ? gathered.length : place + 1, 0, group);
  }
  return gathered;
}

function markParts(groups: Group[]): Group[] {
  return groups.map((group, place) => {
    const head = group.items[0] as Item;
    const whole = groups[place - 1]?.items.find(
      ({ indicator }) => indicator.code === head.indicator.partOf,
    );
    return { ...group, isPart: whole !== undefined && isWithin(head, whole) };
  });
}
