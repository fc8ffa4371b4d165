// A rate from its numerator and its denominator: the one place that divides them.
import type { Indicator } from '../catalogue/indicator';
import type { Shown } from './figure';
import { placesApart, plain, ratio, round } from './number';

/** A rate as its numerator and denominator have it; null where they do not say. It has the decimals with which rates
 *  are published (one, or more where the catalogue says so), so that differences of rates are those of the printed
 *  ones. */
export function workedOutValue(
  { numerator, denominator, display }: Indicator,
  values: ReadonlyMap<string, string>,
): string | null {
  const [top, bottom] = [values.get(numerator ?? ''), values.get(denominator ?? '')];
  const rate = top === undefined || bottom === undefined ? null : ratio(top, bottom);
  if (rate === null) return null;
  // What is not quite all is not all, and what is next to nothing not nothing.
  return round(rate, placesApart(rate, rateDecimals(display.decimals), ['0', '100']));
}

/** Rates are printed with at least one decimal. */
export const rateDecimals = (usual: number): number => Math.max(usual, 1);

/** How a rate that was worked out prints: 100%, not 100.0%. */
export function shownRate(value: string, { display, unit }: Indicator): Shown {
  const own = plain(value).split('.')[1]?.length ?? 0;
  const decimals = own === 0 ? 0 : Math.max(own, rateDecimals(display.decimals));
  return { scale: 'none', decimals, unit };
}
