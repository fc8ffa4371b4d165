// A sentence in the making: a run of items joined to what it says already, with its separator, time, scope and changes.
import type { Segment } from '../comparison/source';
import type { Item } from './item';
import { sayChanges } from './phrases/change';
import { sayHeads, verbOf, type Position, type Said } from './phrases/head';
import { isSaidAhead } from './phrases/scope';
import { sayShares } from './phrases/share';
import type { Group } from './plan-section';
import { sharedScope } from './runs';
import type { Voice } from './voice';

/** A sentence without its full stop. `id` names it by kind and first indicator, so that it stays the same sentence when
 *  only figures change. `startsNew`: it names its own time or scope; `time` is what a new paragraph says before it.
 *  `figures`: how many it states, `changed`: whether it says how they moved. */
export type Sentence = {
  id: string;
  segments: Segment[];
  startsNew: boolean;
  time: string;
  figures?: number;
  changed?: boolean;
  /** A scope that is said before what it narrows; it holds up to the end of the sentence. */
  ahead?: string | null;
};

export const mostCharacters = 112;

export type Draft = Required<Sentence> & {
  late: Sentence[];
  named: Set<string>;
  verb: string | null;
  group: Group | null;
  /** The scope that all of its group have. */
  scope: string | null;
};

export function emptyDraft(): Draft {
  return {
    id: '',
    segments: [],
    startsNew: false,
    time: '',
    figures: 0,
    named: new Set(),
    verb: null,
    changed: false,
    group: null,
    scope: null,
    ahead: null,
    late: [],
  };
}

/** What joins a draft: items of one run, how they stand to what was said, and the time to name first. */
export type Joining = { items: Item[]; position: Position; prefix: string; group: Group };

/** The draft with a run joined to it: separator, heads, changes, remarks. */
export function join(draft: Draft, joining: Joining, voice: Voice): { draft: Draft; voice: Voice } {
  const { items, position, prefix, group } = joining;
  const [first, last] = [items[0] as Item, items.at(-1) as Item];
  const isOpening = draft.segments.length === 0;
  const named = new Set(draft.named);
  const narrowed = sharedScope(group);
  const said = sayRun(draft, joining, named, voice);
  const remarks = last.remarks
    .filter(({ ofWhole }) => position === 'part' || !ofWhole)
    .flatMap((remark) => [{ text: '，' }, ...remark.segments]);
  // A rate behind it may have named other bases.
  if (remarks.length > 0) named.clear();
  // What makes even a sentence of its own too long is said in another.
  const isLate = isOpening && lengthOf([...said.segments, ...remarks]) > mostCharacters;
  const next: Draft = {
    id: isOpening ? `figures.${first.indicator.code}` : draft.id,
    segments: isLate ? said.segments : [...said.segments, ...remarks],
    figures: draft.figures + items.length,
    named,
    verb: verbOf(last, position),
    changed: said.isChanged || remarks.length > 0 || first.from !== null,
    group,
    late: isLate ? [sayLate(last)] : draft.late,
    scope: narrowed,
    ahead: isSaidAhead(last) ? last.scope : null,
    startsNew: isOpening ? prefix !== '' || isSaidAhead(first) : draft.startsNew,
    time: !isOpening
      ? draft.time
      : position === 'part' || prefix === group.frame.prefix
        ? ''
        : group.frame.prefix,
  };
  return { draft: next, voice: said.voice };
}

/** What was said so far and the run behind it, without its remarks. */
function sayRun(
  draft: Draft,
  { items, position, prefix, group }: Joining,
  named: Set<string>,
  voice: Voice,
): Said & { isChanged: boolean } {
  const first = items[0] as Item;
  const verb = verbOf(first, position);
  const isGoingOn = draft.segments.length > 0 && !isOtherScope(draft, first);
  const shared = isGoingOn && verb !== null && verb === draft.verb ? verb : null;
  const narrowed = sharedScope(group);
  const isSaid =
    narrowed === null
      ? draft.ahead !== null && isGoingOn
      : [draft.scope, draft.ahead].includes(narrowed);
  const scopes = isSaid ? 'none' : narrowed === null ? 'each' : 'first';
  const heads = sayHeads(items, { position, sharedVerb: shared, scopes, named }, voice);
  const shares =
    position === 'part' && items.every(({ from, number }) => !from && number.text !== '')
      ? sayShares(items)
      : [];
  const changes = sayChanges(items, named, heads.voice);
  return {
    segments: [
      ...draft.segments,
      ...text(separatorOf(draft, { items, position, prefix, group }, shared)),
      ...text(timeOf(prefix, first, heads.segments)),
      ...heads.segments,
      ...shares,
      ...changes.segments,
    ],
    voice: changes.voice,
    isChanged: shares.length > 0 || changes.segments.length > 0,
  };
}

function separatorOf(
  draft: Draft,
  { items, position, prefix, group }: Joining,
  shared: string | null,
): string {
  const first = items[0] as Item;
  if (draft.segments.length === 0 || draft.segments.at(-1)?.text === '，其中') return '';
  const isApart =
    draft.changed || draft.group !== group || first.from !== null || isOtherScope(draft, first);
  // 均 and 分别 must not seem to reach back to a figure without a change.
  if (items.length > 1 && first.changes.length > 0) return '；';
  if (
    prefix === '' &&
    !isOtherScope(draft, first) &&
    ((shared && !draft.changed) || (position === 'part' && !isApart))
  )
    return '、';
  return isApart ? '；' : '，';
}

/** What is of another scope is set apart: 诉调对接中，… would seem to hold for it. */
function isOtherScope({ ahead }: Draft, first: Item): boolean {
  return ahead !== (isSaidAhead(first) ? first.scope : null);
}

/** Whether a scope that was said would seem to hold for an item that has none. */
export function wouldNarrow({ ahead }: Draft, first: Item): boolean {
  return ahead !== null && !isSaidAhead(first);
}

/** One time a sentence: “两节”期间 says it better than 1月; and 全年全国… would stumble. */
function timeOf(prefix: string, { scope }: Item, heads: Segment[]): string {
  if (scope?.endsWith('期间')) {
    if (/^(?:全年|\d{1,2}月，)$/.test(prefix)) return '';
    if (/^\d{4}年，$/.test(prefix)) return prefix.slice(0, -1);
  }
  return prefix === '全年' && heads[0]?.text.startsWith('全') ? '当年' : prefix;
}

function sayLate({ indicator, wording, remarks }: Item): Sentence {
  const said = remarks.flatMap(({ segments }, place) => [
    ...text(place > 0 ? '，' : ''),
    ...segments,
  ]);
  return {
    id: `remarks.${indicator.code}`,
    segments: [{ text: wording.noun }, ...said],
    startsNew: true,
    time: '',
  };
}

const text = (value: string): Segment[] => (value ? [{ text: value }] : []);
export const lengthOf = (segments: readonly Segment[]): number =>
  segments.reduce((length, segment) => length + segment.text.length, 0);
