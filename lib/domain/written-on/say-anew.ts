// A sentence of the earlier text said of the new figures: numbers are exchanged and the words that tell how they moved
// follow them. What cannot be made true is not said.
import { refOf } from '../desk/ref';
import { compare } from '../figure/number';
import { joinParts, type Part } from '../desk/manuscript';
import {
  claimsIn,
  looseVerb,
  movedResult,
  opposite,
  resultVerb,
  trimAdverb,
  verbAtEnd,
} from './moving-words';
import { printLike, type NewNumber } from './print-like';
import { isTold, type Reason, type Told, type Token } from './told';

export type Numbers = ReadonlyMap<string, NewNumber>;
export type Said = { parts: Part[] } | { why: Reason };

/** What a number does to the words before it; `drops`: it is not printed itself. */
type Step = { words: string; drops?: true } | { why: Reason };

/** The sentence of its own period, with its numbers linked; its words are as true as they were. */
export const linked = (tokens: readonly Token[], numbers: Numbers): { parts: Part[] } => ({
  parts: joinParts(
    tokens.map((token) => {
      if (!isTold(token)) return token;
      const number = token.ref === null ? undefined : numbers.get(token.ref);
      const chip = number && printLike(token.text, number);
      return chip?.text === token.text ? chip : token.text;
    }),
  ),
});

/** The sentence as it is true now, or why there is none. */
export function sayAnew(tokens: readonly Token[], numbers: Numbers): Said {
  const told = tokens.filter(isTold);
  const lost = told.find(({ ref }) => ref === null || !numbers.has(ref));
  if (lost) return { why: lost.why ?? 'missing' };
  if (claimsIn(tokens.filter((token) => !isTold(token)).join('▢'), told.length > 0))
    return { why: 'claim' };
  const parts: Part[] = [];
  const so: SoFar = { words: '', way: null, whole: null, isFrom: false };
  for (const token of tokens) {
    if (!isTold(token)) {
      so.words += token;
      continue;
    }
    const number = numbers.get(token.ref as string) as NewNumber;
    const step = isChange(token)
      ? stepOfChange(so, wayOf(token, number, numbers), token.role)
      : stepOfLevel(so, wayOf(token, number, numbers), number);
    if ('why' in step) return step;
    parts.push(step.words);
    const chip = step.drops ? '' : printLike(token.text, number);
    if (chip === null) return { why: 'missing' };
    parts.push(chip);
    if (isChange(token)) so.way = wayOf(token, number, numbers);
    else if (!so.words.includes('其中')) so.whole = number;
    so.isFrom = /[由从][^，。；]*$/.test(so.words);
    so.words = '';
  }
  const last = tokens.findLast(isTold);
  const end = last
    ? stepOfEnd(so.words, wayOf(last, numbers.get(last.ref as string) as NewNumber, numbers))
    : { words: so.words };
  if ('why' in end) return end;
  return { parts: joinParts([...parts, end.words]) };
}

/** What stands before a number: the words since the one before, the way of the last change, for those that stand in one
 *  list with it, the whole that 其中 is of, and whether the number before began 由…到…. */
type SoFar = { words: string; way: Way | null; whole: NewNumber | null; isFrom: boolean };

/** 1 up, −1 down, 0 neither. */
type Way = -1 | 0 | 1;

const isChange = ({ role }: Told): boolean =>
  role === 'change-rate' || role === 'change-amount' || role === 'points';

/** How a change goes, or a level against what it is held against; null where nothing says so. */
function wayOf(told: Told, number: NewNumber, numbers: Numbers): Way | null {
  const valueAt = (ref: string | null) => (ref === null ? null : numbers.get(ref)?.quantity?.value);
  const refs = isChange(told)
    ? number.source.figures.map((key) => refOf({ figures: [key] }))
    : [number.ref, told.base];
  const [now, base] = refs.map((ref) => valueAt(ref));
  if (now && base) return compare(now, base) as Way;
  if (!isChange(told)) return null;
  return number.rises === null ? null : number.rises ? 1 : -1;
}

function stepOfChange({ words, way: list }: SoFar, going: Way | null, role: Told['role']): Step {
  if (going === null) return { why: 'base' };
  if (/^(?:、|和|及|与|以及|，分别)?$/.test(words) && list !== null)
    return going === list && going !== 0 ? { words } : { why: 'mixed' };
  const verb = verbAtEnd(words);
  if (!verb) return { why: 'words' };
  const before = words.slice(0, verb.at);
  if (going === 0) {
    // 比上年增长▢ is 与上年持平, and the number goes.
    const compared =
      /(?:比|较)((?:上年|去年|上一年|\d{4}年)(?:同期|末|底)?)(?:(?:大幅|稳步|明显|持续|显著)度?)?$/.exec(
        before,
      );
    if (compared)
      return { words: `${before.slice(0, compared.index)}与${compared[1]}持平`, drops: true };
    const same = /(?:同比|环比)$/.exec(before);
    return same ? { words: `${before}持平`, drops: true } : { why: 'words' };
  }
  if (verb.way === going) return { words };
  // A rate is raised by points, it does not grow by them.
  const turned = role === 'points' && going > 0 ? '提高' : opposite(verb.text);
  return turned === null
    ? { why: 'words' }
    : { words: `${trimAdverb(before)}${turned}${words.slice(verb.at + verb.text.length)}` };
}

function stepOfLevel({ words, whole, isFrom }: SoFar, going: Way | null, number: NewNumber): Step {
  if (words.includes('其中') && isMore(number, whole)) return { why: 'mixed' };
  const result = resultVerb(words);
  const loose = looseVerb(result ? words.slice(0, result.at) : words);
  if (!result && !loose) return { words };
  if (going === null) {
    // Nothing to hold it against: only where it stands is told.
    if (loose || !result) return { why: 'base' };
    return result.way === null
      ? { words }
      : { words: `${trimAdverb(words.slice(0, result.at))}达到` };
  }
  let said = words;
  if (result && result.way !== null && result.way !== going) {
    if (going === 0 && isFrom) return { why: 'words' };
    said = `${trimAdverb(words.slice(0, result.at))}${movedResult(result.text, going)}`;
  }
  if (!loose || loose.way === going) return { words: said };
  const turned = going === 0 ? null : opposite(loose.text);
  if (turned === null) return { why: 'words' };
  const before = trimAdverb(said.slice(0, loose.at));
  return { words: `${before}${turned}${said.slice(loose.at + loose.text.length)}` };
}

/** Whether a part is more than its whole, which 其中 would then deny. */
const isMore = ({ quantity: part }: NewNumber, whole: NewNumber | null): boolean =>
  part !== null &&
  whole?.quantity != null &&
  part.kind === whole.quantity.kind &&
  compare(part.value, whole.quantity.value) > 0;

/** Words behind the last number that still tell how it moved. */
function stepOfEnd(words: string, going: Way | null): { words: string } | { why: Reason } {
  const loose = looseVerb(words);
  return !loose || loose.way === going ? { words } : { why: 'words' };
}
