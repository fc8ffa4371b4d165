// The distance to a control line: 低于控制线（120件）10件; 超出控制线（120件）12件. A figure on the
// line is within it.
import { leaning } from '@/lib/domain/figure/leaning';
import { compare } from '@/lib/domain/figure/number';
import type { Comparison } from '@/lib/domain/comparison/compare';
import type { Segment } from '@/lib/domain/comparison/source';
import type { Item, Remark } from '../item';
import { countedAlike, findNumber, numberOf, type Sourced } from '@/lib/domain/comparison/sourced';
import { sayDistance } from './distance';

/** Where the figures stand whose report holds a control line for them. */
export function limitRemarks({ target: report }: Comparison): (item: Item) => Remark[] {
  return (item) => {
    const limit = findNumber(report, item.indicator.code, 'limit');
    return limit && item.number.text !== ''
      ? [{ isGoal: true, segments: sayWithin(controlLine, item, limit) }]
      : [];
  };
}

const controlLine = '控制线';

/** Within or beyond a line, and by how much; the line alone where an approximate figure leaves it open. */
export function sayWithin(name: string, item: Item, line: Sourced): Segment[] {
  const { figure, indicator } = item;
  const limit = numberOf(countedAlike(line, figure), indicator);
  const direction = compare(figure.value as string, line.figure.value as string);
  const lean = leaning(figure);
  const isExact = line.figure.qualifier === '';
  if (isExact && direction > 0 && (lean === 'exact' || lean === 'above')) {
    const distance = sayDistance(item, line);
    return [{ text: `超出${name}（` }, limit, { text: '）' }, ...(distance ? [distance] : [])];
  }
  if (!isExact || direction > 0 || (lean !== 'exact' && lean !== 'below'))
    return [{ text: `${name}为` }, limit];
  const distance = direction < 0 ? sayDistance(item, line) : null;
  // 控制在控制线以内，低于控制线 would say it three times; 低于年度目标 alone would sound like a
  // target that was missed.
  if (distance && name === controlLine)
    return [{ text: `低于${name}（` }, limit, { text: '）' }, distance];
  return [
    { text: `控制在${name}（` },
    limit,
    { text: distance ? `）以内，低于${name}` : '）以内' },
    ...(distance ? [distance] : []),
  ];
}
