// Whether a check that an administrator made can be asked at all.
import type { Issue } from '../access/errors';
import type { CheckOperator, Term } from '../catalogue/indicator';

type Wanted = {
  left: Term[];
  op: CheckOperator;
  right: Term[];
  tolerance: string;
  note: string;
  marks: string[];
};

/** What is wrong with a check, or null. `field` names the place. */
export function checkFault(
  { left, op, right, tolerance, note, marks }: Wanted,
  known: ReadonlySet<string>,
): Issue | null {
  for (const [field, terms] of [
    ['left', left],
    ['right', right],
  ] as const) {
    if (terms.length === 0) return { code: 'check-side-empty', params: { field } };
    if (terms.length > mostTerms)
      return { code: 'check-too-many-terms', params: { field, most: String(mostTerms) } };
    const unknown = terms.find(({ code }) => code !== null && !known.has(code));
    if (unknown)
      return { code: 'unknown-indicator', params: { field, indicator: String(unknown.code) } };
    if (terms.some(({ factor }) => !Number.isFinite(factor) || factor === 0))
      return { code: 'check-factor', params: { field } };
  }
  if ([...left, ...right].every(({ code }) => code === null))
    return { code: 'check-without-indicator', params: { field: 'left' } };
  if (
    op === 'ratio-of' &&
    (left.length !== 1 || right.length !== 2 || right.some(({ code }) => code === null))
  )
    return { code: 'check-ratio-shape', params: { field: 'right' } };
  if (
    op === 'present-if' &&
    [...left, ...right].some(({ code, period }) => code === null || period !== 0)
  )
    return { code: 'check-presence-shape', params: { field: 'left' } };
  if (!/^\d{1,12}(\.\d{1,6})?$/.test(tolerance))
    return { code: 'check-tolerance', params: { field: 'tolerance' } };
  if (note.length < shortestNote)
    return { code: 'check-note', params: { field: 'note', least: String(shortestNote) } };
  const unmarked = marks.find((code) => !known.has(code));
  return unmarked === undefined
    ? null
    : { code: 'unknown-indicator', params: { field: 'marks', indicator: unmarked } };
}

const mostTerms = 30;
const shortestNote = 6;
