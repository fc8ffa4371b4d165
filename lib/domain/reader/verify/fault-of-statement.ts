// Whether a single statement of a sentence is so.
import { compare } from '@/lib/domain/figure/number';
import type { Fact, Facts } from '../facts';
import { isMeasureOf } from '../measures';
import { keeps, promiseOf } from '../promise';
import { isNamed, type Reading, type Source } from '../resolve';
import type { Statement } from '../statement';
import { countOf } from './count';
import { faultOfChange } from './fault-of-change';
import { faultOfMove, faultOfPerHead, faultOfShare } from './derived';
import { faultOfGoal } from './goal';
import { faultOfScope } from './fault-of-scope';

/** What is false of a statement, or why it cannot be read; null where it holds. */
export function faultOf(
  statement: Statement,
  place: number,
  statements: Statement[],
  readings: Reading[],
  source: Source,
): string | null {
  const { facts } = source;
  if (statement.kind === 'count') return countOf(statement, facts);
  if (statement.kind === 'from') return faultOfFrom(statement, place, statements, readings, facts);
  if (statement.kind === 'level' || statement.kind === 'all')
    return faultOfLevel(statement, place, readings, source);
  if (statement.kind === 'named')
    return (readings[place] as Reading).length > 0 ? null : 'unread: no indicator is named so';
  if (statement.shared !== null && statement.kind !== 'share') {
    const count = faultOfSharing(statement, place, statements);
    if (count) return count;
  }
  if (statement.of.length === 0) return 'unread: said of nothing';
  return firstFault(
    statement.of.map((target) =>
      faultOfOne(statement, place, target, statements, readings, source),
    ),
  );
}

/** 均 and 双 take two or more; a list after 分别 has one number for each. */
function faultOfSharing(
  statement: Statement,
  place: number,
  statements: Statement[],
): string | null {
  if (statement.shared === 'all')
    return statement.of.length > 1 ? null : 'the words say several, there is one';
  if (statement.of.length === 0) return 'more numbers than names';
  const isLast =
    statements[place + 1]?.shared !== 'each' ||
    statements[place + 1]?.kind !== statement.kind ||
    statements[place + 1]?.words !== statement.words;
  const first =
    statements.findLastIndex(
      (one, at) => at < place && (one.kind !== statement.kind || one.words !== statement.words),
    ) + 1;
  const heads = statements.flatMap((one, at) =>
    at < first && (one.kind === 'level' || one.kind === 'named' || one.kind === 'all') ? [at] : [],
  );
  const group = heads.slice(heads.indexOf(statements[first]?.of[0] ?? -1));
  return isLast && group.length !== place - first + 1
    ? `${group.length} names, ${place - first + 1} numbers`
    : null;
}

function faultOfLevel(
  statement: Statement,
  place: number,
  readings: Reading[],
  source: Source,
): string | null {
  const reading = readings[place] as Reading;
  if (reading.length === 0) return 'unread: no indicator is named so';
  if (source.links && statement.kind !== 'all' && !isNamed(statement, reading, source))
    return 'the words name another matter';
  return anyHolds(reading, ({ indicator, fact }) => {
    if (!fact) return 'no such figure';
    if (statement.kind === 'all')
      return compare(fact.value, 100) === 0 || indicator.nature !== 'ratio' ? null : 'not all';
    if (!statement.number) return 'more names than numbers';
    if (statement.number.unit !== '' && !isMeasureOf(statement.number.unit, indicator.unit))
      return `it counts ${indicator.unit}`;
    const late = faultOfTime(statement, fact, source.facts);
    if (late) return late;
    const narrow = faultOfScope(statement, fact, indicator, source);
    if (narrow) return narrow;
    if (!keeps(fact.value, promiseOf(statement.number), fact.lean === 'exact'))
      return `it is ${fact.value}`;
    const { qualifier } = statement.number;
    if (fact.lean !== 'exact' && !qualifiersOf[fact.lean].includes(qualifier))
      return qualifier === '' ? 'what is approximate is stated as exact' : `it is not ${qualifier}`;
    return faultOfPart(statement, { indicator, fact }, readings.slice(0, place), readings);
  });
}

/** How an approximate figure may be stated: on the side on which the truth lies. */
const qualifiersOf: Record<Exclude<Fact['lean'], 'exact'>, string[]> = {
  above: ['余', '多', '以上', '超'],
  below: ['近', '以下'],
  either: ['约', '左右'],
};

/** A total is of the years the sentence names; what stood at another date is stated with it. */
function faultOfTime({ time }: Statement, fact: Fact, { input }: Facts): string | null {
  const { scope } = input;
  const last = Number(scope.period.to.slice(0, 4));
  const first = Number(scope.period.from.slice(0, 4));
  const [from, to] = [fact.years[0] as number, fact.years.at(-1) as number];
  if (fact.years.length > 1) {
    const stated = time ? [time.from, time.to] : [first, last];
    return stated[0] === from && stated[1] === to ? null : `the total is of ${from} to ${to}`;
  }
  if (!fact.figure || fact.period.code === scope.period.code)
    return time && fact.figure?.asOf && time.to !== to
      ? `the figure is of ${fact.figure.asOf}`
      : null;
  return time?.to === to || to === last ? null : `the figure is of ${to}`;
}

/** 其中: really a part, and not more than its whole. */
function faultOfPart(
  { whole }: Statement,
  { indicator, fact }: { indicator: Reading[number]['indicator']; fact: Fact },
  before: Reading[],
  readings: Reading[],
): string | null {
  const of = whole === null ? null : readings[whole]?.[0];
  // 其中新建联合工会48家，覆盖企业600家: what is reached goes on with the part.
  const last = before.findLast((one) => one.length > 0)?.[0]?.indicator;
  if (
    last?.chain &&
    last.chain.group === indicator.chain?.group &&
    last.code !== of?.indicator.code
  )
    return null;
  if (!of?.fact || (indicator.partOf === null && indicator.numerator !== last?.code))
    return whole !== null && of ? 'not a part of what stands before' : null;
  // 其中调解成功105起，成功率73%: the rate of what was named just before.
  if (last && indicator.numerator === last.code) return null;
  return indicator.partOf !== of.indicator.code || compare(fact.value, of.fact.value) <= 0
    ? null
    : 'a part that is more than its whole';
}

/** 由B的n: the base of the figure that follows. */
function faultOfFrom(
  { base, number }: Statement,
  place: number,
  statements: Statement[],
  readings: Reading[],
  facts: Facts,
): string | null {
  const next = statements[place + 1];
  const reading = readings[place + 1] ?? [];
  if (!next || reading.length === 0 || !base || !number) return 'unread: nothing follows';
  return anyHolds(reading, ({ indicator, fact }) => {
    const before = facts.at(indicator.code, base);
    if (!before || !fact) return 'no such base';
    if (!keeps(before.value, promiseOf(number), before.lean === 'exact'))
      return `the base is ${before.value}`;
    return next.direction === compare(fact.value, before.value) ? null : 'the direction is false';
  });
}

function faultOfOne(
  statement: Statement,
  place: number,
  target: number,
  statements: Statement[],
  readings: Reading[],
  source: Source,
): string | null {
  const reading = readings[target] ?? [];
  if (reading.length === 0) return 'unread: said of what is not read';
  const { facts } = source;
  return anyHolds(reading, ({ indicator, fact }) => {
    const reported = faultOfReported(statement, indicator.code, facts);
    if (reported === null) return null;
    if (
      statement.kind === 'target' ||
      statement.kind === 'limit' ||
      statement.kind === 'completion' ||
      statement.kind.endsWith('-distance')
    )
      return faultOfGoal(statement, statements.slice(0, place), indicator, fact, facts);
    if (statement.kind === 'share') return faultOfShare(statement, indicator, fact, facts);
    if (statement.kind === 'per-head')
      return faultOfPerHead(statement, fact, reachedIn(statement, readings, source));
    if (
      reported !== undefined &&
      (!fact || statement.base === null || !facts.at(indicator.code, statement.base))
    )
      return reported;
    if (statement.base === null) return 'unread: no base is named';
    if (statement.kind === 'share-move')
      return faultOfMove(statement, indicator, fact, statement.base, facts);
    const base = facts.at(indicator.code, statement.base);
    if (!fact || !base) return 'there is no base to compare with';
    if (statement.kind === 'again')
      return isAgain(fact, base) ? null : `in the period before it was ${base.value}`;
    if (statement.kind === 'zero')
      return statement.number &&
        keeps(base.value, promiseOf(statement.number), base.lean === 'exact')
        ? null
        : `the base is ${base.value}`;
    const compared = facts.against ? facts.against(indicator.code, statement.base) : fact;
    return compared
      ? faultOfChange(statement, compared, base, indicator)
      : 'there is nothing to compare';
  });
}

const isAgain = (now: Fact, then: Fact): boolean =>
  // Equal counts are not the same honours; the same words are.
  now.figure?.shown?.text !== undefined &&
  now.figure.shown.text === then.figure?.shown?.text &&
  compare(now.value, then.value) === 0 &&
  compare(now.value, 0) > 0 &&
  now.lean === 'exact' &&
  then.lean === 'exact';

/** A growth that was reported without its base: undefined where there is none on this base. */
function faultOfReported(
  { kind, number, base, direction }: Statement,
  code: string,
  facts: Facts,
): string | null | undefined {
  if (kind !== 'growth' && kind !== 'average-growth' && kind !== 'equal') return undefined;
  const { scope } = facts.input;
  const lastYear = Number(scope.period.from.slice(0, 4)) - 1;
  // A year inside a term grew on the year before it.
  const isYearBefore = (year: number) =>
    scope.kind === 'term' && year >= lastYear && year < Number(scope.period.to.slice(0, 4));
  const isOfBase = (year: number | null) =>
    kind === 'average-growth' ||
    base === null ||
    (base.kind === 'previous'
      ? year === null || year === lastYear
      : year === base.year || (year === null && isYearBefore(base.year)));
  const found = facts
    .reported(code, kind === 'average-growth' ? 'average_growth' : 'growth')
    .filter(({ baseYear }) => isOfBase(baseYear));
  if (kind === 'equal')
    return found.some(({ value }) => value !== null && compare(value, 0) === 0) ? null : undefined;
  if (found.length === 0 || !number) return undefined;
  const isStated = found.some(
    ({ value, qualifier }) =>
      value !== null &&
      (value.startsWith('-') ? -1 : 1) === direction &&
      keeps(value, promiseOf(number), qualifier === ''),
  );
  return isStated ? null : `it is ${found[0]?.value}`;
}

/** Those whom money reached: stated in the sentence, or linked. */
function reachedIn(
  { start, end }: Statement,
  readings: Reading[],
  { links, facts }: Source,
): Reading {
  const linked = links?.find((link) => link.start < end && start < link.end)?.figures ?? [];
  return [
    ...readings.flat(),
    ...linked.flatMap((key) => ({
      indicator: facts.byCode.get(key.indicator) as Reading[number]['indicator'],
      fact: facts.of(key),
    })),
  ];
}

/** Plain words may leave open what they are of: true where one of the meanings is. */
function anyHolds(
  reading: Reading,
  faultOfMeaning: (one: Reading[number]) => string | null,
): string | null {
  const faults = reading.map(faultOfMeaning);
  return faults.includes(null) ? null : (faults[0] ?? null);
}

const firstFault = (faults: (string | null)[]): string | null =>
  faults.find((fault) => fault !== null) ?? null;
