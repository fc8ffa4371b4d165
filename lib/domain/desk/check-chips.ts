// Numbers of a manuscript are never typed: a chip is taken only where its text is known to be a print of its figure.
import { printChip } from './as-written';
import { isChip, joinParts, type Block, type Part } from './manuscript';
import { currentText, type Today } from './merge';

/** Whether every number of `blocks` stands already in `known`, so that nothing needs to be asked of the figures. */
export function areKnown(blocks: readonly Block[], known: readonly Block[]): boolean {
  const said = pairsOf(known);
  return blocks.every(({ parts }) =>
    parts.every((part) => !isChip(part) || said.has(pairOf(part))),
  );
}

/** The blocks with every number that cannot be vouched for turned into plain words, where it is found and marked. */
export function loosenUnknown(
  blocks: readonly Block[],
  known: readonly Block[],
  { numbers }: Pick<Today, 'numbers'>,
): { blocks: Block[]; loosened: number } {
  const said = pairsOf(known);
  let loosened = 0;
  const keep = (part: Part): Part => {
    if (!isChip(part) || said.has(pairOf(part))) return part;
    const number = numbers.get(part.ref);
    const isTrue = part.form
      ? printChip(number?.quantity ?? null, part) === part.text
      : currentText(part, { numbers }) === part.text;
    if (isTrue) return part;
    loosened += 1;
    return part.text;
  };
  return {
    blocks: blocks.map((block) => ({ ...block, parts: joinParts(block.parts.map(keep)) })),
    loosened,
  };
}

const pairOf = ({ ref, text, form = '' }: { ref: string; text: string; form?: string }): string =>
  `${ref}\n${text}\n${form}`;
const pairsOf = (blocks: readonly Block[]): Set<string> =>
  new Set(blocks.flatMap(({ parts }) => parts.filter(isChip).map(pairOf)));
