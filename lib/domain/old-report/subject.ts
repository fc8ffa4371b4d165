// Which number of the sentence another one speaks of: the end of 由…到…, what grew by how much, what made up
// which share.
import { conceptsOf } from './concepts';
import type { Mention } from './mention';
import type { Quantity } from './quantity';
import type { Role } from './roles';

type Before = { quantity: Quantity; mention: Mention; role: Role };

const stated: readonly Role[] = ['level', 'target', 'planned', 'yearly-average'];
const result = new RegExp(
  [
    String.raw`^[，]?(?:目前|现在|今年|当年|\d{4}年[末底]?)?的?(?:提高|增加|上升|增长|提升|扩大|发展|下降|减少|降低|压缩|缩小|拓展|升|降|增`,
    String.raw`|减)(?:到|至|为)(?:了)?(?:目前|现在|\d{4}年)?[末底]?的?[近约]?$`,
  ].join(''),
);

/** The place of the number that this one is said of, null where its own words say what it is of. */
export function subjectsOf(
  text: string,
  reads: Before[],
  quantity: Quantity,
  mention: Mention,
  role: Role,
): number | null {
  const last = reads.at(-1);
  if (!last || last.quantity.start < mention.sentence.start) return null;
  const between = text.slice(last.quantity.end, quantity.start);
  if (result.test(between)) return reads.length - 1;
  if (stated.includes(role) && !(role === 'yearly-average' && quantity.unit === '%')) return null;
  if (role === 'rank' || role === 'per-head' || role === 'limit') return null;
  const words = ownSubject(mention.lead);
  if (conceptsOf(words).length > 0) return null;
  return antecedent(text, reads, mention, quantity.unit, role);
}

/** The words of a change up to its comparison: ‹覆盖职工›比2012年增长. */
const ownSubject = (lead: string): string =>
  lead
    .replace(
      /^(?:，)?(?:分别|均|都|双双)?(?:比|较|与|同比|占|是|净增|净减|增|提高|上升|下降|减少|年均|完成|高于|超过?)[\s\S]*$/,
      '',
    )
    .replace(/(?:分别|均|都|双双)?(?:比|较|同比|占|年均)[\s\S]*$/, '');

/** The k-th change of a list is of the k-th of as many levels before it; a single one of the last. */
function antecedent(
  text: string,
  reads: Before[],
  mention: Mention,
  unit: string,
  role: Role,
): number | null {
  const places = reads.flatMap(({ quantity }, place) =>
    quantity.start >= mention.sentence.start ? [place] : [],
  );
  // 增收86万元 after a rate is said of the last amount, 提高1.2个百分点 of the last rate.
  const isAlike = ({ quantity }: Before) =>
    role === 'points'
      ? quantity.unit === '%'
      : role !== 'change-amount' || kindOf(quantity.unit) === kindOf(unit);
  const all = places.filter((place) => stated.includes((reads[place] as Before).role));
  const alike = all.filter((place) => isAlike(reads[place] as Before));
  const levels = alike.length > 0 ? alike : all;
  if (levels.length === 0) return null;
  if (levels.length < all.length && levels.at(-1) !== all.at(-1)) return levels.at(-1) as number;
  const first = places.findLast((place) =>
    stated.includes((reads[place] as Before).role),
  ) as number;
  const since = places.filter((place) => place > first);
  const group = listLength(text, reads, first, mention);
  const at = since.length % group;
  return levels.slice(-group)[at] ?? first;
}

/** How many numbers the list has in which the next one stands: 分别…10%、5%和8% has three. */
function listLength(text: string, reads: Before[], lastLevel: number, mention: Mention): number {
  const from = (reads[lastLevel] as Before).quantity.end;
  const clause = text
    .slice(from, mention.sentence.end)
    .replace(/^[，]/, '')
    .split(/[，；]/)[0] as string;
  if (!/分别|[^，；]\d[^，；、]{0,6}[、和]\d/.test(clause)) return 1;
  const numbers = clause.replace(/\d{4}年/g, '').match(/\d+(?:\.\d+)?/g) ?? [];
  return Math.max(1, numbers.length);
}

const kindOf = (unit: string): string =>
  /^[人名位]$/.test(unit) ? '人' : /^[家个户]$/.test(unit) ? '家' : unit;
