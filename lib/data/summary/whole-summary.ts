import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { parsePeriodCode, previousOf } from '@/lib/domain/tree/period';
import type { Catalogue } from '@/lib/domain/catalogue/indicator';
import type { SourceReport, SummaryInput, SummaryStyle } from '@/lib/domain/comparison/source';
import { summarise } from '@/lib/domain/summary/summarise';
import type { Summary } from '@/lib/domain/summary/summary';
import { wholeInput, type WholeInput } from '@/lib/domain/units-summary/whole';
import { findCatalogue } from '../catalogue/catalogue';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { isCode } from '../database/words';
import { notesOf } from '../figures/queries';
import { readLeftReports } from '../tree/left-reports';
import { readRestructured } from '../tree/successions';
import { listUnitsBelow, type UnitBelow } from '../tree/units-below';
import { findPlanFor } from './document-plans';
import { keepSummary } from './kept-summaries';
import { listSources, readSources, type Source } from './list-sources';

/** A unit and those directly below it narrated as one; null where the viewer may not see it, or fewer than two have
 *  handed in. A term is narrated of each by itself. */
export async function findWholeSummary(
  viewer: Viewer,
  key: { unit: string; period: string; style?: SummaryStyle },
): Promise<Summary | null> {
  const period = parsePeriodCode(key.period);
  if (!period || period.kind === 'term' || !isCode(key.unit) || viewer.roles.length === 0)
    return null;
  const [above, catalogue] = await Promise.all([
    db.unit.findFirst({
      where: { code: key.unit, ...withinScope(viewer) },
      select: { id: true, code: true, name: true, level: true, lineage: true },
    }),
    findCatalogue(),
  ]);
  if (!above) return null;
  const base = previousOf(period);
  const codes = [period.code, base.code];
  const [units, found, plan, changed, left] = await Promise.all([
    listUnitsBelow(above, period.code, codes),
    listSources(viewer, above.code, Prisma.sql`p."code" = ANY(${codes}::text[])`),
    findPlanFor(above.lineage),
    readRestructured(base, period),
    readLeftReports(above, codes),
  ]);
  const restructured = [
    ...changed,
    ...left.flatMap(({ isStale, into }) => (isStale && into ? into.code : [])),
  ];
  const own = (found?.sources ?? []).filter(({ standing }) => standing !== 'draft');
  if (units.length === 0) return null;
  const { code, name, level } = above;
  const sources = {
    above: { code, name, level },
    period,
    units,
    own,
    plan,
    restructured,
    style: key.style,
  };
  return keepSummary(catalogue, { kind: 'whole', ...sources }, true, async () => {
    const input = await readWholeInput(sources, catalogue);
    return input && summarise(input);
  });
}

type WholeSources = Pick<WholeInput, 'above' | 'period' | 'plan' | 'style'> & {
  units: UnitBelow[];
  own: Source[];
  restructured: string[];
};

async function readWholeInput(
  { own, units, restructured, period, ...rest }: WholeSources,
  catalogue: Catalogue,
): Promise<SummaryInput | null> {
  const speaking = own.filter((one) => one.period.code === period.code);
  const [reports, ownReports, notes] = await Promise.all([
    readSources(units.flatMap(({ sources }) => sources)),
    readSources(own),
    notesOf.read(
      db,
      speaking.map(({ submissionId }) => submissionId),
    ),
  ]);
  const isNow = (report: SourceReport) => report.period.code === period.code;
  return wholeInput({
    ...rest,
    period,
    units,
    own: ownReports,
    reports: reports.filter(isNow),
    previous: reports.filter((report) => !isNow(report) && !restructured.includes(report.unit)),
    catalogue,
    notes,
  });
}
