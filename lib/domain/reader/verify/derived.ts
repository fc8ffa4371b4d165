// What is worked out from two matters: a part's share of its whole, how that share moved, what came to each.
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import {
  absolute,
  change,
  compare,
  divide,
  share,
  type DecimalText,
} from '@/lib/domain/figure/number';
import type { Fact, Facts } from '../facts';
import { isMeasureOf } from '../measures';
import { keeps, promiseOf } from '../promise';
import type { Base, Statement } from '../statement';

/** 占…的43.5%: of the whole that the catalogue names. */
export function faultOfShare(
  { number }: Statement,
  indicator: Indicator,
  fact: Fact | null,
  facts: Facts,
): string | null {
  const percent = shareIn(indicator, fact, (code) => facts.current(code));
  if (percent === null || !number) return 'there is no whole';
  return keeps(percent, promiseOf(number)) ? null : `it is ${percent}`;
}

/** 占比较上年提高2.1个百分点. */
export function faultOfMove(
  { number, direction }: Statement,
  indicator: Indicator,
  fact: Fact | null,
  base: Base,
  facts: Facts,
): string | null {
  const now = shareIn(indicator, fact, (code) => facts.current(code));
  const before = shareIn(indicator, facts.at(indicator.code, base), (code) => facts.at(code, base));
  if (now === null || before === null || !number) return 'there is no share to compare';
  if (compare(now, before) !== direction) return 'the direction is false';
  const moved = absolute(change(now, before));
  return keeps(moved, promiseOf(number)) ? null : `it is ${moved}`;
}

/** 平均每人次500元: money over one of those it reached. */
export function faultOfPerHead(
  { number, words }: Statement,
  paid: Fact | null,
  reached: { indicator: Indicator; fact: Fact | null }[],
): string | null {
  const measure = /平均每(人次|家次|人|户|家|件|名)/.exec(words)?.[1] ?? '';
  const each = reached
    .filter(({ indicator }) => isMeasureOf(measure, indicator.unit))
    .flatMap(({ fact }) =>
      fact && paid && fact.lean === 'exact' && paid.lean === 'exact'
        ? [divide(paid.value, fact.value)]
        : [],
    );
  if (!number || each.length === 0) return 'nobody is named whom it reached';
  return each.some((value) => value !== null && keeps(value, promiseOf(number)))
    ? null
    : `it is ${each.join(', ')}`;
}

function shareIn(
  { partOf }: Indicator,
  part: Fact | null,
  whole: (code: string) => Fact | null,
): DecimalText | null {
  const all = partOf === null ? null : whole(partOf);
  return part && all && part.lean === 'exact' && all.lean === 'exact'
    ? share(part.value, all.value)
    : null;
}
