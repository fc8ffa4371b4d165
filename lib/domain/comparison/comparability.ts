// The one gate: whether two numbers of an indicator may be set against each other, added up or averaged. They may where
// they are of one scope and of one time, seen from their own periods: what stood in June is not set against a year's
// end, nor half a year against a whole one.
import type { Figure } from '../figure/figure';
import type { Indicator, Nature } from '../catalogue/indicator';
import type { Period } from '../tree/period';

/** By how many months a figure begins and ends later than its report's period. */
export type Offset = { start: number; end: number };

/** 范围不同, 时点不同, 时段不同. */
export type WhyIncomparable = 'scope' | 'date' | 'span';

/** What the gate looks at of a number. */
export type Placed = { figure: Pick<Figure, 'scopeNote'>; offset?: Offset | undefined };

/** Why two numbers of an indicator of this nature may not be set against each other; null where they may. */
export function whyIncomparable(a: Placed, b: Placed, nature: Nature): WhyIncomparable | null {
  if (scopeOf(a.figure) !== scopeOf(b.figure)) return 'scope';
  const [one, other] = [a.offset ?? none, b.offset ?? none];
  if (one.end === other.end && (nature === 'stock' || one.start === other.start)) return null;
  return nature === 'flow' ? 'span' : 'date';
}

/** Whether a number is of all the months of its period together: a flow, and a rate whose parts are flows. Of a term it
 *  is of its years together, and no single year is set against it. */
export const isOfItsMonths = (
  { nature, numerator }: Pick<Indicator, 'nature' | 'numerator'>,
  natureOf: (code: string) => Nature | undefined,
): boolean =>
  nature === 'flow' || (nature === 'ratio' && numerator !== null && natureOf(numerator) === 'flow');

/** Why numbers of several periods may not be added up or averaged over them: each has to be of its whole period. */
export function whyNotTogether(numbers: readonly Placed[], nature: Nature): WhyIncomparable | null {
  const apart = numbers.find(({ offset }) => offset !== undefined && nature !== 'standard');
  if (apart) return nature === 'flow' ? 'span' : 'date';
  const [first, ...rest] = numbers;
  return first && rest.some((one) => whyIncomparable(first, one, nature)) ? 'scope' : null;
}

/** The narrower scope a figure speaks of. "…未写明" is a remark on the data, "…合计" says what was added up:
 *  neither narrows, both stand in the notes of the table. */
export function scopeOf({ scopeNote }: Pick<Figure, 'scopeNote'>): string | null {
  return scopeNote === null || scopeNote.includes('未') || scopeNote.endsWith('合计')
    ? null
    : scopeNote;
}

/** Where a figure lies seen from its report's period; undefined where it is of all of it, or of its last day. A year
 *  alone is the year's end, or its start. */
export function offsetOf(
  { asOf, from }: Pick<Figure, 'asOf' | 'from'>,
  period: Pick<Period, 'from' | 'to'>,
): Offset | undefined {
  const offset = {
    start: from === null ? 0 : monthsBetween(period.from, from, period.from.slice(5)),
    end: asOf === null ? 0 : monthsBetween(period.to, asOf, period.to.slice(5)),
  };
  return offset.start === 0 && offset.end === 0 ? undefined : offset;
}

const none: Offset = { start: 0, end: 0 };

function monthsBetween(month: string, date: string, usual: string): number {
  const number = (text: string, rest: string) =>
    Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7) || rest);
  return number(date, usual) - number(month, usual);
}
