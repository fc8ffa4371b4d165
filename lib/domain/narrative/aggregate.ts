// Aggregation: related items in one sentence, at most six figures and 120 characters, one verb for a list, one 分别 for
// changes of one kind.
import type { Segment } from '../comparison/source';
import type { Frame } from './frame';
import type { Item } from './item';
import { canBeListed, canShareChange, sayChanges } from './phrases/change';
import { sayShares } from './phrases/share';
import { sayHeads, verbOf, type Position } from './phrases/head';
import type { Group } from './plan';
import { mergeShared, mostFigures, runs, runsOf, sharedScope } from './runs';
import type { Voice } from './voice';

/** A sentence without its full stop. `id` names it by kind and first indicator, so that it stays the same sentence when
 *  only figures change. `startsNew`: it names its own time and needs no connective; `time` is what a new paragraph says
 *  before it. */
export type Sentence = { id: string; segments: Segment[]; startsNew: boolean; time: string };

const mostCharacters = 112;

type Draft = Sentence & {
  late: Sentence[];
  figures: number;
  named: Set<string>;
  verb: string | null;
  changed: boolean;
  group: Group | null;
  scope: string | null;
};

/** The sentences of a section's groups, and the voice after them. */
export function aggregate(groups: Group[], voice: Voice): { sentences: Sentence[]; voice: Voice } {
  const sentences: Sentence[] = [];
  let draft = emptyDraft();
  let time: Frame | null = null;
  let now = voice;

  const close = () => {
    if (draft.segments.at(-1)?.text === '，其中') draft.segments.pop();
    if (draft.segments.length > 0)
      sentences.push({
        id: draft.id,
        segments: draft.segments,
        startsNew: draft.startsNew,
        time: draft.time,
      });
    sentences.push(...draft.late);
    draft = emptyDraft();
  };
  const add = (items: Item[], position: Position, group: Group, scopeSaid: boolean): void => {
    const prefix =
      position === 'part' && draft.segments.length === 0 ? '其中，' : prefixFor(group, time, draft);
    const joined = say(draft, items, position, prefix, group, scopeSaid, now);
    const isTooLong =
      draft.figures + items.length > mostFigures || lengthOf(joined.segments) > mostCharacters;
    if (isTooLong && draft.segments.length === 0 && items.length > 1) {
      const half = Math.ceil(items.length / 2);
      for (const some of [items.slice(0, half), items.slice(half)])
        add(some, position, group, scopeSaid);
    } else if (isTooLong && draft.segments.length > 0) {
      close();
      if (items.length > 1 && position === 'part')
        return items.forEach((item) => add([item], position, group, scopeSaid));
      if (items.length > 1)
        return add(items, position === 'later' ? 'first' : position, group, scopeSaid);
      const alone = position === 'part' ? '其中，' : prefixFor(group, time, draft);
      const said = say(
        draft,
        items,
        position === 'later' ? 'first' : position,
        alone,
        group,
        scopeSaid,
        now,
      );
      [draft, now] = [said.draft, said.voice];
    } else {
      [draft, now] = [joined.draft, joined.voice];
    }
    if (group.frame.kind !== 'any') time = group.frame;
  };

  for (const group of mergeShared(groups)) {
    if (!continues(draft, group, time)) close();
    const scopeSaid = sharedScope(group) !== null;
    for (const run of runsOf(group)) {
      const isLater = draft.segments.length > 0 && draft.group === group && group.chain !== null;
      add(run, isLater ? 'later' : 'first', group, scopeSaid);
      const parts = group.parts.get((run.at(-1) as Item).indicator.code) ?? [];
      if (parts.length === 0) continue;
      draft.segments.push({ text: '，其中' });
      draft.verb = null;
      draft.changed = false;
      addParts(parts, (items) => add(items, 'part', group, scopeSaid));
      close();
    }
  }
  close();
  return { sentences, voice: now };
}

function addParts(parts: Item[], add: (items: Item[]) => void): void {
  // Three parts or more are listed; their changes stand in the table.
  const told =
    parts.length > 2
      ? parts.map((item) => ({
          ...item,
          changes: [],
          from: null,
          share: null,
          remarks: item.remarks.filter(({ ofWhole }) => !ofWhole),
        }))
      : parts;
  runs(
    told,
    (a, b) =>
      canShareChange(a, b) ||
      (a.changes.length === 0 && b.changes.length === 0 && canBeListed(a, b)),
  ).forEach((run) => add(run));
}

/** Joins a run to the sentence: separator, heads, changes. */
function say(
  draft: Draft,
  items: Item[],
  position: Position,
  prefix: string,
  group: Group,
  scopeSaid: boolean,
  voice: Voice,
): { draft: Draft; segments: Segment[]; voice: Voice } {
  const first = items[0] as Item;
  const isOpening = draft.segments.length === 0;
  const isAfterWhole = draft.segments.at(-1)?.text === '，其中';
  const verb = verbOf(first, position);
  const shared = !isOpening && verb !== null && verb === draft.verb ? verb : null;
  const isApart = draft.changed || draft.group !== group || first.from !== null;
  // 均 and 分别 must not seem to reach back to a figure without a change.
  const isShared = items.length > 1 && first.changes.length > 0;
  const isListed =
    prefix === '' && ((shared && !draft.changed) || (position === 'part' && !isApart));
  const separator =
    isOpening || isAfterWhole ? '' : isShared ? '；' : isListed ? '、' : isApart ? '；' : '，';
  const named = new Set(draft.named);
  const heads = sayHeads(items, position, shared, !scopeSaid, named, voice);
  const shares =
    position === 'part' && items.every(({ from, number }) => !from && number.text !== '')
      ? sayShares(items)
      : [];
  const changes = sayChanges(items, named, heads.voice);
  const narrowed = scopeSaid ? sharedScope(group) : null;
  const scope = narrowed !== null && draft.scope !== narrowed ? scopePrefix(narrowed, first) : [];
  // 全年全国… would stumble.
  const time = prefix === '全年' && heads.segments[0]?.text.startsWith('全') ? '当年' : prefix;
  const bare = [
    ...draft.segments,
    ...text(separator),
    ...text(time),
    ...scope,
    ...heads.segments,
    ...shares,
    ...changes.segments,
  ];
  const last = items.at(-1) as Item;
  const remarks = last.remarks
    .filter(({ ofWhole }) => position === 'part' || !ofWhole)
    .flatMap((remark) => [{ text: '，' }, ...remark.segments]);
  // What makes even a sentence of its own too long is said in another.
  const isLate = isOpening && lengthOf([...bare, ...remarks]) > mostCharacters;
  const segments = isLate ? bare : [...bare, ...remarks];
  const changed =
    shares.length > 0 || changes.segments.length > 0 || remarks.length > 0 || first.from !== null;
  const next = {
    id: isOpening ? `figures.${first.indicator.code}` : draft.id,
    segments,
    figures: draft.figures + items.length,
    named,
    verb: verbOf(last, position),
    changed,
    group,
    late: isLate ? [sayLate(last)] : draft.late,
    scope: narrowed,
    startsNew: isOpening ? prefix !== '' || scope.length > 0 : draft.startsNew,
    time: !isOpening
      ? draft.time
      : position === 'part' || prefix === group.frame.prefix
        ? ''
        : group.frame.prefix,
  };
  return { draft: next, segments, voice: changes.voice };
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

function emptyDraft(): Draft {
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
    late: [],
  };
}

/** Whether a group may go on in the sentence: single items of one time do, and a list under the same verb. */
function continues(draft: Draft, group: Group, time: Frame | null): boolean {
  if (draft.segments.length === 0) return true;
  if (group.frame.kind !== 'any' && group.frame.key !== time?.key) return false;
  if (group.isPart) return true;
  if (sharedScope(group) !== null || draft.scope !== null)
    return sharedScope(group) === draft.scope;
  return draft.group?.chain === null && group.chain === null && group.parts.size === 0;
}

function prefixFor(group: Group, time: Frame | null, draft: Draft): string {
  if (draft.segments.length > 0) return group.isPart && draft.group !== group ? '其中' : '';
  if (group.frame.kind === 'any' || group.frame.key === time?.key)
    return group.isPart ? '其中，' : '';
  return group.frame.prefix;
}

function scopePrefix(scope: string, first: Item): Segment[] {
  const text = scope.endsWith('期间') ? `${scope}，` : `按${scope}口径，`;
  return [{ text, figures: first.number.figures ?? [] }];
}

const text = (value: string): Segment[] => (value ? [{ text: value }] : []);
const lengthOf = (segments: Segment[]): number =>
  segments.reduce((length, segment) => length + segment.text.length, 0);
