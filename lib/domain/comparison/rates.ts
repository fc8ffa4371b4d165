// Rates are recomputed from numerator and denominator where nobody reported the rate itself, never averaged and never
// from approximate or differently dated parts.
import type { Figure } from '../figure/figure';
import { rateDecimals, workedOutValue } from '../figure/rate';
import type { Catalogue, Indicator } from '../catalogue/indicator';
import { plain } from '../figure/number';
import { printFigure } from '../figure/print';
import type { SourceReport } from './source';
import { addNumber, findNumber, type Sourced } from './sourced';

/** From here on a rate that follows from two figures of its report is found like a reported one. */
export function addWorkedOutRates(
  reports: readonly SourceReport[],
  { indicators }: Pick<Catalogue, 'indicators'>,
): void {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  for (const rate of indicators.filter(({ nature }) => nature === 'ratio')) {
    for (const report of reports) {
      const found = workOut(report, rate, byCode);
      if (found) addNumber(report, found);
    }
  }
}

/** A rate as the report's own figures have it; null where it was reported, or its parts do not allow it. */
export function workOut(
  report: SourceReport,
  rate: Indicator,
  byCode: ReadonlyMap<string, Indicator>,
): Sourced | null {
  const { numerator, denominator } = rate;
  if (numerator === null || denominator === null || findNumber(report, rate.code)) return null;
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
  // 100%, not 100.0%.
  const shown = {
    scale: 'none' as const,
    decimals: plain(value).includes('.') ? rateDecimals(rate.display.decimals) : 0,
    unit: rate.unit,
  };
  return {
    figure: { ...top.figure, indicator: rate.code, value, shown, note: null },
    keys: [...top.keys, ...bottom.keys],
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
