// 与上年可比的20项指标中，19项上升、1项持平: counted anew.
import { absolute, compare, growth } from '@/lib/domain/figure/number';
import { factIn, type Fact, type Facts } from '../facts';
import { whyNotCompared } from './fault-of-change';
import type { Statement } from '../statement';

/** Why a count of indicators is not so, or null. */
export function countOf(statement: Statement, facts: Facts): string | null {
  const { number, words, base } = statement;
  if (words.startsWith('目标')) return goalCountOf(statement, facts);
  if (words === '无法取得') return missingCountOf(statement, facts);
  if (!number || !base) return 'unread: a count without a base';
  const directions = facts.input.catalogue.indicators.flatMap((indicator) => {
    const [current, before] = [facts.current(indicator.code), facts.at(indicator.code, base)];
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

/** 设定年度目标的6项指标中，4项完成、2项未完成: only what lies on one side of its target for
 *  certain. */
function goalCountOf({ number, words }: Statement, { input, current }: Facts): string | null {
  const goals = input.catalogue.indicators.flatMap(({ code, direction }) => {
    const [now, line] = [current(code), current(code, 'target')];
    if (!now || !line || direction === 'neutral' || line.lean !== 'exact') return [];
    if (compare(line.value, 0) <= 0) return [];
    const side = compare(now.value, line.value);
    const isOver = side >= 0 && (now.lean === 'exact' || now.lean === 'above');
    const isUnder = side <= 0 && (now.lean === 'exact' || now.lean === 'below');
    const [met, missed] = direction === 'up' ? [isOver, isUnder] : [isUnder, isOver];
    return met ? [true] : missed ? [false] : [];
  });
  const isAll = /^目标指标/.test(words);
  if (/均完成/.test(words) && goals.includes(false)) return 'not all were reached';
  const wanted = isAll ? goals : goals.filter((met) => met === /^目标完成/.test(words));
  return number && compare(number.value, wanted.length) === 0 ? null : `there are ${wanted.length}`;
}

/** 12项指标数据无法取得 in the report of the period itself. */
function missingCountOf({ number }: Statement, { input, byCode }: Facts): string | null {
  const report = input.reports.find(({ period }) => period.code === input.scope.period.code);
  const lost = new Set(
    report?.figures.flatMap(({ indicator, measure, answer }) =>
      measure === 'level' &&
      answer === 'not_available' &&
      !factIn(report, indicator, 'level', byCode)
        ? [indicator]
        : [],
    ),
  );
  return number && compare(number.value, lost.size) === 0 ? null : `there are ${lost.size}`;
}
