// What became of a block since its figures changed: what it would say now, with the author's own words kept.
import { diff3Merge } from 'node-diff3';
import { printForm } from './form';
import {
  hasOwnWords,
  isChip,
  joinParts,
  textOf,
  type Block,
  type Chip,
  type Part,
} from './manuscript';
import type { DeskNumber } from './numbers';

/** What is true today: the sentences as they are generated now, and every number. */
export type Today = {
  sentences: ReadonlyMap<string, readonly Part[]>;
  numbers: ReadonlyMap<string, Omit<DeskNumber, 'source'>>;
};

/** `parts` is what the block would say now; null where its figures are gone and nothing can be said. `own`: the author's
 *  words are in it, or stand against the new sentence and are kept apart from it. */
export type Stale = { parts: Part[] | null; own: 'none' | 'kept' | 'apart' };

/** How a block stands to what is true today; null while a block says what its figures say. */
export function staleOf(block: Block, today: Today): Stale | null {
  // What is hidden says nothing.
  if (block.hidden) return null;
  const chips = block.parts.filter(isChip);
  const isOutdated = chips.some((chip) => currentText(chip, today) !== chip.text);
  const generated = block.origin && today.sentences.get(block.id);
  if (block.origin && generated) {
    if (saysTheSame(block.origin, generated)) return isOutdated ? inPlace(block, today) : null;
    return retell(block, block.origin, generated, today);
  }
  // 持平 tells of a figure without showing it.
  const tellsMore =
    block.kind === 'sentence' && block.origin !== null && /持平/.test(textOf(block.origin));
  return isOutdated || tellsMore ? inPlace(block, today, tellsMore) : null;
}

/** What a number prints as today, in its form where that is still true; null where it is gone. */
export function currentText(
  { ref, text, form }: Chip,
  { numbers }: Pick<Today, 'numbers'>,
): string | null {
  const number = numbers.get(ref);
  if (!number) return null;
  const formed = form && number.quantity ? printForm(number.quantity, form) : null;
  if (formed !== null) return formed;
  return number.texts.includes(text) ? text : (number.texts[0] ?? null);
}

/** The block brought up to date; own words that stand against the new sentence stay behind it, hidden. */
export function update(block: Block, stale: Stale, today: Today): Block[] {
  if (stale.parts === null) return [block];
  const generated = block.origin && today.sentences.get(block.id);
  const updated: Block = {
    ...block,
    parts: stale.parts,
    origin: generated ? [...generated] : block.origin,
  };
  if (stale.own !== 'apart') return [updated];
  return [
    updated,
    {
      ...block,
      id: `${block.id}~own`,
      kind: 'own',
      opens: false,
      hidden: true,
      pinned: false,
      origin: null,
    },
  ];
}

/** Only the numbers are exchanged; the words around them are the author's. */
function inPlace(block: Block, today: Today, isGone = false): Stale {
  const parts = refreshed(block.parts, today);
  return { parts: isGone ? null : parts, own: hasOwnWords(block) ? 'kept' : 'none' };
}

function retell(
  block: Block,
  origin: readonly Part[],
  generated: readonly Part[],
  today: Today,
): Stale | null {
  const forms = new Map(
    block.parts.flatMap((part) =>
      isChip(part) && part.form ? [[part.ref, part.form] as const] : [],
    ),
  );
  const formed = generated.map((part) =>
    isChip(part) && forms.has(part.ref) ? { ...part, form: forms.get(part.ref)! } : part,
  );
  if (!hasOwnWords(block))
    return { parts: refreshed(formed, today) ?? [...generated], own: 'none' };
  const merged = merge(origin, block.parts, formed);
  const parts = merged && refreshed(merged, today);
  return parts
    ? { parts, own: 'kept' }
    : { parts: refreshed(formed, today) ?? [...generated], own: 'apart' };
}

/** The same parts with today's numbers; null where one of them is gone, or the verb before it would lie. */
function refreshed(parts: readonly Part[], today: Today): Part[] | null {
  let before = '';
  const now = parts.map((part): Part | null => {
    if (!isChip(part)) {
      before += part;
      return part;
    }
    const text = currentText(part, today);
    const number = today.numbers.get(part.ref);
    if (text === null || !number || contradicts(before, number.rises)) return null;
    before += text;
    const isFormed =
      part.form !== undefined && number.quantity && printForm(number.quantity, part.form) === text;
    return { ref: part.ref, text, ...(isFormed && { form: part.form }) };
  });
  return now.includes(null) ? null : joinParts(now as Part[]);
}

/** 增长 before a number that now falls, or the other way round: the nearest verb decides. */
function contradicts(before: string, rises: boolean | null): boolean {
  const verb =
    rises === null
      ? undefined
      : [...before.matchAll(/(增长|增加|提高|上升|升高)|(下降|减少|降低|回落)/g)].at(-1);
  return verb !== undefined && (verb[1] !== undefined) !== rises;
}

// What a sentence says does not hang on the connective or the time that its place in the paragraph gives it.
function saysTheSame(a: readonly Part[], b: readonly Part[]): boolean {
  const bare = (parts: readonly Part[]) =>
    textOf(parts).replace(/^(同时，|此外，|全年|当年|截至[^，]*，|[^，]{1,6}年来，)+/, '');
  return bare(a) === bare(b);
}

/** Three-way: what only one side changed is taken over; null where both changed the same place. */
function merge(
  base: readonly Part[],
  mine: readonly Part[],
  theirs: readonly Part[],
): Part[] | null {
  const merged = diff3Merge(keysOf(mine), keysOf(base), keysOf(theirs));
  if (merged.some(({ ok }) => !ok)) return null;
  // A number is the same number whatever it prints; theirs is the newer print.
  const chips = [...theirs, ...mine].filter(isChip);
  const partOf = (key: string): Part => {
    const at = chips.findIndex((chip) => keyOf(chip) === key);
    return at < 0 ? key : chips.splice(at, 1)[0]!;
  };
  return joinParts(merged.flatMap(({ ok = [] }) => ok.map(partOf)));
}

/** Characters and numbers by name. */
const keysOf = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => (isChip(part) ? [keyOf(part)] : Array.from(part)));
const keyOf = ({ ref }: Chip): string => `\0${ref}\0`;
