// Finding checks among all: by section, class and words.
import type { Check, Indicator } from '../catalogue/indicator';

/** Which checks are looked for; empty is any. `words` are codes of checks and indicators, or parts of the check's
 *  note. */
export type CheckSearch = { section: string; kind: string; words: string };

/** Whether a check is one of those looked for, given the indicators of the catalogue. */
export function checkFinder(
  { section, kind, words }: CheckSearch,
  indicators: readonly Pick<Indicator, 'code' | 'section'>[],
): (check: Check) => boolean {
  const sectionOf = new Map(indicators.map((indicator) => [indicator.code, indicator.section]));
  const wanted = words.trim().split(/\s+/);
  return (check) => {
    const codes = [...check.left, ...check.right].flatMap(({ code }) => code ?? []);
    const text = `${check.code} ${check.note} ${codes.join(' ')}`;
    return (
      (section === '' || codes.some((code) => sectionOf.get(code) === section)) &&
      (kind === '' || check.kind === kind) &&
      wanted.every((word) => text.includes(word))
    );
  };
}
