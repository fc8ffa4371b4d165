// Which figures of a returned report may be corrected: the marked ones, those opened on request, and what hangs on
// them, so that nothing that is worked out or added up stays behind. A figure that had no answer is never locked.
import type { Indicator } from '../catalogue/indicator';

/** The return that a draft answers. `granted`: opened on request. `answered`: what had an answer when it was
 *  returned. */
export type ReturnInForce = {
  opensAll: boolean;
  marked: readonly string[];
  granted: readonly string[];
  answered: readonly string[];
};

/** Why a figure cannot be changed just now, and what became of the request to open it. */
export type CellLock = { reason: 'not-marked'; request: 'waiting' | 'refused' | null };

type Place = Pick<Indicator, 'code' | 'partOf' | 'numerator' | 'denominator'>;

/** Codes of the figures that may not be changed while this return is being answered. A return without marks locks
 *  nothing. */
export function lockedCodes(
  { opensAll, marked, granted, answered }: ReturnInForce,
  indicators: readonly Place[],
): Set<string> {
  if (opensAll || marked.length === 0) return new Set();
  const open = withDependents([...marked, ...granted], indicators);
  return new Set(answered.filter((code) => !open.has(code)));
}

/** The figures chosen, the parts they are made of, and every total and rate that follows from any of these. */
export function withDependents(
  chosen: readonly string[],
  indicators: readonly Place[],
): Set<string> {
  const byCode = new Map(indicators.map((one) => [one.code, one]));
  const picked = new Set(chosen);
  const made = indicators
    .filter(({ partOf }) => partOf !== null && picked.has(partOf))
    .map(({ code }) => code);
  const fractions = chosen.flatMap((code) => [
    byCode.get(code)?.numerator,
    byCode.get(code)?.denominator,
  ]);
  const open = new Set([...chosen, ...made, ...fractions.filter((code) => code != null)]);
  for (const code of [...open])
    for (
      let above = byCode.get(code)?.partOf;
      above && !open.has(above);
      above = byCode.get(above)?.partOf
    )
      open.add(above);
  for (const { code, numerator, denominator } of indicators)
    if ([numerator, denominator].some((part) => part !== null && open.has(part))) open.add(code);
  return open;
}
