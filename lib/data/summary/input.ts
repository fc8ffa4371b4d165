import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Explained } from '@/lib/domain/checks/explained-note';
import { parsePeriodCode, previousOf, type Period } from '@/lib/domain/tree/period';
import type { SummaryInput, SummaryStyle } from '@/lib/domain/comparison/source';
import type { DocumentPlan } from '@/lib/domain/document-plan/plan';
import { withinScope, type UnitLevel, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { readExplained, readExplainedTotals } from '../figures/explained-checks';
import { findPlanFor } from './document-plans';
import { listSources, readSources, readTargets, type Source } from './list-sources';
import { readSuccessionsOf } from '../tree/successions';
import { findAbove, listUnitsBelow } from '../tree/units-below';
import { notesOf } from '../figures/queries';
import { isCode } from '../database/words';

/** Codes of what is asked for; `base` is a further year to compare with, `style` how the office writes, `plan` one to
 *  be followed instead of the office's, null for none. */
export type SummaryKey = {
  unit: string;
  period: string;
  base?: string;
  style?: SummaryStyle;
  plan?: DocumentPlan | null;
};

/** A unit, a period and the submissions that speak for them, not yet read. `explainedTotals` may be written when the
 *  submission is frozen already: a summary that is kept is known by them, too. */
export type SummarySources = Pick<
  SummaryInput,
  'unit' | 'catalogue' | 'style' | 'plan' | 'successions'
> & {
  period: Period;
  sources: Source[];
  explainedTotals: Explained[];
  peers: Peers | null;
  /** What the unit reports of the period after, for a plan that looks ahead. */
  next: Source | null;
};

/** The units beside it, with what they handed in for the period. */
type Peers = Omit<NonNullable<SummaryInput['peers']>, 'reports'> & { sources: Source[] };

/** `isApprovedOnly`: what the union above has not approved says nothing. */
export type SourceChoice = { isApprovedOnly?: boolean };

/** What a summary would be made from; null where the viewer may not see the unit or nothing is reported. */
export async function findSummarySources(
  viewer: Viewer,
  scope: SummaryKey,
  { isApprovedOnly = false }: SourceChoice = {},
): Promise<SummarySources | null> {
  const period = parsePeriodCode(scope.period);
  const base = scope.base === undefined ? null : parsePeriodCode(scope.base);
  if (!period || !isCode(scope.unit) || viewer.roles.length === 0) return null;
  // A part of a year is compared with such a part, everything else with years.
  if (
    scope.base !== undefined &&
    base?.kind !== (period.kind === 'part_year' ? 'part_year' : 'year')
  )
    return null;
  const [found, catalogue] = await Promise.all([
    listSources(viewer, scope.unit, periodsFor(period, base)),
    findCatalogue(),
  ]);
  const speaks = ({ standing }: Source) => !isApprovedOnly || standing === 'approved';
  const sources = found?.sources.filter(speaks) ?? [];
  if (!found || !sources.some((source) => covers(source.period, period))) return null;
  const { unit } = found;
  const { code, name, level } = unit;
  // A term that has a report ends in the month that the report says.
  const narrated = sources.find((source) => source.period.code === period.code)?.period ?? period;
  const speaking = sources
    .filter((source) => source.period.code === narrated.code)
    .map(({ submissionId }) => submissionId);
  const [explainedTotals, successions, peers, plan] = await Promise.all([
    readExplainedTotals(speaking),
    readSuccessionsOf(code),
    findPeers(viewer, unit, narrated),
    scope.plan === undefined ? findPlanFor(unit.lineage) : scope.plan,
  ]);
  const next =
    plan?.outlook && period.kind === 'year' ? await findNext(viewer, code, period) : null;
  return {
    unit: { code, name, level },
    period: narrated,
    sources,
    catalogue,
    style: scope.style,
    ...(plan && { plan }),
    explainedTotals,
    successions,
    next: next && speaks(next) ? next : null,
    peers: peers && { ...peers, sources: peers.sources.filter(speaks) },
  };
}

/** What the unit may be set in order with: its neighbours' submissions, for a viewer who may see them. Whoever looks
 *  from within the unit may not, and gets no places. */
async function findPeers(
  viewer: Viewer,
  unit: { code: string; level: UnitLevel; lineage: string },
  period: Period,
): Promise<Peers | null> {
  if (period.kind === 'term' || unit.lineage === viewer.unit.lineage) return null;
  const aboveId = await findAbove(unit.code, period.code);
  const above =
    aboveId &&
    (await db.unit.findFirst({
      where: { AND: [{ id: aboveId }, withinScope(viewer)] },
      select: { id: true, code: true, name: true, level: true },
    }));
  const units = above ? await listUnitsBelow(above, period.code, [period.code]) : [];
  // 全市第二位 speaks of units of one kind.
  if (!above || units.length < 2 || units.some(({ level }) => level !== unit.level)) return null;
  const { code, name, level } = above;
  return {
    above: { code, name, level },
    expected: units.length,
    sources: units.filter((one) => one.code !== unit.code).flatMap(({ sources }) => sources),
  };
}

async function findNext(viewer: Viewer, unit: string, period: Period): Promise<Source | null> {
  const found = await listSources(viewer, unit, Prisma.sql`p."code" = ${yearAfter(period)}`);
  return found?.sources[0] ?? null;
}

/** Reads the figures; null where none of what is to be narrated has a number. */
export async function readSummaryInput({
  unit,
  period,
  sources,
  catalogue,
  style,
  plan,
  explainedTotals,
  successions,
  peers,
  next,
}: SummarySources): Promise<SummaryInput | null> {
  const narrated = sources
    .filter((source) => source.period.code === period.code)
    .map(({ submissionId }) => submissionId);
  const [reports, notes, checked, beside, ahead] = await Promise.all([
    readSources(sources),
    notesOf.read(db, narrated),
    readExplained(narrated),
    peers ? readSources(peers.sources) : [],
    next && readTargets(next),
  ]);
  if (!reports.some((report) => covers(report.period, period))) return null;
  const own = {
    unit,
    successions,
    scope: { kind: period.kind, period },
    reports,
    catalogue,
    style,
    ...(plan && { plan }),
    ...(ahead && { next: ahead }),
    notes,
    // What clerk and reviewer said among themselves stays between them.
    explained: [...checked, ...explainedTotals].filter(({ isPublic }) => isPublic),
  };
  return peers
    ? { ...own, peers: { above: peers.above, expected: peers.expected, reports: beside } }
    : own;
}

// A term is narrated from its own report, from its years, or from both.
const covers = (reported: Period, asked: Period): boolean =>
  reported.code === asked.code ||
  (asked.kind === 'term' &&
    reported.kind === 'year' &&
    reported.from >= asked.from &&
    reported.from <= asked.to);

// Which reports a summary is made from; `summarise` decides what it does with each.
function periodsFor(period: Period, base: Period | null): Prisma.Sql {
  const codes = [
    period.code,
    ...(period.kind === 'term' ? [] : [previousOf(period).code]),
    ...(base ? [base.code] : []),
  ];
  const listed = Prisma.sql`p."code" = ANY(${codes}::text[])`;
  if (period.kind !== 'term') return listed;
  // The single years of the term, and the year before it, which is what its growth is counted from.
  const before = `${Number(period.from.slice(0, 4)) - 1}-01-01`;
  return Prisma.sql`(${listed} OR (p."kind" = 'year'
    AND p."from_month" >= ${before}::date AND p."from_month" <= ${`${period.to}-01`}::date))`;
}

const yearAfter = ({ from }: Period): string => String(Number(from.slice(0, 4)) + 1);
