// Targets (年度目标) and control lines (控制线): which indicators have them, and how far a figure has come.
import type { Figure } from './figure';
import type { Indicator } from './indicator';
import { compare, ratio, round } from './number';

/** Years running, standards and places in an order are not measured against a number. */
export const takesTarget = ({ nature }: Indicator): boolean => nature === 'stock' || nature === 'flow' || nature === 'ratio';

/** "96.2%", "100.5%", "98.0%以上": 完成率, what was done ÷ the target. Null for a rate (it is told in points), without a
 *  target above 0, and for a figure that may lie on either side of what is printed. 100% is printed for exactly that. */
export function printCompletion(figure: Figure, target: Figure, { nature }: Indicator): string | null {
  if (nature === 'ratio' || figure.value === null || target.value === null || compare(target.value, 0) <= 0) return null;
  const done = ratio(figure.value, target.value) as string;
  if (figure.qualifier === '') return `${shortest(done)}%`;
  return ['余', '多', '以上'].includes(figure.qualifier) ? `${round(done, 1, 'down')}%以上` : null;
}

// 99.97% is not 100.0%, and neither is 100.02%.
function shortest(done: string): string {
  const isHundred = (text: string) => compare(text, 100) === 0;
  if (isHundred(done)) return '100';
  const decimals = [1, 2, 3].find((some) => !isHundred(round(done, some)));
  return decimals ? round(done, decimals) : round(done, 4, compare(done, 100) < 0 ? 'down' : 'up');
}
