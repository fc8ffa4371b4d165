// What the desk finds in each block: whether it is stale, and numbers that were typed by hand. A block that did not
// change is looked at once.
import type { Node } from 'prosemirror-model';
import { formsOf } from '@/lib/domain/desk/printed-form';
import { hasOwnWords, type Block, type Chip } from '@/lib/domain/desk/manuscript';
import { staleOf, type Stale, type Today } from '@/lib/domain/desk/merge';
import type { DeskNumber } from '@/lib/domain/desk/numbers';
import { refOf } from '@/lib/domain/desk/ref';
import { unlinkedIn } from '@/lib/domain/desk/unlinked';
import type { Candidate, Unlinked } from '@/lib/domain/reader/find-unlinked';
import { blockOf } from './desk-schema';

/** A number of today as the browser needs it. */
export type KnownNumber = Omit<DeskNumber, 'source'>;
export type Found = { stale: Stale | null; unlinked: Unlinked[]; isOwn: boolean };

export class DeskFinder {
  private found = new WeakMap<Node, Found>();
  private unlinked = new WeakMap<Block, Unlinked[]>();

  constructor(
    readonly today: Today & { numbers: ReadonlyMap<string, KnownNumber> },
    private candidates: Candidate[],
    private names: string[],
  ) {}

  look(node: Node): Found {
    const known = this.found.get(node);
    if (known) return known;
    const block = blockOf(node);
    const unlinked = this.unlinkedIn(block);
    const found = {
      stale: staleOf(block, this.today),
      unlinked,
      isOwn: block.kind === 'own' || (block.kind === 'sentence' && hasOwnWords(block)),
    };
    this.found.set(node, found);
    return found;
  }

  /** The numbers of a block that were typed by hand. */
  unlinkedIn(block: Block): Unlinked[] {
    const known = this.unlinked.get(block);
    if (known) return known;
    const unlinked = unlinkedIn(block, this.candidates, this.names);
    this.unlinked.set(block, unlinked);
    return unlinked;
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
}
