// A number in the very form in which an office wrote it: 1,280人, 三千二百余户, 超过12万元. It stands as
// long as it is true.
import { findMeasureWord } from '../catalogue/measure-words';
import { findNumbers } from '../reader/find-numbers';
import { keeps, promiseOf } from '../reader/promise';
import { printForm, type Quantity } from './printed-form';
import type { Chip } from './manuscript';

/** The form of a chip whose text is the office's own. */
export const asWritten = 'written';

/** What a chip prints in its form; null where that would not be true, or where it has none. */
export function printChip(quantity: Quantity | null, { text, form }: Chip): string | null {
  if (!quantity || form === undefined) return null;
  if (form !== asWritten) return printForm(quantity, form);
  return isTrueOf(quantity, text) ? text : null;
}

/** Whether a text is one number, of the same kind of thing, that keeps what it promises. */
export function isTrueOf({ value, unit, kind }: Quantity, text: string): boolean {
  const [number, ...others] = findNumbers(text);
  if (!number || others.length > 0 || number.text.length < text.trim().length) return false;
  const counts = {
    percent: number.unit === '%',
    points: number.unit.endsWith('百分点'),
    amount: findMeasureWord(number.unit, unit) !== null,
  };
  return counts[kind] && keeps(value, promiseOf(number));
}
