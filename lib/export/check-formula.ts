// A check relation as a formula of a spreadsheet, that says what evaluateChecks says: TRUE where it fails.
import type { Values } from '@/lib/domain/checks/checks';
import type { Check, MissingPolicy, Term } from '@/lib/domain/catalogue/indicator';

/** The formula, without the sign of equality, that is TRUE where the check fails.
 *  `cellOf` names the cell that holds an indicator's value in base units, "" where there is none. */
export function failFormula(
  check: Check,
  cellOf: (code: string) => string | null,
  previous: Values | null,
): string {
  const look = (term: Term): Seen => {
    if (term.code === null) return { value: String(term.factor), test: null };
    const cell = term.period === 0 ? cellOf(term.code) : null;
    if (cell) return { value: `N(${cell})*${term.factor}`, test: `ISNUMBER(${cell})`, cell };
    const before = term.period === -1 ? previous?.get(term.code) : undefined;
    return before === undefined
      ? { value: '0', test: 'FALSE' }
      : { value: `${before}*${term.factor}`, test: 'TRUE', constant: before };
  };
  const [left, right] = [check.left.map(look), check.right.map(look)];
  if (check.op === 'present-if') {
    const asked = right.map(({ cell, constant }) => `N(${cell ?? constant ?? '0'})>0`);
    return `AND(${asked.join(',')},NOT(AND(${left.map(({ test }) => test ?? 'TRUE').join(',')})))`;
  }
  if (check.op === 'ratio-of') {
    const [over, under] = right.map(({ cell, constant }) => cell ?? constant ?? '0');
    const isThere = [...left, ...right].map(({ test }) => test ?? 'TRUE');
    const difference = `ROUND((${sum(left)})-N(${over})/N(${under})*100,6)`;
    return `IF(AND(${isThere.join(',')},N(${under})<>0),ABS(${difference})>${check.tolerance},FALSE)`;
  }
  const { left: leftMissing = 'any', right: rightMissing = 'any' } = check.missing ?? {};
  const isThere = `AND(${isSideThere(left, leftMissing)},${isSideThere(right, rightMissing)})`;
  const over = `ROUND((${sum(left)})-(${sum(right)}),6)`;
  if (check.op === '<=') return `AND(${isThere},${over}>${check.tolerance})`;
  if (check.op === '>=') return `AND(${isThere},${over}<${-check.tolerance})`;
  return `AND(${isThere},ABS(${over})>${check.tolerance})`;
}

/** `test` is null for a constant of the check, which is always there. */
type Seen = { value: string; test: string | null; cell?: string; constant?: string };

const sum = (terms: Seen[]): string => terms.map(({ value }) => value).join('+');

function isSideThere(terms: Seen[], policy: MissingPolicy): string {
  const tests = terms.flatMap(({ test }) => test ?? []);
  if (policy === 'none' || tests.length === 0) return 'TRUE';
  return `${policy === 'any' ? 'AND' : 'OR'}(${tests.join(',')})`;
}
