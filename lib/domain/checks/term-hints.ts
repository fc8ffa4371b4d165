// A term held against its own years on file: what they add up to, what stood at their end, what their parts divide to.
import type { Indicator } from '../catalogue/indicator';
import { absolute, change, compare, growth, ratio, round, sum } from '../figure/number';
import type { StatisticalHint } from './statistical-hints';

/** What a term says otherwise than its years on file: their sum, what stood at their end, what their parts divide
 *  to. */
export type TermHint = {
  kind: 'years';
  direction: 'up' | 'down';
  basis: 'sum' | 'end' | 'parts';
  expected: string;
  years: number;
};
/** Why a figure of a form asks for a second look. */
export type FormHint = StatisticalHint | TermHint;

/** Values of one year by indicator. */
export type YearValues = ReadonlyMap<string, string>;

type Held = Pick<Indicator, 'code' | 'nature' | 'numerator' | 'denominator'>;

/** Per cent, and points of a rate, up to which a term may differ from its years. */
const tolerated = 1;

/** What a figure of a term says otherwise than the years on file; null where it agrees, or too little is on file.
 *  `years`: by year, of the term's years that were handed in. `natureOf`: of an indicator by its code. */
export function termHint(
  { code, nature, numerator, denominator }: Held,
  value: string,
  { years, all }: { years: ReadonlyMap<number, YearValues>; all: readonly number[] },
  natureOf: (code: string) => Indicator['nature'] | undefined,
): TermHint | null {
  const valuesOf = (one: string) => all.flatMap((year) => years.get(year)?.get(one) ?? []);
  const isWhole = (values: readonly string[]) => values.length === all.length;
  const hint = (basis: 'sum' | 'end' | 'parts', expected: string, count: number): TermHint => ({
    kind: 'years',
    basis,
    expected,
    years: count,
    direction: compare(value, expected) > 0 ? 'up' : 'down',
  });
  if (nature === 'flow') {
    const values = valuesOf(code);
    if (values.length === 0) return null;
    const expected = sum(values);
    // Some of its years are no more than the whole; only all of them are all of it.
    const isWrong = isWhole(values) ? isFar(value, expected) : compare(value, expected) < 0;
    return isWrong ? hint('sum', expected, values.length) : null;
  }
  if (nature === 'stock') {
    const last = years.get(all.at(-1)!)?.get(code);
    return last !== undefined && isFar(value, last) ? hint('end', last, 1) : null;
  }
  if (nature !== 'ratio' || numerator === null || denominator === null) return null;
  if (natureOf(numerator) !== 'flow' || natureOf(denominator) !== 'flow') return null;
  const [tops, bottoms] = [valuesOf(numerator), valuesOf(denominator)];
  const rate = isWhole(tops) && isWhole(bottoms) ? ratio(sum(tops), sum(bottoms)) : null;
  if (rate === null) return null;
  const expected = round(rate, 1);
  return compare(absolute(change(value, expected)), tolerated) > 0
    ? hint('parts', expected, all.length)
    : null;
}

/** What the years of a term on file say of a figure, earliest first; `sum` of a flow where it has more than one. */
export function yearsOnFile(
  { code, nature }: Pick<Indicator, 'code' | 'nature'>,
  { years, all }: { years: ReadonlyMap<number, YearValues>; all: readonly number[] },
): { values: { year: number; value: string }[]; sum: string | null } {
  const values = all.flatMap((year) => {
    const value = years.get(year)?.get(code);
    return value === undefined ? [] : [{ year, value }];
  });
  const isSummed = nature === 'flow' && values.length > 1;
  return { values, sum: isSummed ? sum(values.map(({ value }) => value)) : null };
}

function isFar(value: string, expected: string): boolean {
  const off = growth(value, expected);
  return off === null ? compare(value, expected) !== 0 : compare(absolute(off), tolerated) > 0;
}
