// A sentence about who stands where, read from left to right:
// 劳动竞赛场次东台市、射阳县列前两位，分别为68场次和67场次，合计占全市的34.1%.
import type { FoundNumber } from './find-numbers';
import { readNumeral } from '../figure/numerals';

/** What is claimed of the units of a group. `front`: the first so many in this order; `next` comes right after those
 *  named. */
export type Standing =
  | { kind: 'place'; place: number }
  | { kind: 'front'; count: number | null }
  | { kind: 'most' | 'least' | 'next' };

export type OrderClaim =
  | {
      kind: 'standing';
      units: string[];
      standing: Standing;
      isTied: boolean;
      count: FoundNumber | null;
    }
  | {
      kind: 'values';
      units: string[];
      numbers: FoundNumber[];
      shared: 'all' | 'each' | null;
      count: FoundNumber | null;
    }
  | { kind: 'share'; number: FoundNumber; isOfAll: boolean }
  | { kind: 'distance'; number: FoundNumber }
  | { kind: 'above'; number: FoundNumber }
  | { kind: 'equal'; count: FoundNumber; number: FoundNumber };

/** `among`: who is set in order, where that is not everybody: those that reported, that have a number, of one scope. */
export type Order = {
  subject: string;
  among: Set<'reported' | 'numbered' | 'alike'>;
  claims: OrderClaim[];
  unread: string[];
};

/** Whether a sentence sets units in order. */
export function isOrder(text: string, names: string[]): boolean {
  return (
    /首位|位(?=，|。|$)|最[高低多少]|较多|次之|高于全|均为/.test(text) &&
    (names.some((name) => text.includes(name)) || /个(?:县区|市|省级工会|下级单位)均为/.test(text))
  );
}

/** The claims of the sentence; `names` are the units', `numbers` those within it, counted from its start. */
export function readOrder(text: string, names: string[], numbers: FoundNumber[]): Order {
  const order: Order = { subject: '', among: new Set(), claims: [], unread: [] };
  const state: State = {
    order,
    names: [...names].sort((a, b) => b.length - a.length),
    current: null,
  };
  for (const { index, 0: clause } of text.matchAll(/[^，；。]+/g)) {
    const within = numbers.filter(
      ({ start, end }) => start >= index && end <= index + clause.length,
    );
    if (!readClause(clause, within, state)) order.unread.push(clause);
  }
  return order;
}

type Group = { units: string[]; count: FoundNumber | null };
type State = { order: Order; names: string[]; current: Group | null };

function readClause(clause: string, numbers: FoundNumber[], state: State): boolean {
  const { order } = state;
  if (/^(?:从已报.+看|分.{1,3}看)$/.test(clause))
    return Boolean(!clause.startsWith('从已报') || order.among.add('reported'));
  const narrowed = /^(.+?)在(有数|口径一致)的.{1,5}中$/.exec(clause);
  if (narrowed) {
    order.subject = narrowed[1] as string;
    order.among.add(narrowed[2] === '有数' ? 'numbered' : 'alike');
    return true;
  }
  const [first, second] = numbers;
  const share = /^(?:上述.{1,5}?)?(?:合计)?占(.+)的(?=\d)/.exec(clause);
  if (share && first)
    return Boolean(
      order.claims.push({
        kind: 'share',
        number: first,
        isOfAll: (share[1] as string).startsWith('全'),
      }),
    );
  if (/^相差/.test(clause) && first)
    return Boolean(order.claims.push({ kind: 'distance', number: first }));
  if (/高于全.{1,2}水平$/.test(clause) && first)
    return Boolean(order.claims.push({ kind: 'above', number: first }));
  const values = /^(均|分别)?为?/.exec(clause);
  if (values?.[0] && numbers.length > 0 && state.current)
    return sayValues(values[1], numbers, state.current, order);
  const equal = /^(.*?)(?=\d+个.{1,5}均为)/.exec(clause);
  if (equal && first && second) {
    order.subject ||= equal[1] as string;
    return Boolean(order.claims.push({ kind: 'equal', count: first, number: second }));
  }
  return readGroup(clause, first ?? null, state);
}

function sayValues(
  word: string | undefined,
  numbers: FoundNumber[],
  { units, count }: Group,
  order: Order,
): boolean {
  return Boolean(
    order.claims.push({
      kind: 'values',
      units,
      numbers,
      count,
      shared: word === '均' ? 'all' : word === '分别' ? 'each' : null,
    }),
  );
}

/** 劳动竞赛场次东台市、射阳县并列第二位; 东台市、射阳县等6个县区最多 */
function readGroup(clause: string, count: FoundNumber | null, state: State): boolean {
  const found = unitsIn(clause, state.names);
  if (!found) return false;
  const { units, lead, rest } = found;
  if (lead) state.order.subject ||= lead;
  const tail =
    /^(?:等\d+个.{1,5}?(?=并列|居|最|较|次))?(居|并列|列)?(首位|第[一二三四五六七八九十]+位|前[一二两三四五六]位|最高|最低|最多|最少|较多|次之)$/.exec(
      rest,
    );
  const standing = tail && standingOf(tail[2] as string);
  if (!standing) return false;
  state.current = { units, count: rest.startsWith('等') ? count : null };
  state.order.claims.push({
    kind: 'standing',
    units,
    standing,
    isTied: tail[1] === '并列',
    count: state.current.count,
  });
  return true;
}

function unitsIn(
  clause: string,
  names: string[],
): { units: string[]; lead: string; rest: string } | null {
  const start = Math.min(...names.map((name) => clause.indexOf(name)).filter((at) => at >= 0));
  if (!Number.isFinite(start)) return null;
  const units: string[] = [];
  let rest = clause.slice(start);
  for (let name = nameAt(rest, names); name; name = nameAt(rest, names)) {
    units.push(name);
    rest = rest.slice(name.length);
    if (!rest.startsWith('、') || !nameAt(rest.slice(1), names)) break;
    rest = rest.slice(1);
  }
  return { units, lead: clause.slice(0, start), rest };
}

const nameAt = (text: string, names: string[]): string | undefined =>
  names.find((name) => text.startsWith(name));

function standingOf(word: string): Standing | null {
  if (word === '首位') return { kind: 'place', place: 1 };
  if (word === '最高' || word === '最多') return { kind: 'most' };
  if (word === '最低' || word === '最少') return { kind: 'least' };
  if (word === '次之') return { kind: 'next' };
  if (word === '较多') return { kind: 'front', count: null };
  const number = Number(readNumeral(word.slice(1, -1)));
  return word.startsWith('前')
    ? { kind: 'front', count: number }
    : { kind: 'place', place: number };
}
