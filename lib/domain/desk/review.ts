// What an author goes through before a text is issued: what is not true any more, what nobody vouches for, what is
// broken.
import { keeps, promiseOf } from '../reader/promise';
import { findNumbers } from '../reader/find-numbers';
import type { Unlinked } from '../reader/find-unlinked';
import { refsIn } from './left-out';
import { isChip, isProse, textOf, type Block, type Chip } from './manuscript';
import { currentText, staleOf, type Today } from './merge';
import { refOf, signOf } from './ref';
import { unlinkedClaims } from './unlinked';

/** `stale`: the figures have changed; it must be mended. The others may be let stand, each knowingly:
 *  `contradiction`: a typed number beside what the figure says (`against`); `unsourced`: a typed number without one;
 *  `claim`: a rank that no figure says (居全省第一);
 *  `dated`: what belonged to the year of an earlier text, in 【】, and needs new words;
 *  `gap`: a number was taken out and the words around it stayed; `no-stop`: a paragraph or sentence that does not end;
 *  `empty-heading`: nothing stands under it. `id` is the same as long as the finding is. */
export type Finding = {
  id: string;
  kind:
    | 'dated'
    | 'stale'
    | 'contradiction'
    | 'unsourced'
    | 'claim'
    | 'gap'
    | 'no-stop'
    | 'empty-heading';
  block: string;
  text: string;
  against: string | null;
};

/** The findings of a text in its order; `unlinkedIn` finds the typed numbers of a block. */
export function reviewBlocks(
  blocks: readonly Block[],
  today: Today,
  unlinkedIn: (block: Block) => readonly Unlinked[],
): Finding[] {
  const shown = shownOf(blocks);
  const stated = new Set(shown.flatMap(({ parts }) => refsIn(parts)));
  return shown.flatMap((block, at): Finding[] => {
    const next = shown[at + 1];
    const lost = (block.origin ?? []).filter(isChip).filter(({ ref }) => !stated.has(ref));
    const numbers = unlinkedIn(block);
    const claims = unlinkedClaims(block).filter(
      ({ start, end }) => !numbers.some((number) => start < number.end && number.start < end),
    );
    return [
      ...(staleOf(block, today) ? [finding('stale', block)] : []),
      ...numbers.map((number) => typed(block, number, lost, today)),
      ...claims.map(({ text }) => finding('claim', block, text)),
      ...gapsIn(block, lost).map((gap) => finding('gap', block, gap)),
      ...(textOf(block.parts).match(/【[^【】]*】/g) ?? []).map((mark) =>
        finding('dated', block, mark),
      ),
      ...(isUnfinished(block, next) ? [finding('no-stop', block)] : []),
      ...(isEmpty(block, next) ? [finding('empty-heading', block)] : []),
    ];
  });
}

/** What is printed; a hidden block that opened a paragraph leaves that to the next. */
function shownOf(blocks: readonly Block[]): Block[] {
  let opens = false;
  return blocks.flatMap((block) => {
    opens ||= block.opens;
    if (block.hidden || textOf(block.parts).trim() === '') return [];
    const shown = { ...block, opens };
    opens = false;
    return [shown];
  });
}

function typed(block: Block, number: Unlinked, lost: readonly Chip[], today: Today): Finding {
  const over = lost.find((chip) => isTypedOver(chip, number));
  const beside = number.contradicts && today.numbers.get(refOf({ figures: [number.contradicts] }));
  const against = over ? currentText(over, today) : (beside?.texts[0] ?? null);
  return against === null
    ? finding('unsourced', block, number.text)
    : finding('contradiction', block, number.text, against);
}

/** Whether the number is of the same unit as one that was taken out, and says something else. */
function isTypedOver({ text }: Chip, { value, unit, suggestion }: Unlinked): boolean {
  const [printed] = findNumbers(text);
  return (
    suggestion === null &&
    printed !== undefined &&
    printed.unit === unit &&
    !keeps(value, promiseOf(printed))
  );
}

/** The places where a number stood whose neighbours now stand side by side: 技能人才达，比上年末. */
function gapsIn({ parts, origin }: Block, lost: readonly Chip[]): string[] {
  const [now, before] = [textOf(parts), origin ?? []];
  return lost.flatMap((chip) => {
    const at = before.indexOf(chip);
    const left = textOf(before.slice(0, at)).slice(-beside);
    const right = textOf(before.slice(at + 1)).slice(0, beside);
    const isOpen = left === '' ? now.startsWith(right) : now.includes(left + right);
    return isOpen && !textOf(before).includes(left + right) ? [`${left}▢${right}`] : [];
  });
}

/** Characters on each side that tell where a number stood. */
const beside = 2;

/** Within a paragraph a sentence may go on; a list ends its items with ； and announces them with ：. */
function isUnfinished(block: Block, next: Block | undefined): boolean {
  if (!isProse(block)) return false;
  const goesOn = next !== undefined && isProse(next) && !next.opens;
  const ends = goesOn ? /[。！？…；：，、][”’」』）》]*$/ : /[。！？…；：][”’」』）》]*$/;
  return !ends.test(textOf(block.parts).trim());
}

const isEmpty = ({ kind }: Block, next: Block | undefined): boolean =>
  kind === 'heading' && (next === undefined || !isProse(next));

function finding(
  kind: Finding['kind'],
  block: Block,
  text = textOf(block.parts),
  against: string | null = null,
): Finding {
  return { id: `${kind}.${block.id}.${signOf(text)}`, kind, block: block.id, text, against };
}
