// Two people at one text: what only one of them changed is merged, block by block, and within a block where they
// wrote in different places. Where both changed the same, both versions are named.
import { diff3Merge } from 'node-diff3';
import { canonicalJson } from './edition';
import { mergeParts } from './merge';
import { textOf, type Block, type Chip } from './manuscript';

/** `blocks` hold mine where the two collide; each collision names the block as theirs has it, null where they deleted
 *  it. */
export type BlockMerge = { blocks: Block[]; collisions: Collision[] };
export type Collision = { id: string; mine: Block | null; theirs: Block | null };

/** The text with both changes in it; `base` is what both began with. */
export function mergeBlocks(
  base: readonly Block[],
  mine: readonly Block[],
  theirs: readonly Block[],
): BlockMerge {
  const [inBase, inMine, inTheirs] = [base, mine, theirs].map(
    (blocks) => new Map(blocks.map((block) => [block.id, block])),
  ) as [Map<string, Block>, Map<string, Block>, Map<string, Block>];
  const collisions: Collision[] = [];
  const blocks = orderOf(base, mine, theirs).flatMap((id): Block[] => {
    const [b, m, t] = [inBase.get(id), inMine.get(id), inTheirs.get(id)];
    if (isSame(m, t)) return m ? [m] : [];
    if (isSame(b, m)) return t ? [t] : [];
    if (isSame(b, t)) return m ? [m] : [];
    const merged = b && m && t && mergeBlock(b, m, t);
    if (merged) return [merged];
    collisions.push({ id, mine: m ?? null, theirs: t ?? null });
    // Words of one are kept over a deletion by the other until somebody decides.
    return [(m ?? t)!];
  });
  return { blocks, collisions };
}

/** Theirs in place of mine for one collision. */
export function takeTheirs(blocks: readonly Block[], { id, theirs }: Collision): Block[] {
  return blocks.flatMap((block) => (block.id === id ? (theirs ? [theirs] : []) : [block]));
}

/** Ids in the order in which the merged text has them; each once. Where both moved the same, mine comes first. */
function orderOf(
  base: readonly Block[],
  mine: readonly Block[],
  theirs: readonly Block[],
): string[] {
  const [o, a, b] = [base, mine, theirs].map((blocks) => blocks.map(({ id }) => id)) as [
    string[],
    string[],
    string[],
  ];
  const regions = diff3Merge(a, o, b);
  const ids = regions.flatMap(({ ok, conflict }) => ok ?? [...conflict!.a, ...conflict!.b]);
  // A block that one of them changed and the other deleted has no place in a merged order: it goes behind the one
  // before it.
  for (const list of [a, b])
    list.forEach((id, at) => {
      if (ids.includes(id)) return;
      const before = list.slice(0, at).findLast((one) => ids.includes(one));
      ids.splice(before === undefined ? 0 : ids.indexOf(before) + 1, 0, id);
    });
  return [...new Set(ids)];
}

function mergeBlock(base: Block, mine: Block, theirs: Block): Block | null {
  const pick = <K extends keyof Block>(name: K): Block[K] =>
    isSame(base[name], mine[name]) ? theirs[name] : mine[name];
  const parts = mergeParts(base.parts, mine.parts, theirs.parts, asPrinted);
  if (!parts || textOf(parts).trim() === '') return null;
  return {
    ...mine,
    opens: pick('opens'),
    hidden: pick('hidden'),
    pinned: pick('pinned'),
    origin: pick('origin'),
    parts,
  };
}

/** Another form of a number is a change, too. */
const asPrinted = ({ ref, text, form = '' }: Chip): string => `\0${ref}\n${text}\n${form}\0`;

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
