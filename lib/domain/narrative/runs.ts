// Which items are stated in one breath: neighbours under one verb, or with one 分别.
import type { Item } from './item';
import { canBeListed, canShareAverage, canShareChange } from './phrases/change';
import { verbOf } from './phrases/head';
import { isSaidAhead } from './phrases/scope';
import type { Group } from './plan-section';

/** At most so many figures stand in one sentence. */
export const mostFigures = 6;

/** Single matters whose changes are of one kind are stated with one 分别. */
export function mergeShared(groups: Group[]): Group[] {
  // An honour by itself is gathered by its verb, and is a single matter all the same.
  const isApart = ({ chain, items }: Group) =>
    chain === null || (items.length === 1 && items[0]?.indicator.honour === true);
  const isSingle = (group: Group) =>
    isApart(group) &&
    group.parts.size === 0 &&
    !group.isPart &&
    group.items.every(({ scope, from }) => scope === null && from === null);
  const merged: Group[] = [];
  for (const group of groups) {
    const last = merged.at(-1);
    const [before, next] = [last?.items.at(-1), group.items[0]];
    const canMerge =
      last &&
      before &&
      next &&
      isSingle(last) &&
      isSingle(group) &&
      last.frame.key === group.frame.key &&
      canShareChange(before, next);
    if (canMerge)
      merged[merged.length - 1] = { ...last, chain: null, items: [...last.items, ...group.items] };
    else merged.push(group);
  }
  return merged;
}

/** The runs of a group, in its order. */
export function runsOf(group: Group): Item[][] {
  const canJoin = (a: Item, b: Item) => {
    if (group.parts.has(a.indicator.code) || group.parts.has(b.indicator.code)) return false;
    if (a.scope !== b.scope && (isSaidAhead(a) || isSaidAhead(b))) return false;
    if (a.from || b.from) return canShareAverage(a, b);
    if (b.wording.with[a.indicator.code] && a.remarks.length === 0)
      if (a.changes.length === 0 && b.changes.length === 0) return true;
    if (a.changes.length > 0 || b.changes.length > 0) return canShareChange(a, b);
    return isSameKind(a, b);
  };
  return runs(group.items, canJoin);
}

function isSameKind(a: Item, b: Item): boolean {
  if (!canBeListed(a, b)) return false;
  if (a.indicator.nature === 'ratio' && b.indicator.nature === 'ratio') return a.scope === b.scope;
  const verb = verbOf(a, 'first');
  return verb !== null && verb === verbOf(b, 'first');
}

/** Cuts a list where neighbours cannot be stated together: three with changes, six without. */
export function runs(items: Item[], canJoin: (a: Item, b: Item) => boolean): Item[][] {
  const result: Item[][] = [];
  for (const item of items) {
    const run = result.at(-1);
    const most = item.changes.some(({ number }) => number) ? 3 : mostFigures;
    if (run && run.length < most && canJoin(run.at(-1) as Item, item)) run.push(item);
    else result.push([item]);
  }
  return result;
}

/** The narrower scope that all items of a group have; null where they have none or are alone. */
export function sharedScope({ items }: Group): string | null {
  const scope = items[0]?.scope ?? null;
  return items.length > 1 && scope !== null && items.every((item) => item.scope === scope)
    ? scope
    : null;
}
