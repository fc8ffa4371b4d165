// Whether a sentence about who stands where is true: places that are certain, ties stated as ties, values, shares,
// distances.
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { change, compare, share, sum } from '@/lib/domain/figure/number';
import { isMeasureOf } from '../measures';
import type { FoundNumber } from '../find-numbers';
import { keeps, promiseOf } from '../promise';
import type { Order, OrderClaim } from '../read-order';
import {
  isAbove,
  placesOf,
  type CertainPlace,
  type UnitFact,
  type UnitsFacts,
} from '../unit-facts';
import type { Fact } from '../facts';

/** `codeOf`: a unit's code by the name the text has for it. */
export type Measured = {
  indicator: Indicator;
  data: UnitsFacts;
  codeOf: ReadonlyMap<string, string>;
};

/** What is not so in an order, claim by claim; the words are those of its number or its units. */
export function faultsOfOrder(
  order: Order,
  { indicator, data, codeOf }: Measured,
): { words: string; why: string }[] {
  const of = data.of(indicator.code);
  const byUnit = new Map(of.map((one) => [one.unit, one]));
  const known: Known = {
    indicator,
    of,
    byUnit,
    places: placesOf(of),
    total: data.total(indicator.code),
    codeOf,
    named: new Set(),
    ends: {},
  };
  const among = faultOfAmong(order, of);
  return [
    ...(among ? [{ words: order.subject, why: among }] : []),
    ...order.claims.flatMap((claim) => {
      const why = faultOf(claim, known);
      return why === null
        ? []
        : [{ words: 'number' in claim ? claim.number.text : claim.units.join('、'), why }];
    }),
  ];
}

type Known = {
  indicator: Indicator;
  of: UnitFact[];
  byUnit: ReadonlyMap<string, UnitFact>;
  places: ReadonlyMap<string, CertainPlace>;
  total: Fact | null;
  codeOf: ReadonlyMap<string, string>;
  /** Units whose place was stated before in the sentence. */
  named: Set<string>;
  ends: Partial<Record<'most' | 'least', Fact>>;
};

/** Who is first among all, while some have not said how much they have, nobody knows. */
function faultOfAmong({ among }: Order, of: UnitFact[]): string | null {
  if (of.some(({ hasReport }) => !hasReport) && !among.has('reported'))
    return 'not all have reported';
  const isOpen = of.some(
    ({ hasReport, fact, answer }) => hasReport && !fact && answer !== 'not_applicable',
  );
  if (isOpen && among.size === (among.has('reported') ? 1 : 0)) return 'some have no number';
  return of.some(({ isApart }) => isApart) && !among.has('alike')
    ? 'some numbers are of another scope'
    : null;
}

function faultOf(claim: OrderClaim, known: Known): string | null {
  if (claim.kind === 'standing') return faultOfStanding(claim, known);
  if (claim.kind === 'values') return faultOfValues(claim, known);
  if (claim.kind === 'share') return faultOfShare(claim, known);
  if (claim.kind === 'equal') return faultOfEqual(claim, known);
  if (claim.kind === 'distance') return faultOfDistance(claim.number, known);
  const sides = known.of.flatMap(({ fact }) =>
    fact && known.total ? [isAbove(fact, known.total.value)] : [],
  );
  if (!known.total || sides.includes(null) || known.of.some(isMissing))
    return 'nobody knows who is above all together';
  return compare(claim.number.value, sides.filter(Boolean).length) === 0
    ? null
    : `there are ${sides.filter(Boolean).length}`;
}

function faultOfStanding(
  { units, standing, isTied, count }: Extract<OrderClaim, { kind: 'standing' }>,
  known: Known,
): string | null {
  const codes = units.map((name) => known.codeOf.get(name) ?? '');
  const places = codes.map((code) => known.places.get(code));
  const first = places[0];
  if (!first || places.includes(undefined)) return 'the place is not certain';
  const before = known.named.size;
  // 东台市、射阳县等6个县区: the rest of them stand at the same place.
  const rest =
    count === null
      ? []
      : [...known.places].filter(([, { place }]) => place === first.place).map(([code]) => code);
  [...codes, ...rest].forEach((code) => known.named.add(code));
  if (standing.kind === 'front') {
    if (standing.count !== null && standing.count !== units.length)
      return `${units.length} are named`;
    return places.every((one, at) => one?.place === at + 1 && one.tied === 0)
      ? null
      : 'not in this order';
  }
  const size = first.tied + 1;
  if (places.some((one) => one?.place !== first.place)) return 'they are not equal';
  if ((count === null ? units.length : Number(count.value)) !== size || units.length > size)
    return `${size} are equal`;
  if (isTied && size === 1) return 'nobody is equal';
  // 居首位 says that nobody stands beside; 最多 and 次之 are said of several together.
  if (standing.kind === 'place' && !isTied && size > 1) return 'others are equal';
  if (standing.kind === 'most' || standing.kind === 'least')
    known.ends[standing.kind] = known.byUnit.get(codes[0] as string)?.fact ?? undefined;
  const numbered = known.of.filter(({ fact, isApart }) => fact && !isApart).length;
  const place = {
    place: standing.kind === 'place' ? standing.place : 0,
    most: 1,
    least: numbered - size + 1,
    next: before + 1,
  }[standing.kind];
  return first.place === place ? null : `the place is ${first.place}`;
}

function faultOfValues(
  { units, numbers, shared, count }: Extract<OrderClaim, { kind: 'values' }>,
  known: Known,
): string | null {
  if (shared === 'each' ? numbers.length !== units.length : numbers.length !== 1)
    return `${units.length} units, ${numbers.length} numbers`;
  if (shared === null && (units.length > 1 || count !== null)) return 'one number of several';
  if (shared === 'all' && units.length < 2) return 'the words say several, there is one';
  const faults = units.map((name, at) =>
    faultOfNumber(
      numbers[shared === 'each' ? at : 0] as FoundNumber,
      known.byUnit.get(known.codeOf.get(name) ?? ''),
      known.indicator,
    ),
  );
  return faults.find((fault) => fault !== null) ?? null;
}

const qualifiers: Record<Fact['lean'], string[]> = {
  exact: [''],
  above: ['余', '多', '超', '以上'],
  below: ['近'],
  either: ['约', '左右'],
};

function faultOfNumber(
  number: FoundNumber,
  of: UnitFact | undefined,
  { unit }: Indicator,
): string | null {
  const fact = of?.fact;
  if (!fact) return 'no such figure';
  if (number.unit !== '' && !isMeasureOf(number.unit, unit)) return `it counts ${unit}`;
  if (!qualifiers[fact.lean].includes(number.qualifier))
    return 'what is approximate is stated otherwise';
  return keeps(fact.value, promiseOf(number), fact.lean === 'exact') ? null : `it is ${fact.value}`;
}

/** What those named so far come to. 全市 is everybody; else the whole is what was reported. */
function faultOfShare(
  { number, isOfAll }: Extract<OrderClaim, { kind: 'share' }>,
  { of, byUnit, named, total, indicator }: Known,
): string | null {
  if (indicator.nature === 'ratio') return 'a rate is no part of anything';
  if (isOfAll && of.some(isMissing)) return 'some are not in the whole';
  const facts = [...named].map((code) => byUnit.get(code));
  if (!total || total.lean !== 'exact' || facts.some((one) => !one?.isCounted))
    return 'there is no exact whole';
  const percent = share(sum(facts.map((one) => one?.fact?.value as string)), total.value);
  if (percent === null) return 'there is no whole';
  return keeps(percent, promiseOf(number)) ? null : `it is ${percent}`;
}

const isMissing = ({ isCounted, answer, fact }: UnitFact): boolean =>
  !isCounted && (fact !== null || answer !== 'not_applicable');

function faultOfEqual(
  { count, number }: Extract<OrderClaim, { kind: 'equal' }>,
  { of, places, indicator }: Known,
): string | null {
  const numbered = of.filter(({ fact }) => fact);
  if (compare(count.value, numbered.length) !== 0) return `there are ${numbered.length}`;
  if (numbered.some(({ unit }) => places.get(unit)?.tied !== numbered.length - 1))
    return 'they are not equal';
  return faultOfNumber(number, numbered[0], indicator);
}

function faultOfDistance(number: FoundNumber, { ends: { most, least } }: Known): string | null {
  if (!most || !least || most.lean !== 'exact' || least.lean !== 'exact') return 'no exact ends';
  const points = change(most.value, least.value);
  return keeps(points, promiseOf(number)) ? null : `it is ${points}`;
}
