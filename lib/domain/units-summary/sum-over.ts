// Totals over units as figures that can be stated, compared and traced like a reported one. What may be added is
// decided by rollup.ts; here it gets its printed form, its sources and its formula.
import type { Figure, FigureKey } from '../figure/figure';
import { shownRate } from '../figure/rate';
import type { Indicator } from '../catalogue/indicator';
import { totalShown } from '../comparison/print-row';
import type { Sourced } from '../comparison/sourced';
import { printFigure } from '../figure/print';
import { rateOf, tallyOf, totalOf } from '../rollup/rollup';

/** The two figures that a unit's rate follows from. */
export type RateParts = { numerator: Sourced; denominator: Sourced };

/** The sum of one figure per unit. */
export function sumOver(
  indicator: Indicator,
  parts: { name: string; found: Sourced }[],
): Sourced | null {
  const figures = parts.map(({ found }) => found.figure);
  const { value, qualifier } = totalOf(indicator, tallyOf(figures));
  if (value === null) return null;
  const units = new Set(figures.map(({ shown }) => shown?.unit ?? indicator.unit));
  const shown = totalShown(value, figures, indicator, units.size === 1 ? [...units][0] : undefined);
  return {
    figure: { ...blank, indicator: indicator.code, value, qualifier, shown },
    keys: parts.flatMap(({ found }) => found.keys),
    computed: {
      kind: 'sum',
      formula: parts
        .map(({ name, found }) => `${name}${printFigure(found.figure, indicator)}`)
        .join('＋'),
    },
  };
}

/** A rate over units: what its numerators and its denominators come to. */
export function rateOver(
  indicator: Indicator,
  parts: RateParts[],
  byCode: ReadonlyMap<string, Indicator>,
): Sourced | null {
  const [numerators, denominators] = [
    parts.map(({ numerator }) => numerator),
    parts.map(({ denominator }) => denominator),
  ];
  const tally = (of: Sourced[]) => tallyOf(of.map(({ figure }) => figure));
  const { value, qualifier } = rateOf(indicator, {
    numerator: tally(numerators),
    denominator: tally(denominators),
  });
  const [top, bottom] = [indicator.numerator, indicator.denominator].map((code) =>
    byCode.get(code ?? ''),
  );
  if (value === null || !top || !bottom) return null;
  const printSum = (of: Indicator, from: Sourced[]) => {
    const total = sumOver(
      of,
      from.map((found) => ({ name: '', found })),
    );
    return total ? printFigure(total.figure, of) : '';
  };
  const keys: FigureKey[] = [...numerators, ...denominators].flatMap((part) => part.keys);
  const formula = `${top.name}合计${printSum(top, numerators)}÷${bottom.name}合计${printSum(bottom, denominators)}×100%`;
  return {
    figure: {
      ...blank,
      indicator: indicator.code,
      value,
      qualifier,
      shown: shownRate(value, indicator),
    },
    keys,
    computed: { kind: 'ratio', formula },
  };
}

const blank: Omit<Figure, 'indicator' | 'value' | 'shown' | 'qualifier'> = {
  measure: 'level',
  answer: 'number',
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
};
