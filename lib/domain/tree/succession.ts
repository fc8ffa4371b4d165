// What became of units that closed into another (并入) or were split into several (分立). It answers where figures
// of an earlier day belong in today's tree, and which units have to be taken together so that two days can be compared.

/** `unit` gave what it stood for to `into` on a day: wholly and for good, or a part of it that nobody can distinguish
 *  from the figures. `goesOn`: the unit keeps what was left. */
export type Succession = { unit: string; into: string; on: string; goesOn: boolean };

/** The units of today that stand for what `unit` was on `day`: itself where nothing has happened since. With more than
 *  one its figures of that day cannot be divided among them. */
export function heirsOf(unit: string, day: string, successions: readonly Succession[]): string[] {
  const heirs = new Set<string>();
  const seen = new Set<string>();
  const follow = (code: string, happened: (on: string) => boolean) => {
    const next = successions.filter((one) => one.unit === code && happened(one.on));
    if (next.every(({ goesOn }) => goesOn)) heirs.add(code);
    for (const { into, on } of next) {
      const place = `${into} ${on}`;
      if (seen.has(place)) continue;
      seen.add(place);
      follow(into, (later) => later >= on);
    }
  };
  follow(unit, (on) => on > day);
  return [...heirs].sort();
}

/** A name for what a unit stands for, the same for all units that have to be taken together to compare a day after
 *  `from` up to `to` with `from`: those that gave something to one another in between. */
export function placesBetween(
  from: string,
  to: string,
  successions: readonly Succession[],
): (unit: string) => string {
  const above = new Map<string, string>();
  const rootOf = (unit: string): string => {
    const next = above.get(unit);
    return next === undefined ? unit : rootOf(next);
  };
  for (const { unit, into, on } of successions) {
    if (on <= from || on > to) continue;
    const [one, other] = [rootOf(unit), rootOf(into)].sort() as [string, string];
    if (one !== other) above.set(other, one);
  }
  return rootOf;
}
