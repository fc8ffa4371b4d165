// An office's earlier text as a manuscript for a new period: its own words, headings and order, every number one of the
// new figures. A sentence that cannot be made true is kept aside, hidden, with what the generator says in its place.
import { isChip, joinParts, textOf, type Block, type Part } from '../desk/manuscript';
import { datedIn, markDated, shiftYears, type Shift } from './shift-years';
import { linked, sayAnew, type Numbers } from './say-anew';
import { isTold, type Reason, type Token, type ToldSentence } from './told';

/** A sentence that is not said: why, and the generated sentences that stand in for it. */
export type Aside = { block: string; text: string; why: Reason; instead: string[] };

/** `kept` as it was but for its numbers, `reworded` beyond that; `dated`: places that need new words. */
export type WrittenOn = {
  blocks: Block[];
  asides: Aside[];
  kept: number;
  reworded: number;
  dated: number;
};

type Today = { numbers: Numbers; generated: readonly Block[] };

/** Writes the sentences on. */
export function writeOn(sentences: readonly ToldSentence[], shift: Shift, today: Today): WrittenOn {
  const written: WrittenOn = { blocks: [], asides: [], kept: 0, reworded: 0, dated: 0 };
  const said = sentences.map(({ tokens }) => sentenceAnew(tokens, shift, today.numbers));
  const told = new Set(said.flatMap((one) => ('parts' in one ? refsOf(one.parts) : [])));
  sentences.forEach((sentence, place) => {
    const one = said[place] as (typeof said)[number];
    const id = `on.${place}`;
    const text = textOfTokens(sentence.tokens);
    if ('parts' in one) {
      written.blocks.push(blockOf(id, sentence, one.parts));
      if (wordsOf(one.parts) === wordsOf(sentence.tokens)) written.kept += 1;
      else written.reworded += 1;
      written.dated += datedIn(textOf(one.parts)).length;
      return;
    }
    written.blocks.push({ ...blockOf(id, sentence, [text]), hidden: true });
    const instead = insteadOf(sentence.tokens, today.generated, told);
    for (const block of instead) for (const ref of refsOf(block.parts)) told.add(ref);
    written.blocks.push(
      ...instead.map((block, at) => ({ ...block, opens: at === 0 && sentence.opens })),
    );
    written.asides.push({
      block: id,
      text,
      why: one.why,
      instead: instead.map(({ parts }) => textOf(parts)),
    });
  });
  return written;
}

/** One sentence: of the same period as it stands, with its known numbers linked; of another one, said anew. */
function sentenceAnew(tokens: readonly Token[], shift: Shift, numbers: Numbers) {
  if (shift.years === 0) return linked(tokens, numbers);
  const bases = tokens
    .filter(isTold)
    .flatMap(({ ref }) =>
      [...(ref ?? '').matchAll(/~(\d{4})~/g)].map(([, year]) => Number(year) - shift.years),
    );
  const moved = tokens.map((token) =>
    isTold(token) ? token : markDated(shiftYears(token, shift, bases)),
  );
  return sayAnew(moved, numbers);
}

/** What the generator says of the same indicators, where nothing else of the text says it. */
function insteadOf(
  tokens: readonly Token[],
  generated: readonly Block[],
  told: ReadonlySet<string>,
): Block[] {
  const codes = new Set(tokens.filter(isTold).flatMap(({ indicator }) => indicator ?? []));
  return generated.filter(({ kind, parts }) => {
    const refs = refsOf(parts);
    return (
      kind === 'sentence' &&
      refs.some((ref) => [...codes].some((code) => ref.includes(`~${code}`))) &&
      !refs.some((ref) => told.has(ref))
    );
  });
}

const blockOf = (id: string, { kind, opens, section }: ToldSentence, parts: Part[]): Block => ({
  id,
  kind,
  section,
  opens,
  hidden: false,
  pinned: false,
  parts: joinParts(parts),
  origin: null,
});

const refsOf = (parts: readonly Part[]): string[] => parts.filter(isChip).map(({ ref }) => ref);
const textOfTokens = (tokens: readonly Token[]): string =>
  tokens.map((token) => (isTold(token) ? token.text : token)).join('');
const wordsOf = (parts: readonly (Part | Token)[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : '▢')).join('');
