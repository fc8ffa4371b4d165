// What a style leaves out of the text, by rule, and why: shown to the author as 未写入文字的数据, and always in the table.
import type { Indicator } from '../catalogue/indicator';
import { isZero } from '../figure/number';
import type { SummaryStyle } from '../comparison/source';
import { partOf, type DocumentPlan } from '../document-plan/plan';
import type { Content } from './content';
import type { Item, ReportedItem } from './item';

/** `leftOut` by the indicator's code. */
export type Selection = { content: Content; leftOut: Map<string, string> };

const mostInBrief = 6;

/** The content that a style tells. */
export function selectByStyle(
  { items: all, reported }: Content,
  { length, falls }: SummaryStyle,
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
  const brief = wholes.filter((item) => isAmongFirst(item, wholes));
  for (const item of wholes.filter((one) => !brief.includes(one)))
    leave(item, `简要篇幅每部分只述${mostInBrief}项，列入对比表`);
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

/** Targets and control lines first, then what every unit reports, then the rest, as the catalogue has them. */
function isAmongFirst(item: Item, items: Item[]): boolean {
  const section = items.filter(({ indicator }) => indicator.section === item.indicator.section);
  const ahead = section.filter(
    (other) =>
      weight(other) < weight(item) ||
      (weight(other) === weight(item) && section.indexOf(other) < section.indexOf(item)),
  );
  return ahead.length < mostInBrief;
}

function weight({ indicator, remarks }: Item): number {
  if (remarks.length > 0) return 0;
  return indicator.core ? 1 : 2;
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
