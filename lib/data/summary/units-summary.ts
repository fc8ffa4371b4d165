import 'server-only';
import { parsePeriodCode, previousOf, type PeriodKind } from '@/lib/domain/tree/period';
import type { Summary } from '@/lib/domain/summary/summary';
import type { SummaryStyle } from '@/lib/domain/comparison/source';
import { summariseUnits } from '@/lib/domain/units-summary/summarise-units';
import { withinScope, type UnitLevel, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { keepSummary } from './kept-summaries';
import { readSources } from './list-sources';
import { readLeftReports } from '../tree/left-reports';
import { readRestructured } from '../tree/successions';
import { listUnitsBelow } from '../tree/units-below';
import { unitsScopesOf } from './queries';
import { isCode } from '../database/words';

/** The units below one, side by side in a period; null where the viewer may not see it, or fewer than two stood below
 *  it, or none has handed in. Two queries whatever the number of units. */
export async function findUnitsSummary(
  viewer: Viewer,
  key: { unit: string; period: string; style?: SummaryStyle },
): Promise<Summary | null> {
  const asked = parsePeriodCode(key.period);
  if (!asked || !isCode(key.unit) || viewer.roles.length === 0) return null;
  const [above, catalogue] = await Promise.all([
    db.unit.findFirst({
      where: { code: key.unit, ...withinScope(viewer) },
      select: { id: true, code: true, name: true, level: true, lineage: true },
    }),
    findCatalogue(),
  ]);
  if (!above) return null;
  const before = asked.kind === 'term' ? [] : [previousOf(asked).code];
  const units = await listUnitsBelow(above, asked.code, [asked.code, ...before]);
  const sources = units.flatMap((unit) => unit.sources);
  // A term that has reports ends in the month that they say.
  const period = sources.find((source) => source.period.code === asked.code)?.period;
  if (units.length < 2 || !period) return null;
  const base = before[0] === undefined ? null : parsePeriodCode(before[0]);
  const [changed, left] = await Promise.all([
    base ? readRestructured(base, period) : [],
    readLeftReports(above, [asked.code, ...before]),
  ]);
  const restructured = [
    ...changed,
    ...left.flatMap(({ isStale, into }) => (isStale && into ? into.code : [])),
  ];
  return keepSummary(
    catalogue,
    { kind: 'units', above, units, restructured, left, style: key.style },
    true,
    async () => {
      const reports = await readSources(sources);
      const of = (code: string | undefined) =>
        reports.filter((report) => report.period.code === code);
      const { code, name, level } = above;
      const previous = of(before[0]).filter(({ unit }) => !restructured.includes(unit));
      return summariseUnits({
        above: { code, name, level },
        period,
        units,
        reports: of(period.code),
        previous,
        catalogue,
        style: key.style,
      });
    },
  );
}

/** Periods in which at least two units below one have handed in. */
export type UnitsScope = {
  unit: { code: string; name: string; nameEn: string; level: UnitLevel };
  periods: { code: string; kind: PeriodKind; reported: number }[];
};

/** Of which units the viewer can see those below side by side, in the order of the tree; the newest period first. */
export async function listUnitsScopes(viewer: Viewer): Promise<UnitsScope[]> {
  if (viewer.roles.length === 0) return [];
  const rows = await unitsScopesOf.read(db, viewer);
  const scopes = new Map<string, UnitsScope>();
  for (const { code, name, nameEn, level, ...period } of rows) {
    const scope = scopes.get(code) ?? { unit: { code, name, nameEn, level }, periods: [] };
    scope.periods.push({ code: period.period, kind: period.kind, reported: period.reported });
    scopes.set(code, scope);
  }
  return [...scopes.values()];
}
