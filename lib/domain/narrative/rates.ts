// Rates are recomputed from numerator and denominator where nobody reported the rate itself, never averaged and never
// from approximate or differently dated parts.
import type { Figure } from '../figure';
import { rateDecimals, workedOutValue } from '../form-indicators';
import type { Indicator } from '../indicator';
import { plain } from '../number';
import { printFigure } from '../print-figure';
import type { SourceReport } from '../summary';
import { findNumber } from './item';
import type { Sourced } from './told-change';

/** A rate as the report's own figures have it; null where it was reported, or its parts do not allow it. */
export function workOut(report: SourceReport, rate: Indicator, byCode: ReadonlyMap<string, Indicator>): Sourced | null {
  const { numerator, denominator } = rate;
  if (numerator === null || denominator === null || findNumber(report, rate.code)) return null;
  const [top, bottom] = [findNumber(report, numerator), findNumber(report, denominator)];
  const [topIndicator, bottomIndicator] = [byCode.get(numerator), byCode.get(denominator)];
  if (!top || !bottom || !topIndicator || !bottomIndicator || !areExactAndAlike(top.figure, bottom.figure)) return null;
  const values = new Map([[numerator, top.figure.value as string], [denominator, bottom.figure.value as string]]);
  const value = workedOutValue(rate, values);
  if (value === null) return null;
  // 100%, not 100.0%.
  const shown = { scale: 'none' as const, decimals: plain(value).includes('.') ? rateDecimals(rate.display.decimals) : 0, unit: rate.unit };
  return {
    figure: { ...top.figure, indicator: rate.code, value, shown, note: null },
    keys: [...top.keys, ...bottom.keys],
    computed: { kind: 'ratio', formula: `${printFigure(top.figure, topIndicator)}÷${printFigure(bottom.figure, bottomIndicator)}×100%` },
  };
}

function areExactAndAlike(a: Figure, b: Figure): boolean {
  return [a, b].every(({ qualifier, scopeNote }) => qualifier === '' && scopeNote === null) && a.asOf === b.asOf && a.from === b.from;
}
