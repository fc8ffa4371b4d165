// The reviewer's marks on a returned submission. A mark is dealt with once its figure says something else than the one
// that was marked: another number, another answer or another note. A rate is also dealt with through its parts.
import type { Indicator } from '../catalogue/indicator';
import { threadStanding, type Thread } from './mark-thread';

/** Codes of the marked indicators that nothing was done about; `changed` are those that differ from the marked
 *  submission. */
export function untouchedMarks(
  marks: readonly { indicator: string }[],
  changed: ReadonlySet<string>,
  indicators: readonly Indicator[],
): string[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  return marks
    .map(({ indicator }) => indicator)
    .filter(
      (code) =>
        ![code, byCode.get(code)?.numerator, byCode.get(code)?.denominator].some(
          (one) => one && changed.has(one),
        ),
    );
}

/** Codes of the marked indicators of a form that nothing was done about and whose thread waits for a word of the unit.
 *  Who answered has dealt with a mark though the figure stays, and so has a mark that the reviewer settled. */
export function openMarks(
  marks: readonly { indicator: string }[],
  changed: ReadonlySet<string>,
  indicators: readonly Indicator[],
  threads: ReadonlyMap<string, Pick<Thread, 'words'>>,
): string[] {
  const codes = new Set(indicators.map(({ code }) => code));
  return untouchedMarks(marks, changed, indicators).filter(
    (code) =>
      codes.has(code) && threadStanding(threads.get(code)?.words ?? []) === 'waits-for-unit',
  );
}
