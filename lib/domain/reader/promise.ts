// What a printed number promises of the true value: 7.2万人 lies between 71,500 and 72,500, 600余 is more than 600
// and less than 700, 近100万 at most that, 98%以上 at least that.
import { absolute, compare, multiply, sum, type DecimalText } from '../figure/number';
import type { FoundNumber } from './find-numbers';

/** `null` is no bound on that side; `open` means that the bound itself is not promised. */
export type Bounds = {
  least: DecimalText | null;
  most: DecimalText | null;
  leastOpen: boolean;
  mostOpen: boolean;
};

export function promiseOf({
  value,
  step,
  roundStep,
  qualifier,
  form,
}: Pick<FoundNumber, 'value' | 'step' | 'roundStep' | 'qualifier' | 'form'>): Bounds {
  const half = multiply(step, '0.5');
  switch (qualifier) {
    case '余':
    case '多':
      return { least: value, most: sum([value, roundStep]), leastOpen: true, mostOpen: true };
    case '以上':
      return { least: value, most: null, leastOpen: false, mostOpen: false };
    case '超':
      return { least: value, most: null, leastOpen: true, mostOpen: false };
    case '以下':
      return { least: null, most: value, leastOpen: false, mostOpen: false };
    case '近':
      return { least: multiply(value, '0.9'), most: value, leastOpen: true, mostOpen: true };
    case '约':
    case '左右':
      return {
        least: multiply(value, '0.9'),
        most: multiply(value, '1.1'),
        leastOpen: false,
        mostOpen: false,
      };
    default:
      if (form !== 'digits')
        return { least: value, most: value, leastOpen: false, mostOpen: false };
      return {
        least: sum([value, `-${half}`]),
        most: sum([value, half]),
        leastOpen: false,
        mostOpen: true,
      };
  }
}

/** Whether the true value keeps the promise. `isExact`: false for a figure that was itself given as 余, 近 or 以上,
 *  whose bound is then the printed number itself. */
export function keeps(value: DecimalText, promise: Bounds, isExact = true): boolean {
  const { least, most, leastOpen, mostOpen } = promise;
  const size = absolute(value);
  const low = least === null ? 1 : compare(size, least);
  const high = most === null ? -1 : compare(size, most);
  return (
    (low > 0 || (low === 0 && (!leastOpen || !isExact))) &&
    (high < 0 || (high === 0 && (!mostOpen || !isExact)))
  );
}
