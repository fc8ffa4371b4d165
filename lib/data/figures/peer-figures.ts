import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { memberIndicator, perMember } from '@/lib/domain/checks/figure-hints';
import { previousOf, type Period } from '@/lib/domain/tree/period';
import { peersOf, type Peers } from '@/lib/domain/checks/statistical-hints';
import { codesIn, lineageOf } from '@/lib/domain/tree/unit';
import { isId, withinScope, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { groupBy } from '../database/group-by';

/** What the peers of a unit have, and in which period. */
export type PeerFigures = ReadonlyMap<string, Peers & { period: string }>;

type Row = { period: string; submissionId: string; indicator: string; value: string };

/** What the units of the same level under the same union have between them, by indicator, of what was approved: of the
 *  report's period or, while fewer than five are approved, of the one before. No single unit's figure leaves this
 *  function. */
export async function findPeers(
  viewer: Viewer,
  report: { id: string; period: Period },
): Promise<PeerFigures> {
  if (!isId(report.id) || viewer.roles.length === 0) return new Map();
  const own = await db.report.findFirst({
    where: { id: report.id, unit: withinScope(viewer) },
    select: { unit: true },
  });
  if (!own) return new Map();
  return (await readPeers(own.unit, [report.period])).get(report.period.code) ?? new Map();
}

type Unit = Prisma.UnitGetPayload<object>;

/** The same of a unit in several periods, by their codes. */
export async function readPeers(
  unit: Unit,
  periods: readonly Period[],
): Promise<Map<string, PeerFigures>> {
  const codes = periods.flatMap((period) => [period.code, previousOf(period).code]);
  const [{ indicators }, rows] = await Promise.all([
    findCatalogue(),
    readApproved(unit, [...new Set(codes)]),
  ]);
  const byIndicator = groupBy(rows, ({ indicator }) => indicator);
  const members = new Map(
    (byIndicator.get(memberIndicator) ?? []).map(({ submissionId, value }) => [
      submissionId,
      value,
    ]),
  );
  const peersIn = (indicator: Indicator, period: string) =>
    peersOf(
      (byIndicator.get(indicator.code) ?? []).flatMap((row) =>
        row.period === period
          ? (perMember(row.value, indicator, members.get(row.submissionId) ?? null) ?? [])
          : [],
      ),
    );
  const peersFor = (period: Period): PeerFigures =>
    new Map(
      indicators.flatMap((indicator) => {
        for (const code of [period.code, previousOf(period).code]) {
          const peers = peersIn(indicator, code);
          if (peers) return [[indicator.code, { ...peers, period: code }] as const];
        }
        return [];
      }),
    );
  return new Map(periods.map((period) => [period.code, peersFor(period)]));
}

/** What was approved of units of the same level and kind under the same union. */
async function readApproved({ id, level, kind, lineage }: Unit, periods: string[]): Promise<Row[]> {
  const above = lineage.slice(0, -1 - codesIn(lineage).at(-1)!.length);
  const beside = (
    await db.unit.findMany({
      where: {
        ...{ level, kind, countedElsewhere: false, id: { not: id } },
        lineage: { startsWith: above },
      },
      select: { id: true, code: true, lineage: true },
    })
  ).filter((unit) => unit.lineage === lineageOf(unit.code, above));
  const speaking = await db.speakingSubmission.findMany({
    where: {
      standing: 'approved',
      report: { unitId: { in: beside.map((unit) => unit.id) }, period: { code: { in: periods } } },
    },
    select: { id: true, report: { select: { period: { select: { code: true } } } } },
  });
  const periodOf = new Map(speaking.map((row) => [row.id, row.report.period.code]));
  const figures = await db.figure.findMany({
    where: { submissionId: { in: [...periodOf.keys()] }, measure: 'level', answer: 'number' },
    select: { submissionId: true, indicatorCode: true, value: true },
  });
  return figures.map(({ submissionId, indicatorCode, value }) => ({
    period: periodOf.get(submissionId)!,
    submissionId,
    indicator: indicatorCode,
    value: value!.toFixed(),
  }));
}
