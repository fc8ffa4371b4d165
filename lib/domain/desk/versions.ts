import { textOf, type Block } from './manuscript';

/** Minutes of one person's writing that may go by between two kept versions, and the part of the text that may go with
 *  one save before what was there is kept first. */
const longestApart = 10;
const largestLoss = 0.1;

/** Whether the standing text is kept before another is saved over it: somebody else wrote it, the last kept one is
 *  old, or a good part of it goes. */
export function isWorthKeeping(
  standing: { blocks: readonly Block[]; isOthers: boolean },
  blocks: readonly Block[],
  minutesSinceKept: number,
): boolean {
  const [before, after] = [lengthOf(standing.blocks), lengthOf(blocks)];
  return (
    standing.isOthers || minutesSinceKept >= longestApart || after < before * (1 - largestLoss)
  );
}

const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { parts, hidden }) => sum + (hidden ? 0 : textOf(parts).length), 0);
