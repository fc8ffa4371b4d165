// How far a target was reached: 超额完成年度目标（50场次），完成率108.0%;
// 完成年度目标（50场次）的90.0%. Where more is not better a target is a line to stay within. Nothing is
// claimed that an approximate figure leaves open; 提前 is said only where the reporter wrote it.
import { leaning } from '@/lib/domain/figure/leaning';
import type { PeriodKind } from '@/lib/domain/tree/period';
import { compare } from '@/lib/domain/figure/number';
import { printFigure } from '@/lib/domain/figure/print';
import type { Comparison } from '@/lib/domain/comparison/compare';
import type { Segment } from '@/lib/domain/comparison/source';
import { printCompletion } from '@/lib/domain/comparison/completion';
import type { Item, Remark } from '../item';
import { countedAlike, findNumber, numberOf, type Sourced } from '@/lib/domain/comparison/sourced';
import { sayDistance } from './distance';
import { sayWithin } from './limit';

/** 完成率 of the figures whose report holds a target for them. */
export function targetRemarks({ input, target: report }: Comparison): (item: Item) => Remark[] {
  const name = targetNames[input.scope.period.kind];
  return (item) => {
    const target = findNumber(report, item.indicator.code, 'target');
    if (!target || item.number.text === '') return [];
    return [
      {
        isGoal: true,
        segments:
          item.indicator.direction === 'down'
            ? sayWithin(name, item, target)
            : sayReached(name, item, target),
      },
    ];
  };
}

/** What a target is called, by the period it was set for. */
export const targetNames: Record<PeriodKind, string> = {
  year: '年度目标',
  part_year: '本期目标',
  term: '届期目标',
};

function sayReached(name: string, item: Item, target: Sourced): Segment[] {
  const { figure, indicator } = item;
  const goal = numberOf(countedAlike(target, figure), indicator);
  const [value, line] = [figure.value as string, target.figure.value as string];
  const direction = compare(value, line);
  const lean = leaning(figure);
  // Of what is better neither more nor less nothing was completed or missed.
  const isKnown =
    indicator.direction !== 'neutral' &&
    target.figure.qualifier === '' &&
    (lean === 'exact' || lean === 'above') &&
    compare(line, 0) > 0;
  if (!isKnown) return [{ text: `${name}为` }, goal];
  if (indicator.nature === 'ratio') return sayRate(name, goal, item, target, direction);
  const early = isEarly(item, target) && direction >= 0 ? '提前' : '';
  if (direction === 0) return [{ text: `${early}完成${name}（` }, goal, { text: '）' }];
  const rate = completion(item, target);
  if (direction < 0)
    return rate
      ? [{ text: `完成${name}（` }, goal, { text: '）的' }, rate]
      : [{ text: `${name}为` }, goal];
  return [
    { text: `${early}超额完成${name}（` },
    goal,
    { text: rate ? '），完成率' : '）' },
    ...(rate ? [rate] : []),
  ];
}

/** A rate is not reached by so many per cent but missed by so many points. */
function sayRate(
  name: string,
  goal: Segment,
  item: Item,
  target: Sourced,
  direction: -1 | 0 | 1,
): Segment[] {
  if (direction === 0) return [{ text: `达到${name}（` }, goal, { text: '）' }];
  const distance = sayDistance(item, target);
  if (!distance) return [{ text: `${name}为` }, goal];
  return direction > 0
    ? [{ text: `超出${name}（` }, goal, { text: '）' }, distance]
    : [{ text: `距${name}（` }, goal, { text: '）差' }, distance];
}

/** "108.0%", rounded as in the table; what is hardly exceeded has no rate worth stating. */
function completion({ figure, number, indicator }: Item, target: Sourced): Segment | null {
  const text = printCompletion(figure, target.figure, indicator);
  if (text === null || text === '100%以上') return null;
  const formula = `${number.text}÷${printFigure(target.figure, indicator)}×100%`;
  return {
    text,
    figures: [...(number.figures ?? []), ...target.keys],
    computed: { kind: 'completion', formula },
  };
}

const isEarly = ({ figure }: Item, target: Sourced): boolean =>
  [figure.note, target.figure.note].some((note) => note?.includes('提前完成'));
