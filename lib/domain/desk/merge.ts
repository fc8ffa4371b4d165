// What became of a block since its figures changed: what it would say now, with the author's own words kept.
import { diff3Merge } from 'node-diff3';
import { printChip } from './as-written';
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

/** `parts` is what the block would say now; null where its figures are gone and nothing can be said. `own`: the
 *  author's words are in it, or stand against the new sentence and are kept apart from it. */
export type Stale = { parts: Part[] | null; own: 'none' | 'kept' | 'apart' };

/** How a block stands to what is true today; null while a block says what its figures say. Where the text is written in
 *  another way, `words` count, too. */
export function staleOf(
  block: Block,
  today: Today,
  by: 'values' | 'words' = 'values',
): Stale | null {
  // What is hidden says nothing.
  if (block.hidden) return null;
  const chips = block.parts.filter(isChip);
  const isOutdated = chips.some((chip) => currentText(chip, today) !== chip.text);
  const generated = block.origin && today.sentences.get(block.id);
  if (block.origin && generated) {
    const isSame =
      by === 'words'
        ? withoutPlace(block.origin) === withoutPlace(generated)
        : saysTheSame(block.origin, generated, today);
    if (isSame) return isOutdated ? inPlace(block, today) : null;
    return realiseAgain(block, block.origin, generated, today);
  }
  // 持平 states a figure without showing it.
  const statesMore =
    block.kind === 'sentence' && block.origin !== null && /持平/.test(textOf(block.origin));
  return isOutdated || statesMore ? inPlace(block, today, statesMore) : null;
}

/** What a number prints as today, in its form where that is still true; null where it is gone. */
export function currentText(chip: Chip, { numbers }: Pick<Today, 'numbers'>): string | null {
  const { ref, text } = chip;
  const number = numbers.get(ref);
  if (!number) return null;
  const formed = printChip(number.quantity, chip);
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

function realiseAgain(
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
  const merged = mergeParts(origin, block.parts, formed);
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
    const isFormed = printChip(number.quantity, part) === text;
    return { ref: part.ref, text, ...(isFormed && { form: part.form }) };
  });
  return now.includes(null) ? null : joinParts(now as Part[]);
}

/** 增长 before a number that now falls, or the other way round: the nearest verb decides. */
function contradicts(before: string, rises: boolean | null): boolean {
  const stated = rises === null ? null : directionIn(before);
  return stated !== null && stated !== rises;
}

/** Whether the last verb of a text states a rise or a fall; null where there is none. */
function directionIn(text: string): boolean | null {
  const verb = [...text.matchAll(verbs)].at(-1);
  return verb ? verb[1] === undefined : null;
}

const verbs =
  /(负增长|下降|减少|降低|回落|下滑|缩减|压减)|增长|增加|提高|上升|升高|提升|扩大|净增/g;

/** Whether two sentences say the same of the same figures: values are compared, and what is stated without a number;
 *  not the synonym, connective or time that the writer chose by what stands around. */
function saysTheSame(origin: readonly Part[], generated: readonly Part[], today: Today): boolean {
  if (textOf(origin) === textOf(generated)) return true;
  if (origin.some((part) => isChip(part) && currentText(part, today) !== part.text)) return false;
  const [before, now] = [claimsOf(origin), claimsOf(generated)];
  return before.length === now.length && before.every((claim, at) => claim === now[at]);
}

/** A sentence without the connective or the time that its place in the paragraph gives it. */
const withoutPlace = (parts: readonly Part[]): string =>
  textOf(parts).replace(/^(同时，|此外，|全年|当年|截至[^，]*，|[^，]{1,6}年来，)+/, '');

/** Each number with the direction in which its verb states it, and the words that state something without a number. */
function claimsOf(parts: readonly Part[]): string[] {
  let before = '';
  const numbers = parts.flatMap((part) => {
    before += isChip(part) ? part.text : part;
    return isChip(part) ? [`${part.ref} ${directionIn(before) ?? ''}`] : [];
  });
  const words = parts.filter((part) => !isChip(part)).join('');
  return [...numbers, ...(words.match(wordsOfChange) ?? [])].sort();
}

const wordsOfChange =
  /基本持平|持平|首次|再次|连续|全部|全覆盖|翻番|翻一番|从无到有|首位|末位|第[一二三四五六七八九十]+[位名]?|均|超额|完成|未/g;

/** Three-way: what only one side changed is merged; null where both changed the same place. `nameOf` tells which
 *  numbers are one: as a rule whatever they print, and theirs is the newer print. */
export function mergeParts(
  base: readonly Part[],
  mine: readonly Part[],
  theirs: readonly Part[],
  nameOf = ({ ref }: Chip): string => `\0${ref}\0`,
): Part[] | null {
  // Characters, and numbers by name.
  const keysOf = (parts: readonly Part[]): string[] =>
    parts.flatMap((part) => (isChip(part) ? [nameOf(part)] : Array.from(part)));
  const merged = diff3Merge(keysOf(mine), keysOf(base), keysOf(theirs));
  if (merged.some(({ ok }) => !ok)) return null;
  const chips = [...theirs, ...mine].filter(isChip);
  const partOf = (key: string): Part => {
    const at = chips.findIndex((chip) => nameOf(chip) === key);
    return at < 0 ? key : chips.splice(at, 1)[0]!;
  };
  return joinParts(merged.flatMap(({ ok = [] }) => ok.map(partOf)));
}
