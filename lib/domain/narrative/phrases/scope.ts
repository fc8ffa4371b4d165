// A narrower scope as a modifier, said once: 慰问、帮扶、救助一线职工2144人次,
// 建会企业工资集体协商建制率达93.5%, 诉调对接中，调处劳动争议144起. What only adds or leaves
// out (含咨询), and what stands within a list, follows the number in brackets.
import type { Segment } from '@/lib/domain/comparison/source';
import type { Item } from '../item';
import type { Clause } from '../wording';

/** The clause with the scope in it: inside of the noun it narrows, before the whole, or behind the number. */
export type Scoped = { ahead: Segment[]; clause: Clause; behind: Segment[] };

/** Where the scope of an item goes that is stated with this clause. `isListed`: its verb stands before, so nothing
 *  can. */
export function placeScope(item: Item, clause: Clause, isListed: boolean, isLater = false): Scoped {
  const { scope } = item;
  if (scope === null || isImplied(item, isLater)) return { ahead: [], clause, behind: [] };
  const noun = narrowedNoun(scope, clause.before);
  if (noun !== null) {
    const before = clause.before.slice(0, clause.before.lastIndexOf(noun));
    const after = clause.before.slice(before.length + noun.length);
    return { ahead: [], clause: { ...clause, before: `${before}${scope}${after}` }, behind: [] };
  }
  const figures = item.number.figures ?? [];
  if (isListed || isAddition(scope))
    return { ahead: [], clause, behind: [{ text: `（${scope}）`, figures }] };
  return { ahead: scopeAhead(item), clause, behind: [] };
}

/** 建会企业, 诉调对接中，, 通过调处机制，, “两节”期间，: the scope before a whole clause. */
export function scopeAhead({ scope, number, wording }: Item): Segment[] {
  if (scope === null) return [];
  const figures = number.figures ?? [];
  if (scope.endsWith('期间')) return [{ text: `${scope}，`, figures }];
  if (isAddition(scope)) return [];
  if (isActor(scope)) return [{ text: scope, figures }];
  // 困难职工“两节”送温暖中，实施困难职工医疗救助: those whom the clause names anyway are not
  // named before it.
  const [, whom, rest] = /^(.{2,6}?)([“「].+)$/.exec(scope) ?? [];
  const text = whom && rest && wording.clause.includes(whom) ? rest : scope;
  return [{ text: isMeans(text) ? `通过${text}，` : `${text}中，`, figures }];
}

/** What the indicator's own name says, and what only adds or leaves out, is said nowhere or behind the number. */
export function isSaidAhead(item: Item): boolean {
  return item.scope !== null && !isImplied(item) && !isAddition(item.scope);
}

/** What only adds or leaves out follows its own number: such a figure is never said as one of several. */
export function isSaidBehind(item: Item): boolean {
  return item.scope !== null && !isImplied(item) && isAddition(item.scope);
}

/** Whether the name of the indicator says the scope already: 劳动保护等创建活动 of
 *  劳动保护创建活动参创率; behind its activity (新建村（居）联合工会48家，覆盖…)
 *  当年新组建的, too. */
function isImplied({ scope, indicator, wording }: Item, isLater = false): boolean {
  const words = (scope ?? '').replace(isLater ? /等|^当年新(?:组)?建的/g : /等/g, '');
  return [indicator.name, wording.clause].some((text) => text.includes(words));
}

const isAddition = (scope: string): boolean => /^(?:含|不含|包括|除)|中的|[，；]/.test(scope);
/** What work is done by, rather than in. */
const isMeans = (scope: string): boolean => /(?:机制|平台|体系)$/.test(scope);
const isActor = (scope: string): boolean =>
  /(?:本级|工会|企业|单位|职工|机关|群体|人员|农民工|劳动者|[省市县区])$/.test(scope);

/** The noun that the scope narrows, where the clause ends with it: 职工 of 一线职工. */
function narrowedNoun(scope: string, before: string): string | null {
  if (/[\d一二三四五六七八九十]/.test(scope.replace('一线', ''))) return null;
  const noun = /(?:职工|企业|单位|农民工|会员|职工家庭)$/.exec(scope)?.[0];
  if (noun === undefined || scope === noun) return null;
  return before.replace(/[的达]$/, '').endsWith(noun) && !before.includes(scope) ? noun : null;
}
