// Honours in the lead: what was won, the highest level first.
import { isZero } from '@/lib/domain/figure/number';
import type { Item } from '../item';

const mostHonours = 6;

/** The honours that the lead states, at most six; the others stay in their part. */
export function leadHonours(items: readonly Item[]): Item[] {
  const won = items.filter(
    ({ indicator, figure, number }) =>
      indicator.honour && number.text !== '' && figure.value !== null && !isZero(figure.value),
  );
  return won.toSorted((a, b) => levelOf(a) - levelOf(b)).slice(0, mostHonours);
}

/** 全国 before 全省 before 市级; what has no level comes last. */
function levelOf({ indicator: { level } }: Item): number {
  const at = levels.indexOf(level ?? '');
  return at < 0 ? levels.length : at;
}

const levels = ['national', 'province', 'city', 'county'];
