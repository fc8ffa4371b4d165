// What part of a whole something is: after 其中 占43.5%, elsewhere 占合理化建议的37.5%, and how that part
// moved in percentage points. Only of exact figures of one time and scope; parts may overlap and are never added up.
// Where a rate of the catalogue says the same, the rate says it.
import { whyIncomparable } from '@/lib/domain/comparison/comparability';
import { change, compare, share } from '@/lib/domain/figure/number';
import { printFigure, printPercent, printPoints } from '@/lib/domain/figure/print';
import type { Catalogue, Indicator } from '@/lib/domain/catalogue/indicator';
import type { Comparison } from '@/lib/domain/comparison/compare';
import type { Segment } from '@/lib/domain/comparison/source';
import { nameOfBase } from '@/lib/domain/comparison/base';
import type { Item, Remark } from '../item';
import { findNumber, type Sourced } from '@/lib/domain/comparison/sourced';
import { atEnd } from '@/lib/domain/narrative/lexicalise-change';
import { wordingOf } from '../wording';
import { listNumbers, sameNumber } from './head';

/** ，占43.5% · ，分别占43.5%和38.3% of parts stated after 其中, whose shares are known; nothing where one is
 *  not. */
export function sayShares(items: readonly Item[]): Segment[] {
  const shares = items.flatMap(({ share: part }) => part ?? []);
  if (shares.length === 0 || shares.length < items.length) return [];
  const same = sameNumber(shares);
  if (shares.length === 1) return [{ text: '，占' }, ...shares];
  return same ? [{ text: '，均占' }, same] : [{ text: '，分别占' }, ...listNumbers(shares)];
}

/** The share of a part in its whole; null where the figures do not allow one. */
export function shareOf(
  part: Sourced,
  whole: Sourced,
  indicator: Indicator,
  wholeIndicator: Indicator,
): Segment | null {
  if (!areAlike(part, whole)) return null;
  const percent = share(part.figure.value as string, whole.figure.value as string);
  if (percent === null || compare(percent, 100) > 0 || compare(percent, '0.1') < 0) return null;
  const formula = `${printFigure(part.figure, indicator)}÷${printFigure(whole.figure, wholeIndicator)}×100%`;
  return {
    text: printPercent(percent),
    figures: [...part.keys, ...whole.keys],
    computed: { kind: 'share', formula },
  };
}

/** Parts whose share a rate of the catalogue states already. */
export function partsOfRates({ indicators }: Catalogue): Set<string> {
  return new Set(
    indicators.flatMap(({ numerator, denominator }) =>
      numerator && denominator ? [`${numerator} ${denominator}`] : [],
    ),
  );
}

/** In a detailed text: the share of a part that is stated in a chain, and how a share moved against the first base. */
export function shareRemarks({ input, target, bases }: Comparison): (item: Item) => Remark[] {
  const before = bases[0];
  if (input.style?.length !== 'detailed' || input.scope.kind === 'term' || !target) return () => [];
  const byCode = new Map(
    input.catalogue.indicators.map((indicator) => [indicator.code, indicator]),
  );
  const rated = partsOfRates(input.catalogue);
  return ({ indicator, number }) => {
    const whole = indicator.partOf === null ? undefined : byCode.get(indicator.partOf);
    const [part, all] = [
      findNumber(target, indicator.code),
      whole && findNumber(target, whole.code),
    ];
    if (
      !whole ||
      !part ||
      !all ||
      number.text === '' ||
      rated.has(`${indicator.code} ${whole.code}`)
    )
      return [];
    const stated = shareOf(part, all, indicator, whole);
    if (!stated) return [];
    const said: Remark[] = indicator.chain
      ? [{ segments: [{ text: `占${wordingOf(whole).noun}的` }, stated] }]
      : [];
    const [partBefore, allBefore] = [
      findNumber(before, indicator.code),
      findNumber(before, whole.code),
    ];
    if (
      !before ||
      !partBefore ||
      !allBefore ||
      whyIncomparable(part, partBefore, indicator.nature) ||
      !shareOf(partBefore, allBefore, indicator, whole)
    )
      return said;
    const base = atEnd(nameOfBase(before.period, input.scope.period), indicator);
    const moved = sayMove(
      [part, all],
      [partBefore, allBefore],
      base,
      stated.computed?.formula ?? '',
    );
    return [
      ...said,
      ...(indicator.chain ? moved : moved.map((remark) => ({ ...remark, ofWhole: true }))),
    ];
  };
}

type Pair = [part: Sourced, whole: Sourced];

function sayMove(now: Pair, then: Pair, base: string, formula: string): Remark[] {
  const percent = ([part, whole]: Pair) =>
    share(part.figure.value as string, whole.figure.value as string) as string;
  const moved = change(percent(now), percent(then));
  const text = printPoints(moved);
  if (text.startsWith('0个')) return [];
  const figures = [...now, ...then].flatMap(({ keys }) => keys);
  const number: Segment = {
    text,
    figures,
    computed: { kind: 'rate-change', formula: `（${formula}）－${base}占比` },
  };
  return [
    { segments: [{ text: `占比较${base}${compare(moved, 0) > 0 ? '提高' : '下降'}` }, number] },
  ];
}

function areAlike({ figure: a }: Sourced, { figure: b }: Sourced): boolean {
  return (
    a.qualifier === '' &&
    b.qualifier === '' &&
    a.scopeNote === b.scopeNote &&
    a.asOf === b.asOf &&
    a.from === b.from
  );
}
