// Rates are recomputed from numerator and denominator where nobody reported the rate itself, never averaged and never
// from approximate or differently dated parts.
import type { Figure } from '../figure/figure';
import { ratePartsOf, type Indicator } from '../catalogue/indicator';
import { printFigure } from '../figure/print';
import { shownRate, workedOutValue } from '../figure/rate';
import { findNumber, withNumbers, type PreparedReport, type Sourced } from './sourced';

/** The report with every rate that follows from two of its figures. */
export function withWorkedOutRates(
  report: PreparedReport,
  byCode: ReadonlyMap<string, Indicator>,
): PreparedReport {
  const rates = [...byCode.values()].filter(({ nature }) => nature === 'ratio');
  return withNumbers(
    report,
    rates.flatMap((rate) => workOut(report, rate, byCode) ?? []),
  );
}

/** A rate as the report's own figures have it; null where it was reported, or its parts do not allow it. */
export function workOut(
  report: PreparedReport,
  rate: Indicator,
  byCode: ReadonlyMap<string, Indicator>,
): Sourced | null {
  const parts = ratePartsOf(rate);
  if (!parts || findNumber(report, rate.code)) return null;
  const { numerator, denominator } = parts;
  const [top, bottom] = [findNumber(report, numerator), findNumber(report, denominator)];
  const [topIndicator, bottomIndicator] = [byCode.get(numerator), byCode.get(denominator)];
  if (
    !top ||
    !bottom ||
    !topIndicator ||
    !bottomIndicator ||
    !areExactAndAlike(top.figure, bottom.figure)
  )
    return null;
  const values = new Map([
    [numerator, top.figure.value as string],
    [denominator, bottom.figure.value as string],
  ]);
  const value = workedOutValue(rate, values);
  if (value === null) return null;
  return {
    figure: {
      ...top.figure,
      indicator: rate.code,
      value,
      shown: shownRate(value, rate),
      note: null,
    },
    keys: [...top.keys, ...bottom.keys],
    ...(top.offset ? { offset: top.offset } : {}),
    computed: {
      kind: 'ratio',
      formula: `${printFigure(top.figure, topIndicator)}÷${printFigure(bottom.figure, bottomIndicator)}×100%`,
    },
  };
}

/** Whether two figures are of one date and scope and exact, so that one may be divided by the other. */
export function areExactAndAlike(a: Figure, b: Figure): boolean {
  return (
    [a, b].every(({ qualifier, scopeNote }) => qualifier === '' && scopeNote === null) &&
    a.asOf === b.asOf &&
    a.from === b.from
  );
}
