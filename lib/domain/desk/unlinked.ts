import { findUnlinked, type Candidate, type Unlinked } from '../reader/find-unlinked';
import { isChip, textOf, type Block } from './manuscript';

/** The numbers of a block that were typed by hand. */
export function unlinkedIn(
  { kind, parts }: Pick<Block, 'kind' | 'parts'>,
  candidates: Candidate[],
  names: string[],
): Unlinked[] {
  if (kind !== 'sentence' && kind !== 'own') return [];
  let end = 0;
  const linked = parts.flatMap((part) => {
    const start = end;
    end += isChip(part) ? part.text.length : part.length;
    return isChip(part) ? [{ start, end }] : [];
  });
  // Where nothing counts, nothing needs to be looked for.
  const words = parts.filter((part) => !isChip(part)).join('');
  return numeral.test(words) ? findUnlinked(textOf(parts), linked, candidates, names) : [];
}

const numeral = /[0-9０-９〇零一二两三四五六七八九十百千万亿]/;
