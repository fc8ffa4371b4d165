import { joinDigits, tidy } from '../figure/tidy-typing';

/** The bare number of a cell, for comparing cells of one table with each other; null where it is none. No figure comes of it. */
export function readNumber(cell: string): number | null {
  const digits = joinDigits(tidy(cell).replace(/[%‰人个家件元]$/, ''));
  return digits === null || !/^\d/.test(digits) ? null : Number(digits);
}
