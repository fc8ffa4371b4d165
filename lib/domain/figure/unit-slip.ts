// A number typed in the wrong unit (元 for 万元, 人 for 千人) is about ten thousand or a thousand times last
// year's.
import type { Indicator } from '../catalogue/indicator';
import { compare, divide, multiply } from './number';

/** `times`: how many times last year's it is, roughly; `suggested`: the value if the unit slipped, in base units. */
export type UnitSlip = { times: '10000' | '1000' | '1/1000' | '1/10000'; suggested: string };

/** Asks when this year over last year lies within ±15 % of 10 000, 1 000, 1/1 000 or 1/10 000. Rates, ranks and runs
 *  of years have no such units. */
export function unitSlip(
  value: string,
  previous: string | null,
  { nature }: Pick<Indicator, 'nature'>,
): UnitSlip | null {
  if (previous === null || nature === 'ratio' || nature === 'rank' || nature === 'streak')
    return null;
  if (compare(value, 0) <= 0 || compare(previous, 0) <= 0) return null;
  for (const factor of ['10000', '1000'] as const) {
    if (isAbout(value, multiply(previous, factor)))
      return { times: factor, suggested: divide(value, factor)! };
    if (isAbout(multiply(value, factor), previous))
      return { times: `1/${factor}`, suggested: multiply(value, factor) };
  }
  return null;
}

const isAbout = (value: string, wanted: string): boolean =>
  compare(value, multiply(wanted, '0.85')) >= 0 && compare(value, multiply(wanted, '1.15')) <= 0;
