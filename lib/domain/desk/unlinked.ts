import { findClaims, type Claim } from '../reader/find-claims';
import { findUnlinked, type Candidate, type Unlinked } from '../reader/find-unlinked';
import { isChip, textOf, type Block } from './manuscript';

/** The numbers of a block that were typed by hand. */
export function unlinkedIn(
  { kind, parts }: Pick<Block, 'kind' | 'parts'>,
  candidates: Candidate[],
  names: string[],
): Unlinked[] {
  if (kind !== 'sentence' && kind !== 'own') return [];
  // Where nothing counts, nothing needs to be looked for.
  const words = parts.filter((part) => !isChip(part)).join('');
  return numeral.test(words) ? findUnlinked(textOf(parts), linkedIn(parts), candidates, names) : [];
}

/** The claims of a rank in a block that rest on no figure. */
export function unlinkedClaims({ kind, parts }: Pick<Block, 'kind' | 'parts'>): Claim[] {
  if (kind !== 'sentence' && kind !== 'own') return [];
  const linked = linkedIn(parts);
  return findClaims(textOf(parts)).filter(
    ({ start, end }) => !linked.some((range) => start < range.end && range.start < end),
  );
}

function linkedIn(parts: Block['parts']): { start: number; end: number }[] {
  let end = 0;
  return parts.flatMap((part) => {
    const start = end;
    end += isChip(part) ? part.text.length : part.length;
    return isChip(part) ? [{ start, end }] : [];
  });
}

const numeral = /[0-9０-９〇零一二两三四五六七八九十百千万亿]/;
