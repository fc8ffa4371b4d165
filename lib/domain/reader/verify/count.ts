// 与上年可比的20项指标中，19项上升、1项持平: counted anew.
import { absolute, compare, growth } from '@/lib/domain/figure/number';
import type { Fact, Facts } from '../facts';
import { whyNotCompared } from './change';
import type { Statement } from '../statement';

/** Why a count of indicators is not so, or null. */
export function countOf(statement: Statement, facts: Facts): string | null {
  const { number, words, base } = statement;
  if (!number || !base) return 'unread: a count without a base';
  const directions = facts.input.catalogue.indicators.flatMap((indicator) => {
    const [current, before] = [facts.told(indicator.code), facts.at(indicator.code, base)];
    if (!current || !before) return [];
    return whyNotCompared(current, before, indicator) === null
      ? [
          indicator.nature !== 'ratio' && isFlat(current, before)
            ? 0
            : compare(current.value, before.value),
        ]
      : [];
  });
  const word = /(上升|持平|下降)/.exec(words.split(number.text).at(-1) ?? '')?.[1];
  const isAll = /可比的/.test(words);
  const wanted = isAll
    ? directions.length
    : directions.filter((direction) => direction === { 上升: 1, 持平: 0, 下降: -1 }[word ?? ''])
        .length;
  if (compare(number.value, wanted) !== 0) return `there are ${wanted}`;
  const all = isAll ? /均(上升|持平|下降)/.exec(words)?.[1] : undefined;
  return all && directions.some((direction) => direction !== { 上升: 1, 持平: 0, 下降: -1 }[all])
    ? `not all ${all}`
    : null;
}

/** 持平或基本持平: equal, or exact and less than half a per cent apart. */
function isFlat(current: Fact, before: Fact): boolean {
  if (current.lean !== 'exact' || before.lean !== 'exact') return false;
  const rate = growth(current.value, before.value);
  return compare(before.value, 10) >= 0 && rate !== null && compare(absolute(rate), '0.5') < 0;
}
