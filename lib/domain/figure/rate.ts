// A rate from its numerator and its denominator: the one place that divides them.
import type { Indicator } from '../catalogue/indicator';
import type { Shown } from './figure';
import { plain, ratio, round } from './number';

/** A rate as its numerator and denominator have it; null where they do not say. It has the decimals with which rates are
 *  published (one, or more where the catalogue says so), so that differences of rates are those of the printed ones. */
export function workedOutValue(
  { numerator, denominator, display }: Indicator,
  values: ReadonlyMap<string, string>,
): string | null {
  const [top, bottom] = [values.get(numerator ?? ''), values.get(denominator ?? '')];
  const rate = top === undefined || bottom === undefined ? null : ratio(top, bottom);
  return rate === null ? null : round(rate, rateDecimals(display.decimals));
}

/** Rates are printed with at least one decimal. */
export const rateDecimals = (usual: number): number => Math.max(usual, 1);

/** How a rate that was worked out prints: 100%, not 100.0%. */
export function shownRate(value: string, { display, unit }: Indicator): Shown {
  const decimals = plain(value).includes('.') ? rateDecimals(display.decimals) : 0;
  return { scale: 'none', decimals, unit };
}
