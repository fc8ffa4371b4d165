import 'server-only';
import type { PeriodKind } from '@/lib/domain/tree/period';
import { summarise } from '@/lib/domain/summary/summarise';
import type { Summary } from '@/lib/domain/summary/summary';
import type { UnitLevel, Viewer } from '../database/access';
import { db } from '../database/client';
import { keepSummary } from './kept-summaries';
import { scopesOf } from './queries';
import type { Standing } from './list-sources';
import {
  findSummarySources,
  readSummaryInput,
  type SourceChoice,
  type SummaryKey,
  type SummarySources,
} from './input';

export { findTrace, type Trace } from './trace';

export type SummaryScope = {
  unit: { code: string; name: string; nameEn: string; level: UnitLevel };
  /** Newest first. The last years are offered as a term also where the unit has no report of it. */
  periods: { code: string; kind: PeriodKind; madeUp: boolean; standing: Standing }[];
};

/** The comparison summary of a unit for a year, a part of a year or a term; null where the viewer may not see the unit
 *  or nothing is reported. `base` is a further year to compare with. */
export async function findSummary(
  viewer: Viewer,
  scope: SummaryKey,
  choice: SourceChoice = {},
): Promise<Summary | null> {
  const sources = await findSummarySources(viewer, scope, choice);
  return sources && narrate(sources);
}

/** Units and periods the viewer can have a summary of, in the order of the unit tree. */
export async function listSummaryScopes(viewer: Viewer): Promise<SummaryScope[]> {
  if (viewer.roles.length === 0) return [];
  const rows = await scopesOf.read(db, viewer);
  const scopes = new Map<string, SummaryScope>();
  for (const { code, name, nameEn, level, period, kind, madeUp, standing } of rows) {
    const scope = scopes.get(code) ?? { unit: { code, name, nameEn, level }, periods: [] };
    scope.periods.push({ code: period, kind, madeUp, standing });
    scopes.set(code, scope);
  }
  return [...scopes.values()].map(({ unit, periods }) => ({ unit, periods: withTerm(periods) }));
}

type ScopePeriod = SummaryScope['periods'][number];

// The years up to the newest one, five at most and without a gap, are a term to look back on. Two years are no term:
// that is the comparison of the newer with the older.
function withTerm(periods: ScopePeriod[]): ScopePeriod[] {
  const years = periods.filter(({ kind }) => kind === 'year');
  const newest = Number(years[0]?.code);
  const run = years.slice(0, 5).filter(({ code }, at) => Number(code) === newest - at);
  const code = `${run.at(-1)?.code}..${newest}`;
  if (run.length < 3 || periods.some((period) => period.code === code)) return periods;
  const standing = standings.find((one) => run.some((year) => year.standing === one))!;
  return [{ code, kind: 'term', madeUp: run.some(({ madeUp }) => madeUp), standing }, ...periods];
}

/** From the least certain on. */
const standings: Standing[] = ['draft', 'submitted', 'approved'];

function narrate(sources: SummarySources): Promise<Summary | null> {
  const { catalogue, ...rest } = sources;
  const all = [...sources.sources, ...(sources.next ? [sources.next] : [])];
  const isFrozen = all.every(({ standing }) => standing !== 'draft');
  return keepSummary(catalogue, rest, isFrozen, async () => {
    const input = await readSummaryInput(sources);
    return input && summarise(input);
  });
}
