// Targets and control lines: the line itself, how far it was reached, how far the figure lies from it.
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { absolute, change, compare, ratio } from '@/lib/domain/figure/number';
import type { Fact, Facts } from '../facts';
import { keeps, promiseOf } from '../promise';
import type { Statement } from '../statement';

/** Why what is said of a target or line is not so, or null. `before` are the statements before this one. */
export function faultOfGoal(
  statement: Statement,
  before: Statement[],
  indicator: Indicator,
  fact: Fact | null,
  facts: Facts,
): string | null {
  const { kind, number, claim } = statement;
  const measure =
    kind === 'limit' ||
    (kind === 'limit-distance' &&
      before.findLast((one) => one.kind === 'limit' || one.kind === 'target')?.kind === 'limit')
      ? 'limit'
      : 'target';
  const line = facts.current(indicator.code, measure);
  if (!line || !fact || !number) return 'there is no such line';
  const holds = (value: string, isExact = true) =>
    keeps(value, promiseOf(number), isExact) ? null : `it is ${value}`;
  if (kind === 'completion')
    return compare(line.value, 0) > 0
      ? holds(ratio(fact.value, line.value) as string, fact.lean === 'exact')
      : 'nothing to complete';
  if (kind === 'target-distance' || kind === 'limit-distance')
    return holds(absolute(change(fact.value, line.value)), fact.lean === 'exact');
  const fault = holds(line.value, line.lean === 'exact');
  if (fault) return fault;
  const side = compare(fact.value, line.value);
  const isSure = {
    passed: side > 0,
    beyond: side > 0,
    reached: side >= 0,
    missed: side < 0,
    within: side <= 0,
    is: true,
  };
  const leans = {
    passed: 'above',
    beyond: 'above',
    reached: 'above',
    missed: 'below',
    within: 'below',
    is: '',
  };
  if (claim === null || claim === 'is') return null;
  if (measure === 'target' && indicator.direction === 'neutral')
    return 'more of it is neither better nor worse';
  if (!isSure[claim]) return `not ${claim}`;
  return fact.lean === 'exact' || fact.lean === leans[claim]
    ? null
    : 'an approximate figure does not say this';
}
