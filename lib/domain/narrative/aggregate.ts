// Aggregation: related items in one sentence, at most six figures and 120 characters, one verb for a list, one 分别
// for changes of one kind.
import {
  emptyDraft,
  join,
  lengthOf,
  mostCharacters,
  wouldNarrow,
  type Draft,
  type Sentence,
} from './draft';
import type { Frame } from './frame';
import type { Item } from './item';
import { canBeListed, canShareChange } from './phrases/change';
import type { Position } from './phrases/head';
import type { Group } from './plan-section';
import { mergeShared, mostFigures, runs, runsOf, sharedScope } from './runs';
import type { Voice } from './voice';

type State = { sentences: Sentence[]; draft: Draft; time: Frame | null; voice: Voice };

/** The sentences of a section's groups, and the voice after them. */
export function aggregate(groups: Group[], voice: Voice): { sentences: Sentence[]; voice: Voice } {
  const state: State = { sentences: [], draft: emptyDraft(), time: null, voice };
  for (const group of mergeShared(groups)) {
    if (!continues(state.draft, group, state.time)) close(state);
    addGroup(state, group);
  }
  close(state);
  return { sentences: joinFragments(state.sentences), voice: state.voice };
}

function addGroup(state: State, group: Group): void {
  for (const run of runsOf(group)) {
    const { draft } = state;
    const isLater = draft.segments.length > 0 && draft.group === group && group.chain !== null;
    add(state, run, isLater ? 'later' : 'first', group);
    const parts = group.parts.get((run.at(-1) as Item).indicator.code) ?? [];
    if (parts.length === 0) continue;
    state.draft.segments.push({ text: '，其中' });
    state.draft.verb = null;
    state.draft.changed = false;
    for (const some of runsOfParts(parts)) add(state, some, 'part', group);
    close(state);
  }
}

/** Adds a run to the sentence, or begins another where it would become too long. */
function add(state: State, items: Item[], position: Position, group: Group): void {
  if (position !== 'part' && wouldNarrow(state.draft, items[0] as Item)) {
    close(state);
    return add(state, items, position === 'later' ? 'first' : position, group);
  }
  const { draft, time, voice } = state;
  const isOpening = draft.segments.length === 0;
  const prefix = position === 'part' && isOpening ? '其中，' : prefixFor(group, time, draft);
  const joined = join(draft, { items, position, prefix, group }, voice);
  const isTooLong =
    draft.figures + items.length > mostFigures || lengthOf(joined.draft.segments) > mostCharacters;
  if (isTooLong && isOpening && items.length > 1) {
    const half = Math.ceil(items.length / 2);
    for (const some of [items.slice(0, half), items.slice(half)]) add(state, some, position, group);
  } else if (isTooLong && !isOpening) {
    close(state);
    if (items.length > 1 && position === 'part')
      for (const item of items) add(state, [item], position, group);
    else add(state, items, position === 'later' ? 'first' : position, group);
  } else {
    [state.draft, state.voice] = [joined.draft, joined.voice];
  }
  if (group.frame.kind !== 'any') state.time = group.frame;
}

function close(state: State): void {
  const { draft } = state;
  if (draft.segments.at(-1)?.text === '，其中') draft.segments.pop();
  const { id, segments, startsNew, time, figures, changed, ahead, late } = draft;
  if (segments.length > 0)
    state.sentences.push({ id, segments, startsNew, time, figures, changed, ahead });
  state.sentences.push(...late);
  state.draft = emptyDraft();
}

function runsOfParts(parts: Item[]): Item[][] {
  // Three parts or more are listed; their changes stand in the table, but those that the office gives a reason for.
  const listed =
    parts.length > 2
      ? parts.map((item) => ({
          ...item,
          changes: item.remarks.some(({ isReason }) => isReason) ? item.changes : [],
          from: null,
          share: null,
          remarks: item.remarks.filter(({ ofWhole }) => !ofWhole),
        }))
      : parts;
  return runs(
    listed,
    (a, b) =>
      canShareChange(a, b) ||
      (a.changes.length === 0 && b.changes.length === 0 && canBeListed(a, b)),
  );
}

const mostInJoined = 90;

/** A sentence of one figure goes with the one before it, where that leaves a sentence that can be read at once. */
function joinFragments(sentences: Sentence[]): Sentence[] {
  const joined: Sentence[] = [];
  for (const sentence of sentences) {
    const last = joined.at(-1);
    if (last && canJoin(last, sentence)) joined[joined.length - 1] = joinTwo(last, sentence);
    else joined.push(sentence);
  }
  return joined;
}

function canJoin(last: Sentence, next: Sentence): boolean {
  const [before, after] = [last.figures ?? 0, next.figures ?? 0];
  return (
    !next.startsNew &&
    !last.ahead &&
    before > 0 &&
    after > 0 &&
    (before === 1 || after === 1) &&
    before + after <= 4 &&
    !next.segments[0]?.text.startsWith('其中') &&
    !last.segments.some(({ text }) => text.includes('其中')) &&
    lengthOf(last.segments) + lengthOf(next.segments) <= mostInJoined
  );
}

function joinTwo(last: Sentence, next: Sentence): Sentence {
  const isPlain = !last.changed && !next.changed;
  return {
    ...last,
    segments: [...last.segments, { text: isPlain ? '，' : '；' }, ...next.segments],
    figures: (last.figures ?? 0) + (next.figures ?? 0),
    changed: last.changed === true || next.changed === true,
    ahead: next.ahead ?? null,
  };
}

/** Whether a group may go on in the sentence: single items of one time do, and a list under the same verb. */
function continues(draft: Draft, group: Group, time: Frame | null): boolean {
  if (draft.segments.length === 0) return true;
  if (group.frame.kind !== 'any' && group.frame.key !== time?.key) return false;
  if (group.isPart) return true;
  const scope = sharedScope(group);
  if (scope !== null || draft.scope !== null)
    return scope === draft.scope || (scope !== null && scope === draft.ahead);
  return draft.group?.chain === null && group.chain === null && group.parts.size === 0;
}

function prefixFor(group: Group, time: Frame | null, draft: Draft): string {
  if (draft.segments.length > 0) return group.isPart && draft.group !== group ? '其中' : '';
  if (group.frame.kind === 'any' || group.frame.key === time?.key)
    return group.isPart ? '其中，' : '';
  return group.frame.prefix;
}
