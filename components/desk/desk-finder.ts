// What the desk finds in each block: whether it is stale, and numbers that were typed by hand. A block that did not
// change is looked at once.
import type { Node } from 'prosemirror-model';
import { formsOf } from '@/lib/domain/desk/form';
import { hasOwnWords, isChip, textOf, type Block, type Chip } from '@/lib/domain/desk/manuscript';
import { staleOf, type Stale, type Today } from '@/lib/domain/desk/merge';
import type { DeskNumber } from '@/lib/domain/desk/numbers';
import { refOf } from '@/lib/domain/desk/ref';
import { findUnlinked, type Candidate, type Unlinked } from '@/lib/domain/reader/find-unlinked';
import { blockOf } from './desk-schema';

/** A number of today as the browser needs it. */
export type KnownNumber = Omit<DeskNumber, 'source'>;
export type Found = { stale: Stale | null; unlinked: Unlinked[]; isOwn: boolean };

export class DeskFinder {
  private found = new WeakMap<Node, Found>();

  constructor(
    readonly today: Today & { numbers: ReadonlyMap<string, KnownNumber> },
    private candidates: Candidate[],
    private names: string[],
  ) {}

  look(node: Node): Found {
    const known = this.found.get(node);
    if (known) return known;
    const block = blockOf(node);
    const unlinked =
      block.kind === 'sentence' || block.kind === 'own' ? this.unlinkedIn(block) : [];
    const found = {
      stale: staleOf(block, this.today),
      unlinked,
      isOwn: block.kind === 'own' || (block.kind === 'sentence' && hasOwnWords(block)),
    };
    this.found.set(node, found);
    return found;
  }

  /** The number that a typed one seems to be, in the typed form where that is true of it. */
  suggestionFor({ text, suggestion }: Unlinked): { number: KnownNumber; chip: Chip } | null {
    const number = suggestion && this.today.numbers.get(refOf({ figures: [suggestion] }));
    if (!number) return null;
    const form = number.texts.includes(text)
      ? undefined
      : number.quantity && formsOf(number.quantity).find((one) => one.text === text);
    if (form) return { number, chip: { ref: number.ref, text: form.text, form: form.id } };
    return {
      number,
      chip: { ref: number.ref, text: number.texts.includes(text) ? text : number.texts[0]! },
    };
  }

  private unlinkedIn({ parts }: Block): Unlinked[] {
    let end = 0;
    const linked = parts.flatMap((part) => {
      const start = end;
      end += isChip(part) ? part.text.length : part.length;
      return isChip(part) ? [{ start, end }] : [];
    });
    const text = textOf(parts);
    // Where nothing counts, nothing needs to be looked for.
    if (
      !/[0-9０-９〇零一二两三四五六七八九十百千万亿]/.test(
        parts.filter((part) => !isChip(part)).join(''),
      )
    )
      return [];
    return findUnlinked(text, linked, this.candidates, this.names);
  }
}
