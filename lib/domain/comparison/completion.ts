// How far a figure has come to its target: 完成率, the same in table, text and at entry.
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { leaning } from '../figure/leaning';
import { compare, ratio, round } from '../figure/number';
import { printPercent } from '../figure/print';
import type { CellNumber } from './source';

/** 完成率 in per cent as table and text print it: what was done ÷ the target. Null for a rate (it is stated in
 *  points), of what is better neither more nor less,
 *  without an exact target above 0, for a figure below 0, and for one that may lie on either side of what is
 *  printed. */
export function completionOf(
  figure: Figure,
  target: Figure,
  { nature, direction }: Pick<Indicator, 'nature' | 'direction'>,
): CellNumber | null {
  if (
    nature === 'ratio' ||
    direction === 'neutral' ||
    figure.value === null ||
    target.value === null ||
    compare(target.value, 0) <= 0 ||
    target.qualifier !== ''
  )
    return null;
  if (compare(figure.value, 0) < 0) return null;
  const done = ratio(figure.value, target.value) as string;
  const lean = leaning(figure);
  if (lean !== 'exact')
    return lean === 'above'
      ? { value: round(done, 1, 'down'), decimals: 1, qualifier: '以上' }
      : null;
  const value = round(done, 1);
  // 99.97% is not 100.0%, and neither is 100.02%.
  if (compare(value, 100) !== 0) return { value, decimals: 1, qualifier: '' };
  const side = compare(done, 100);
  return side < 0
    ? { value: round(done, 1, 'down'), decimals: 1, qualifier: '' }
    : { value: '100', decimals: 0, qualifier: side > 0 ? '以上' : '' };
}

/** "96.2%", "350.0%", "98.0%以上", "100%以上" of what is hardly exceeded; null where there is no 完成率. */
export function printCompletion(
  figure: Figure,
  target: Figure,
  indicator: Pick<Indicator, 'nature' | 'direction'>,
): string | null {
  const done = completionOf(figure, target, indicator);
  return done && `${printPercent(done.value, done.decimals)}${done.qualifier}`;
}
