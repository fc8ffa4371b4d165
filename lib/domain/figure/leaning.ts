// Which way an approximate figure (余, 多, 近, 约) may differ from its print.
import type { Figure } from './figure';
import { isZero } from './number';

/** On which side of its print the true value of a figure may lie. */
export function leaning({ qualifier, value }: Figure): 'exact' | 'above' | 'below' | 'either' {
  if (qualifier === '') return 'exact';
  if (qualifier === '近') return 'below';
  if (qualifier === '约' || qualifier === '左右' || (value !== null && isZero(value)))
    return 'either';
  return 'above';
}
