import { isChip, textOf, type Block, type Part } from './manuscript';

/** The generated sentences that the text does not say: neither they nor another block, into which they were merged,
 *  states their numbers, or, where they have none, their words. What stands hidden in the text is not missing from it.
 *  */
export function missingFrom(blocks: readonly Block[], generated: readonly Block[]): Block[] {
  const ids = new Set(blocks.map(({ id }) => id));
  const stated = new Set(blocks.flatMap(({ parts }) => refsIn(parts)));
  const words = blocks.map(({ parts }) => textOf(parts)).join('');
  const isSaid = ({ parts }: Block) => {
    const refs = refsIn(parts);
    return refs.length > 0
      ? refs.every((ref) => stated.has(ref))
      : words.includes(textOf(parts).replace(/[。！？；]$/, ''));
  };
  return generated.filter(
    (block) => block.kind === 'sentence' && !ids.has(block.id) && !isSaid(block),
  );
}

/** The names of the numbers in some parts. */
export const refsIn = (parts: readonly Part[]): string[] =>
  parts.filter(isChip).map(({ ref }) => ref);
