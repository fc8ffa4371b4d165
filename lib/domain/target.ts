// Targets (年度目标) and control lines (控制线): which indicators have them, and how far a figure has come.
import type { Figure } from './figure';
import type { Indicator } from './indicator';
import { compare, ratio, round } from './number';

/** Years running, standards and places in an order are not measured against a number. */
export const takesTarget = ({ nature }: Indicator): boolean => nature === 'stock' || nature === 'flow' || nature === 'ratio';

/** "96.2%", "350.0%", "98.0%以上": 完成率, what was done ÷ the target, rounded as the sentences round it. Null for a rate (it is
 *  told in points), without an exact target above 0, and for a figure that may lie on either side of what is printed. */
export function printCompletion(figure: Figure, target: Figure, { nature }: Pick<Indicator, 'nature'>): string | null {
  if (nature === 'ratio' || figure.value === null || target.value === null || compare(target.value, 0) <= 0 || target.qualifier !== '') return null;
  const done = ratio(figure.value, target.value) as string;
  if (figure.qualifier !== '') return ['余', '多', '以上'].includes(figure.qualifier) ? `${round(done, 1, 'down')}%以上` : null;
  const text = round(done, 1);
  // 99.97% is not 100.0%, and neither is 100.02%.
  if (compare(text, 100) !== 0) return `${text}%`;
  const side = compare(done, 100);
  return side === 0 ? '100%' : side < 0 ? `${round(done, 1, 'down')}%` : '100%以上';
}
