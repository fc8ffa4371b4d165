// A manuscript written anew in another way (length, base year, headings, numbers): the new sentences in their order,
// with what the author had done to the old ones wherever they still exist.
import { hasOwnWords, isChip, type Block } from './manuscript';
import { staleOf, update, type Today } from './merge';
import { match } from './tokens';

/** What the author reworded or pinned stays, even where the new text leaves its sentence out; `lost` are headings of
 *  parts that are no more. `dropped` and `added` count the generated sentences that go and come; `unfounded` are
 *  those kept whose numbers the new choice does not know. */
export type Renewal = {
  blocks: Block[];
  kept: Block[];
  lost: Block[];
  dropped: number;
  added: number;
  unfounded: Block[];
};

/** `generated` is the order in which the old text was generated, `fresh` the summary as it is to be written now. */
export function renew(
  old: readonly Block[],
  generated: readonly Block[],
  fresh: readonly Block[],
  today: Today,
): Renewal {
  const byId = new Map(old.map((block) => [block.id, block]));
  const ids = new Set(fresh.map(({ id }) => id));
  const moved = movedIn(old, generated);
  const blocks = fresh
    .filter(({ id }) => !moved.has(id))
    .flatMap((block) => carry(byId.get(block.id), block, today));
  const isLeftOut = (block: Block) =>
    !ids.has(block.id) && isChanged(block) && !isPartOfFrame(block);
  const stays = old.filter(
    (block) => isOwn(block) || isLeftOut(block) || (moved.has(block.id) && ids.has(block.id)),
  );
  for (const block of stays) {
    const now = fresh.find(({ id }) => id === block.id);
    blocks.splice(placeOf(block, old, blocks), 0, ...(now ? carry(block, now, today) : [block]));
  }
  const gone = old.filter((block) => !isOwn(block) && !ids.has(block.id));
  nameApart(blocks);
  return {
    blocks,
    kept: old.filter(
      (block) =>
        isOwn(block) ||
        isLeftOut(block) ||
        (ids.has(block.id) && (isChanged(block) || block.hidden || moved.has(block.id))),
    ),
    lost: gone.filter((block) => isChanged(block) && isPartOfFrame(block)),
    dropped: gone.filter((block) => block.kind === 'sentence' && !isChanged(block)).length,
    added: fresh.filter(({ id, kind }) => kind === 'sentence' && !byId.has(id)).length,
    unfounded: blocks.filter((block) => !block.hidden && staleOf(block, today)?.parts === null),
  };
}

/** The new sentence with what was done to the old one: hidden, pinned, own words, the forms of its numbers. */
function carry(block: Block | undefined, fresh: Block, today: Today): Block[] {
  if (!block) return [fresh];
  const { hidden, pinned } = block;
  const isUntouched =
    !hasOwnWords(block) && !block.parts.some((part) => isChip(part) && part.form !== undefined);
  if (isUntouched && !pinned) return [{ ...fresh, hidden }];
  // Pinned is what must not change by itself; a heading of the author's stands in any style.
  if (pinned || block.kind !== 'sentence') return [{ ...block, opens: fresh.opens }];
  const stale = staleOf({ ...block, hidden: false }, today, 'words');
  const [first, ...rest] = stale ? update(block, stale, today) : [block];
  return [{ ...first!, section: fresh.section, opens: fresh.opens, hidden, pinned }, ...rest];
}

/** What the author made of a generated block. */
const isChanged = (block: Block): boolean => !isOwn(block) && (hasOwnWords(block) || block.pinned);

const isPartOfFrame = ({ kind }: Block): boolean => kind !== 'sentence';

/** What the author wrote, a heading too. */
const isOwn = ({ kind, origin }: Block): boolean =>
  kind === 'own' || (kind === 'heading' && origin === null);

/** What was set apart twice has two names. */
function nameApart(blocks: Block[]): void {
  const taken = new Set<string>();
  for (const [at, block] of blocks.entries()) {
    let { id } = block;
    while (taken.has(id)) id += '~';
    taken.add(id);
    if (id !== block.id) blocks[at] = { ...block, id };
  }
}

/** Sentences that stand elsewhere than where they were generated. */
function movedIn(old: readonly Block[], generated: readonly Block[]): Set<string> {
  const known = new Set(generated.map(({ id }) => id));
  const ours = old.filter(({ id }) => known.has(id));
  const ids = new Set(ours.map(({ id }) => id));
  const kept = match(
    ours,
    generated.filter(({ id }) => ids.has(id)),
    ({ id }) => id,
  );
  const inOrder = new Set(kept.map(([at]) => ours[at]!.id));
  return new Set(ours.filter(({ id }) => !inOrder.has(id)).map(({ id }) => id));
}

/** Behind the nearest block before it that is still there; else before all others but the title. */
function placeOf(block: Block, old: readonly Block[], blocks: readonly Block[]): number {
  const places = new Map(blocks.map(({ id }, at) => [id, at]));
  const before = old.slice(0, old.indexOf(block)).findLast(({ id }) => places.has(id));
  if (before) return places.get(before.id)! + 1;
  return blocks[0]?.kind === 'title' ? 1 : 0;
}
