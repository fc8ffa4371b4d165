import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { parsePeriodCode, previousOf, type Period } from '@/lib/domain/period';
import type { SummaryInput, SummaryStyle } from '@/lib/domain/summary';
import { withinScope, type Viewer } from './access';
import { findCatalogue } from './catalogue';
import { db } from './client';
import { listSources, readsDrafts, readSources, type Source } from './sources';
import { readNotes } from './work-notes';
import { isCode } from './words';

/** Codes of what is asked for; `base` is a further year to compare with, `style` how the office writes. */
export type SummaryKey = { unit: string; period: string; base?: string; style?: SummaryStyle };

/** A unit, a period and the submissions that speak for them, not yet read. */
export type SummarySources = Pick<SummaryInput, 'unit' | 'catalogue' | 'style'> & { period: Period; sources: Source[] };

/** What a summary would be made from; null where the viewer may not see the unit or nothing is reported. */
export async function findSummarySources(viewer: Viewer, scope: SummaryKey): Promise<SummarySources | null> {
  const period = parsePeriodCode(scope.period);
  const base = scope.base === undefined ? null : parsePeriodCode(scope.base);
  if (!period || !isCode(scope.unit) || viewer.roles.length === 0) return null;
  // A part of a year is compared with such a part, everything else with years.
  if (scope.base !== undefined && base?.kind !== (period.kind === 'part_year' ? 'part_year' : 'year')) return null;
  const [unit, catalogue] = await Promise.all([
    db.unit.findFirst({ where: { code: scope.unit, ...withinScope(viewer) }, select: { id: true, code: true, name: true, level: true, lineage: true } }),
    findCatalogue(),
  ]);
  if (!unit) return null;
  const sources = await listSources(unit, readsDrafts(viewer, unit.lineage), periodsFor(period, base));
  if (!sources.some((source) => tells(source.period, period))) return null;
  const { code, name, level } = unit;
  // A term that has a report ends in the month that the report says.
  const told = sources.find((source) => source.period.code === period.code)?.period ?? period;
  return { unit: { code, name, level }, period: told, sources, catalogue, style: scope.style };
}

/** Reads the figures; null where none of what is to be told has a number. */
export async function readSummaryInput({ unit, period, sources, catalogue, style }: SummarySources): Promise<SummaryInput | null> {
  const told = sources.filter((source) => source.period.code === period.code).map(({ submissionId }) => submissionId);
  const [reports, notes] = await Promise.all([readSources(sources), readNotes(db, told)]);
  if (!reports.some((report) => tells(report.period, period))) return null;
  return { unit, scope: { kind: period.kind, period }, reports, catalogue, style, notes: [...notes.values()].flat().filter(({ text }) => text !== '') };
}

// A term is told from its own report, from its years, or from both.
const tells = (reported: Period, asked: Period): boolean =>
  reported.code === asked.code ||
  (asked.kind === 'term' && reported.kind === 'year' && reported.from >= asked.from && reported.from <= asked.to);

// Which reports a summary is made from; `summarise` decides what it does with each.
function periodsFor(period: Period, base: Period | null): Prisma.Sql {
  const codes = [period.code, ...(period.kind === 'term' ? [] : [previousOf(period).code]), ...(base ? [base.code] : [])];
  const listed = Prisma.sql`p."code" = ANY(${codes}::text[])`;
  if (period.kind !== 'term') return listed;
  // The single years of the term, and the year before it, which is what its growth is counted from.
  const before = `${Number(period.from.slice(0, 4)) - 1}-01-01`;
  return Prisma.sql`(${listed} OR (p."kind" = 'year' AND p."from_month" >= ${before}::date AND p."from_month" <= ${`${period.to}-01`}::date))`;
}
