// What a style leaves out of the text, by rule, and why: shown to the author as 未写入文字的数据, and always in
// the table.
import type { Indicator } from '../catalogue/indicator';
import { isZero } from '../figure/number';
import type { SummaryStyle } from '../comparison/source';
import type { Comparison } from '../comparison/compare';
import { partOf, type DocumentPlan } from '../document-plan/plan';
import type { Content } from './content';
import { weightOfItem } from './importance';
import type { Item, ReportedItem } from './item';

/** `leftOut` by the indicator's code. */
export type Selection = { content: Content; leftOut: Map<string, string> };

/** Six matters a section are what is read at once; 26 in all, with their headings, fill two pages of 22 lines. */
const mostInBrief = 6;
const mostInAll = 26;

/** The content that a style states. */
export function selectByStyle(
  { items: all, reported }: Content,
  { length, falls }: SummaryStyle,
  { rowOf }: Pick<Comparison, 'rowOf'>,
): Selection {
  const leftOut = new Map<string, string>();
  const leave = ({ indicator }: { indicator: Indicator }, reason: string) =>
    void leftOut.set(indicator.code, reason);
  for (const item of all.filter(isNoHonour)) leave(item, '没有获得，列入对比表');
  const items = all.filter((item) => !isNoHonour(item));
  const kept = { items: [...items], reported: [...reported] };
  if (falls === 'table') {
    for (const item of items.filter(isFall))
      leave(item, '越多越好的指标出现下降，按选定的写法列入对比表');
    for (const item of reported.filter(isLoss))
      leave(item, '越多越好的指标出现净减少，按选定的写法列入对比表');
    kept.items = items.filter((item) => !isFall(item));
    kept.reported = reported.filter((item) => !isLoss(item));
  }
  if (length !== 'brief') return { content: kept, leftOut };
  const codes = new Set(kept.items.map(({ indicator }) => indicator.code));
  const isPart = ({ indicator, remarks }: Item) =>
    indicator.partOf !== null && codes.has(indicator.partOf) && remarks.length === 0;
  for (const item of kept.items.filter(isPart)) leave(item, '简要篇幅不述分项，列入对比表');
  const wholes = kept.items.filter((item) => !isPart(item));
  const brief = mostImportant(wholes, (item) => {
    const row = rowOf(item.indicator.code);
    return weightOfItem(item, row?.bases[0]?.difference ?? row?.moved?.difference ?? null);
  });
  for (const item of wholes.filter((one) => !brief.includes(one)))
    leave(item, `简要篇幅只述最重要的${mostInAll}项，每部分至多${mostInBrief}项，列入对比表`);
  return { content: { items: brief.map(withOneBase), reported: kept.reported }, leftOut };
}

/** The content that a plan has a part for. */
export function selectByPlan(
  { content, leftOut: before }: Selection,
  plan: DocumentPlan | undefined,
): Selection {
  if (!plan) return { content, leftOut: before };
  const isPlanned = ({ indicator }: { indicator: Indicator }) =>
    partOf(plan, indicator) !== undefined;
  const leftOut = new Map(before);
  for (const { indicator } of [...content.items, ...content.reported])
    if (!isPlanned({ indicator })) leftOut.set(indicator.code, '提纲没有列入，列入对比表');
  const kept = {
    items: content.items.filter(isPlanned),
    reported: content.reported.filter(isPlanned),
  };
  return { content: kept, leftOut };
}

/** The weightiest, in the order they had; of equal weight what the catalogue names first. */
function mostImportant(items: Item[], weightOf: (item: Item) => number): Item[] {
  const weights = new Map(items.map((item) => [item, weightOf(item)]));
  const sections = new Map<string, number>();
  const chosen = items
    .toSorted((a, b) => (weights.get(b) as number) - (weights.get(a) as number))
    .filter(({ indicator }) => {
      const place = (sections.get(indicator.section) ?? 0) + 1;
      sections.set(indicator.section, place);
      return place <= mostInBrief;
    })
    .slice(0, mostInAll);
  return items.filter((item) => chosen.includes(item));
}

const isFall = ({ indicator, changes, from }: Item): boolean =>
  indicator.direction === 'up' &&
  (changes.some(({ direction }) => direction < 0) || from?.direction === -1);

/** An honour that nobody won, now or before, is no news. */
const isNoHonour = ({ indicator, figure, changes, from }: Item): boolean =>
  indicator.honour &&
  figure.measure === 'level' &&
  figure.value !== null &&
  isZero(figure.value) &&
  from === null &&
  changes.every(({ direction }) => direction === 0);

const isLoss = ({ indicator, figure }: ReportedItem): boolean =>
  indicator.direction === 'up' && figure.value?.startsWith('-') === true;

const withOneBase = (item: Item): Item => ({ ...item, changes: item.changes.slice(0, 1) });
