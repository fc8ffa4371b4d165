// What a report says a quantity is of: the words beside it, those of its clause and of the clauses that lead to it.
import type { Quantity } from './quantity';

/** `own` names it most closely, `verb` is what was done in the same list, `near` the clause before, `far`
 *  what the sentence began with, `head` the heading and the sentence before. */
export type Mention = {
  lead: string;
  tail: string;
  own: string;
  near: string;
  /** What a colon says that a short list is of (助学：57人), and what the first item of a list was done
   *  (新建88家、会员3120人). */
  label: string;
  /** Of a number that stands before its noun, the rest of the clause. */
  rest: string;
  far: string;
  head: string;
  /** Which earlier quantities the same sentence holds, nearest first, as places in the list. */
  before: number[];
  sentence: { start: number; end: number };
};

const marks = '，。；：！？\n（）,;\t';

/** The mention of every quantity, in order. */
export function mentionsOf(text: string, quantities: Quantity[]): Mention[] {
  return quantities.map((quantity, place) => {
    const sentence = sentenceAt(text, quantity.start);
    const earlier = quantities
      .map((one, at) => ({ one, at }))
      .filter(({ one, at }) => at < place && one.start >= sentence.start)
      .filter(({ one }) => !isInClosedBracket(text, one.end, quantity.start))
      .map(({ at }) => at)
      .reverse();
    const previous = earlier.length > 0 ? (quantities[earlier[0] as number] as Quantity) : null;
    const following = quantities[place + 1];
    const clause = clauseStart(text, quantity.start, sentence.start);
    const from = Math.max(clause, previous?.end ?? 0);
    const between = text.slice(from, quantity.start);
    const parted =
      previous !== null && from === previous.end ? divide(between) : { tail: '', lead: between };
    const inner = withoutBrackets(text, sentence.start, from);
    const said = stripLead(shareOf(text, quantities, place, sentence.start) ?? parted.lead);
    // 驿站，从前年的140个: what only leads on to the number leaves its noun in the clause before.
    const lead = said !== '' && isPassing(said) ? lastClauses(inner, 1) : said;
    const tail = tailOf(text, quantity, following);
    return {
      lead,
      tail,
      own: `${lead}｜${tail}`,
      near: `${parted.tail}｜${lastClauses(inner, clause === from ? 1 : 2)}`,
      rest: tail !== '' || /^[\s和以、]*$/.test(lead) ? restOf(text, quantity.end) : '',
      label: labelOf(text.slice(sentence.start, from)),
      far: inner,
      head: headOf(text, sentence.start),
      before: earlier,
      sentence,
    };
  });
}

export function sentenceAt(text: string, at: number): { start: number; end: number } {
  const before = Math.max(
    text.lastIndexOf('。', at - 1),
    text.lastIndexOf('\n', at - 1),
    text.lastIndexOf('！', at - 1),
    text.lastIndexOf('】', at - 1),
  );
  const ends = ['。', '\n', '！'].map((mark) => text.indexOf(mark, at)).filter((end) => end >= 0);
  return { start: before + 1, end: ends.length > 0 ? Math.min(...ends) : text.length };
}

function clauseStart(text: string, at: number, least: number): number {
  let start = at;
  let depth = 0;
  while (start > least) {
    const character = text[start - 1] as string;
    if (character === '”') depth += 1;
    else if (character === '“') depth = Math.max(depth - 1, 0);
    // A bracket inside of a name (乡镇（街道）总工会) is none of a clause.
    else if (character === '）' && isShortBracket(text, start - 1)) {
      start = text.lastIndexOf('（', start - 1);
      continue;
    } else if (depth === 0 && marks.includes(character)) break;
    start -= 1;
  }
  return start;
}

function isShortBracket(text: string, close: number): boolean {
  const open = text.lastIndexOf('（', close);
  return open >= 0 && close - open <= 8 && !/[\d，。；]/.test(text.slice(open, close));
}

const next = new RegExp(
  [
    '(?:共有|共计|已有|拥有|现有|建有|建立|建成|签订|签署|参加|参与|参赛|开展|配备|覆盖|发放|惠及|吸引|提供|获得?|荣获|受益|其中|培训|涉及',
    '|实施|给予|送去|挽回|追回|追讨|返还|给付|救助(?!金)|资助|慰问(?!金|款|品)|组织|举办|投入|补助|占|比|较|同比|由|增长|下降|分别|全部',
    '|达|有)',
  ].join(''),
);

/** What stands between two quantities: the noun that the first one counts, and what leads to the second. */
function divide(between: string): { tail: string; lead: string } {
  if (/^[、和及与以]/.test(between)) return { tail: '', lead: between };
  const verb = next.exec(between);
  const list = Math.max(between.lastIndexOf('、'), between.lastIndexOf('和'));
  if (verb && verb.index > list)
    return { tail: between.slice(0, verb.index), lead: between.slice(verb.index) };
  return list > 0
    ? { tail: between.slice(0, list), lead: between.slice(list + 1) }
    : { tail: between, lead: '' };
}

/** Whether words say only from when to when: 从前年的, 由2019年底的. */
const isPassing = (words: string): boolean =>
  /^[从由](?:前年|去年|上年|年初|上届末?|\d{4}年|[一二三五十]年前)[底末初]?的?$/.test(words);

const stripLead = (words: string): string => words.replace(/^[、和及与以]+/, '').slice(-48);

/** What a bracket said beside is not what the sentence goes on with. */
const isInClosedBracket = (text: string, from: number, to: number): boolean => {
  const between = text.slice(from, to);
  const close = between.indexOf('）');
  return close >= 0 && !between.slice(0, close).includes('（');
};

/** The words behind the measure word up to the next mark or number: 2521名‹困难职工›. */
function tailOf(text: string, quantity: Quantity, following: Quantity | undefined): string {
  const isNear =
    following !== undefined &&
    following.start >= quantity.end &&
    following.start - quantity.end <= 30;
  const words = text
    .slice(quantity.end, isNear ? following.start : quantity.end + 30)
    .replace(/（([^（）\d]{1,8})）/g, '$1');
  if (/^[、和及与]/.test(words)) return '';
  const end = words.search(/[，。；：！？\n（）\t]/);
  const tail = end < 0 ? (isNear ? divide(words).tail : words) : words.slice(0, end);
  return tail
    .replace(/^的/, '')
    .replace(/(?:由|比|较|同比|占|提高|提升|增长|增加|下降|减少|分别|并|和$).*$/, '');
}

const labelOf = (words: string): string => {
  const label = /(?:^|[，。；：\n])([^，。；：\d\n]{2,10})：[^：]*$/.exec(words)?.[1] ?? '';
  const item = /(?:^|[，；：])([^，；：、]{1,12}?)\d[^，；：]*、$/.exec(words)?.[1] ?? '';
  const done =
    /^.{0,6}(新建|新增|新发展|发展|表彰|评选|命名|荣获|签订|受理|调处|发放|筹集|参加|覆盖)/.exec(
      item,
    )?.[1] ?? '';
  return `${label}｜${done}`;
};

const restOf = (text: string, end: number): string =>
  /^[^，。；！？\n]*/.exec(text.slice(end, end + 60))?.[0] ?? '';

/** The sentence up to the number, without what stood in brackets. */
const withoutBrackets = (text: string, start: number, end: number): string =>
  text
    .slice(start, end)
    .replace(/（[^（）]*）/g, (bracket) => (bracket.length <= 9 ? bracket : ''));

const lastClauses = (words: string, count: number): string =>
  words
    .split(/[，；：]/)
    .filter((clause) => clause.trim() !== '')
    .slice(-count)
    .join('，');

function headOf(text: string, start: number): string {
  const before = text.slice(0, start).split('\n').filter(Boolean);
  const isFirst = text[start - 1] === '\n' || start === 0;
  const paragraph = isFirst ? '' : (before.at(-1) ?? '');
  // A yearbook puts its headings into the line: 【劳动竞赛】.
  const inLine = [
    ...text.slice(text.lastIndexOf('\n', start) + 1, start).matchAll(/【([^】]{2,14})】/g),
  ].at(-1)?.[1];
  const heading = inLine ?? before.findLast((line) => line.length <= 40 && !/。/.test(line)) ?? '';
  return `${heading}｜${paragraph.split(/[。]/).filter(Boolean).slice(-1).join('')}`.slice(-160);
}

/** X、Y率分别达到a和b: the words of the k-th are those of the k-th number, with what they share at the end. */
function shareOf(text: string, quantities: Quantity[], place: number, from: number): string | null {
  let first = place;
  while (first > 0 && isJoined(text, quantities[first - 1], quantities[first])) first -= 1;
  let last = place;
  while (isJoined(text, quantities[last], quantities[last + 1])) last += 1;
  if (first === last) return null;
  const start = clauseStart(text, (quantities[first] as Quantity).start, from);
  const words = text.slice(start, (quantities[first] as Quantity).start);
  const match = /^(.*?)(?:分别|依次|各)(?:为|达到?|有|是)?[近约]?$/.exec(words);
  if (!match) return null;
  const named = (match[1] as string).split(/[、和与及]/);
  if (named.length !== last - first + 1) return null;
  const tail = /[^、和与及]{0,6}率$|数$/.exec(named.at(-1) as string)?.[0] ?? '';
  const own = named[place - first] as string;
  return /[率数]$/.test(own) ? own : `${own}${tail.slice(-3)}`;
}

function isJoined(text: string, one: Quantity | undefined, other: Quantity | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    /^[、和与及]+(?:以及)?$/.test(text.slice(one.end, other.start))
  );
}
