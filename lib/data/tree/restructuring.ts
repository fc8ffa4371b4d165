import 'server-only';
import { lastDayOf, type Period } from '@/lib/domain/tree/period';
import { heirsOf, placesBetween, type Succession } from '@/lib/domain/tree/succession';
import { codesIn, isWithin } from '@/lib/domain/tree/unit';
import { db } from '../database/client';
import { lengthAbove, type Placed, type TreeBasis } from './dated-tree';
import { periodOf } from './periods';
import { readSuccessions } from './successions';

type Named = { code: string; name: string; nameEn: string };
/** A report whose unit was split since, where not all of what came out of it stands below the unit looked at: `into`
 *  names them, `inside` those that do. Its figures cannot be divided. */
export type Undivided = { period: string; unit: Named; into: Named[]; inside: Named[] };

type Restructuring = {
  /** Where today's tree puts units that have been merged or split since. */
  placed: Placed[];
  undivided: Undivided[];
  /** By which name units of these periods are compared, given which reports ("period unit") are looked at; null for one
   *  of several that belong together and are not all looked at. */
  placeOf: (reports: readonly string[]) => (unit: string) => string | null;
};

/** What mergers and splits mean for a roll-up of these periods; next to nothing where there have been none. */
export async function readRestructuring(
  top: { lineage: string },
  periods: readonly Period[],
  basis: TreeBasis,
): Promise<Restructuring> {
  const successions = await readSuccessions();
  if (successions.length === 0) return { placed: [], undivided: [], placeOf: () => (unit) => unit };
  const codes = [...new Set(successions.flatMap(({ unit, into }) => [unit, into]))];
  const [units, reports] = await Promise.all([
    db.unit.findMany({
      where: { code: { in: codes } },
      select: { code: true, name: true, nameEn: true, lineage: true },
    }),
    readReports(codes, periods),
  ]);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const moved = basis === 'then' ? [] : movedSince(periods, successions);
  const placed = moved.map(({ period, unit, heirs }): Placed => {
    const lineages = heirs.map((heir) => byCode.get(heir)!.lineage);
    if (!lineages.every((lineage) => isWithin(lineage, top.lineage)))
      return { period, unit, lineage: null };
    return {
      period,
      unit,
      lineage: `${commonLineage(lineages).slice(lengthAbove(top.lineage))}${unit}/`,
    };
  });
  const undivided = moved.flatMap(({ period, unit, heirs }): Undivided[] => {
    const into = heirs.map((heir) => byCode.get(heir)!);
    const inside = into.filter(({ lineage }) => isWithin(lineage, top.lineage));
    if (inside.length === 0 || inside.length === into.length || !reports.has(`${period} ${unit}`))
      return [];
    return [{ period, unit: byCode.get(unit)!, into, inside }];
  });
  return {
    placed,
    undivided,
    placeOf: (looked) => placesAmong(looked, codes, reports, periods, successions),
  };
}

type Moved = { period: string; unit: string; heirs: string[] };

function movedSince(periods: readonly Period[], successions: readonly Succession[]): Moved[] {
  const left = [...new Set(successions.map(({ unit }) => unit))];
  return periods.flatMap((period) =>
    left.flatMap((unit): Moved[] => {
      const heirs = heirsOf(unit, lastDayOf(period), successions);
      return heirs.length === 1 && heirs[0] === unit ? [] : [{ period: period.code, unit, heirs }];
    }),
  );
}

function placesAmong(
  looked: readonly string[],
  codes: readonly string[],
  reports: ReadonlySet<string>,
  periods: readonly Period[],
  successions: readonly Succession[],
) {
  const days = periods.map(lastDayOf).sort();
  const placeOf = placesBetween(days[0] ?? '', days.at(-1) ?? '', successions);
  const seen = new Set(looked);
  const torn = new Set(
    codes
      .filter((code) =>
        periods.some(
          (period) => reports.has(`${period.code} ${code}`) && !seen.has(`${period.code} ${code}`),
        ),
      )
      .map(placeOf),
  );
  const grouped = new Set(codes.filter((code) => placeOf(code) !== code).map(placeOf));
  return (unit: string): string | null => {
    const place = placeOf(unit);
    return grouped.has(place) && torn.has(place) ? null : place;
  };
}

/** Which of the units were expected to report while they stood, as "period unit". */
async function readReports(
  codes: readonly string[],
  periods: readonly Period[],
): Promise<Set<string>> {
  const rows = await db.report.findMany({
    where: {
      unit: { code: { in: [...codes] } },
      period: { code: { in: periods.map(({ code }) => code) } },
    },
    select: { unit: { select: { code: true, validTo: true } }, period: true },
  });
  return new Set(
    rows
      .filter(
        ({ unit, period }) =>
          unit.validTo === null || unit.validTo > new Date(lastDayOf(periodOf(period))),
      )
      .map(({ unit, period }) => `${period.code} ${unit.code}`),
  );
}

/** The lineage that all of these have in common; of one, itself. */
function commonLineage(lineages: readonly string[]): string {
  const [first = [], ...rest] = lineages.map(codesIn);
  const shared = first.findIndex((code, at) => rest.some((other) => other[at] !== code));
  return `/${(shared < 0 ? first : first.slice(0, shared)).map((code) => `${code}/`).join('')}`;
}
