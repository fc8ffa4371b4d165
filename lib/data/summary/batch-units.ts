import 'server-only';
import { parsePeriodCode, yearsOf } from '@/lib/domain/tree/period';
import { withinScope, type UnitLevel, type Viewer } from '../database/access';
import { db } from '../database/client';
import { isCode } from '../database/words';

export type UnitName = { code: string; name: string; nameEn: string; level: UnitLevel };
/** `hasFigures`: something of the period has been handed in, so that there is a summary to make. `changedAt`: when
 *  anything that it may state was last handed in, decided or issued. */
export type BatchUnit = UnitName & { hasFigures: boolean; changedAt: Date | null };

/** The name of a unit that the viewer may know of. */
export async function findUnitName(viewer: Viewer, code: string): Promise<UnitName | null> {
  if (!isCode(code) || viewer.roles.length === 0) return null;
  return db.unit.findFirst({
    where: { code, ...withinScope(viewer) },
    select: { code: true, name: true, nameEn: true, level: true },
  });
}

/** Every unit below this one in the order of the tree, closed ones only where they have figures; null where the viewer
 *  may not see the unit or the period is none. */
export async function listBatchUnits(
  viewer: Viewer,
  code: string,
  periodCode: string,
): Promise<{ unit: UnitName; below: BatchUnit[] } | null> {
  const period = parsePeriodCode(periodCode);
  const unit = period && (await findUnitName(viewer, code));
  if (!unit) return null;
  // A term is narrated from its own report or from its years.
  const codes = [period.code, ...(period.kind === 'term' ? yearsOf(period).map(String) : [])];
  const top = await db.unit.findUniqueOrThrow({ where: { code }, select: { lineage: true } });
  const rows = await db.unit.findMany({
    where: {
      AND: [withinScope(viewer), { lineage: { startsWith: top.lineage } }],
      code: { not: code },
    },
    select: {
      ...{ code: true, name: true, nameEn: true, level: true, validTo: true },
      reports: {
        where: {
          period: { code: { in: codes } },
          submissions: {
            some: { signedAt: { not: null }, figures: { some: { answer: 'number' } } },
          },
        },
        select: { id: true },
        take: 1,
      },
    },
    orderBy: { lineage: 'asc' },
  });
  const changes = await changesOf(
    rows.map((row) => row.code),
    period.code,
  );
  const now = new Date();
  return {
    unit,
    below: rows
      .map(({ validTo, reports, ...row }) => ({
        ...{ ...row, hasFigures: reports.length > 0, changedAt: changes.get(row.code) ?? null },
        isClosed: validTo !== null && validTo <= now,
      }))
      .filter(({ isClosed, hasFigures }) => !isClosed || hasFigures)
      .map(({ isClosed: _, ...row }) => row),
  };
}

/** When anything that a unit's summary may state was last handed in, decided or issued. */
async function changesOf(codes: string[], periodCode: string): Promise<Map<string, Date>> {
  const unit = { code: { in: codes } };
  const [submissions, editions] = await Promise.all([
    db.submission.findMany({
      where: { signedAt: { not: null }, report: { unit } },
      select: {
        signedAt: true,
        review: { select: { decidedAt: true } },
        report: { select: { unit: { select: { code: true } } } },
      },
    }),
    db.edition.findMany({
      where: { manuscript: { periodCode, unit } },
      select: { issuedAt: true, manuscript: { select: { unit: { select: { code: true } } } } },
    }),
  ]);
  const changes = new Map<string, Date>();
  const note = (code: string, at: Date | null | undefined) => {
    const before = changes.get(code);
    if (at && (before === undefined || at > before)) changes.set(code, at);
  };
  for (const { signedAt, review, report } of submissions)
    for (const at of [signedAt, review?.decidedAt]) note(report.unit.code, at);
  for (const { issuedAt, manuscript } of editions) note(manuscript.unit.code, issuedAt);
  return changes;
}
