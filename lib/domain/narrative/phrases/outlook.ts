// The outlook: the targets of the next year as the office set them. Nothing is promised that is no target.
import type { Comparison } from '@/lib/domain/comparison/compare';
import { keyOf } from '@/lib/domain/comparison/sourced';
import { partOf } from '@/lib/domain/document-plan/plan';
import { labelOf } from '@/lib/domain/tree/period';
import { aggregate } from '../aggregate';
import type { Sentence } from '../draft';
import { anyTime } from '../frame';
import { itemOf, type Item } from '../item';
import { planSection } from '../plan-section';
import { silence } from '../voice';

export const outlookHeading = '下一步目标';

/** As many as one sentence holds. */
const mostTargets = 6;

/** 2022年的目标是：举办劳动竞赛60场次；工会会员总数达120000人. One sentence, so that none of it
 *  reads as reached; none where the plan has no outlook or the next year has no target. */
export function sayOutlook({ input: { plan, next, catalogue } }: Comparison): Sentence[] {
  if (!plan?.outlook || !next) return [];
  const items = catalogue.indicators.flatMap((indicator): Item[] => {
    const figure = next.figures.find(
      ({ indicator: code, measure, value }) =>
        code === indicator.code && measure === 'target' && value !== null,
    );
    if (!figure || indicator.honour || !partOf(plan, indicator)) return [];
    return [itemOf({ figure, keys: [keyOf(next, figure)] }, indicator, anyTime)];
  });
  const weighty = [...items.filter(isCore), ...items.filter((item) => !isCore(item))];
  const chosen = new Set(weighty.slice(0, mostTargets));
  const { sentences } = aggregate(planSection(items.filter((item) => chosen.has(item))), silence);
  if (sentences.length === 0) return [];
  const segments = sentences.flatMap((sentence, place) => [
    { text: place === 0 ? `${labelOf(next.period, 'zh-CN')}的目标是：` : '；' },
    ...sentence.segments,
  ]);
  return [{ id: 'outlook.targets', segments, startsNew: true, time: '' }];
}

const isCore = ({ indicator }: Item): boolean => indicator.core;
