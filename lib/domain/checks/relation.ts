// A check relation as forms print it, in the codes of the indicators: HT010 ≤ HT005. It says what must hold, never a
// figure.
import type { Check, Term } from '../catalogue/indicator';
import { absolute, compare } from '../figure/number';

/** `before` follows the code of a figure of the period before; `present` joins what is given and what then must be;
 *  `name` says an indicator otherwise than by its code. */
export type RelationWords = {
  before: string;
  present: (given: string, asked: string) => string;
  name?: (code: string) => string;
};

const signs = { '<=': '≤', '>=': '≥', '=': '=' } as const;

/** The relation in codes, or names, and signs. */
export function printRelation(
  { left, op, right, tolerance }: Pick<Check, 'left' | 'op' | 'right' | 'tolerance'>,
  { before, present, name = (code) => code }: RelationWords,
): string {
  const code = (term: Term): string => `${name(term.code ?? '')}${term.period === 0 ? '' : before}`;
  if (op === 'present-if') return present(right.map(code).join('、'), left.map(code).join('、'));
  const side = (terms: readonly Term[]): string =>
    terms.map((term, at) => signed(term, at, term.code === null ? '' : code(term))).join('');
  const within = compare(tolerance, 0) > 0 ? ` ±${tolerance}` : '';
  if (op === 'ratio-of') return `${side(left)} = ${right.map(code).join(' ÷ ')} × 100${within}`;
  return `${side(left)} ${signs[op]} ${side(right)}${within}`;
}

function signed({ factor }: Term, at: number, code: string): string {
  const sign = factor < 0 ? (at === 0 ? '−' : ' − ') : at === 0 ? '' : ' + ';
  const amount = absolute(factor);
  if (code === '') return `${sign}${amount}`;
  return `${sign}${compare(amount, 1) === 0 ? '' : `${amount} × `}${code}`;
}
