import 'server-only';
import { officeDay } from '@/lib/domain/tree/office-day';
import { lineageOf } from '@/lib/domain/tree/unit';
import { isId, withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import type { Transaction } from '../database/transaction';
import { holdSubmissions } from '../report/lock-queries';

type PendingUnit = { code: string; name: string; nameEn: string };

/** The units directly below that of a report whose own reports of the period are not approved and still can be: handed
 *  in and waiting for a decision, or with time left. Who never reported and cannot any more holds up nobody. */
export async function findPendingBelow(viewer: Viewer, reportId: string): Promise<PendingUnit[]> {
  return isId(reportId) ? pendingBelow(db, viewer, reportId) : [];
}

/** The same within a transaction. */
export async function pendingBelow(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
): Promise<PendingUnit[]> {
  const now = new Date();
  const report = await tx.report.findFirst({
    where: { id: reportId, unit: withinScope(viewer) },
    select: { periodId: true, unit: { select: { lineage: true } } },
  });
  if (!report) return [];
  const { lineage } = report.unit;
  const waiting = await tx.newestSubmission.findMany({
    where: {
      AND: [
        { OR: [{ decision: null }, { decision: { not: 'approved' } }] },
        { OR: [{ signedAt: { not: null } }, { report: { dates: { closesAt: { gte: now } } } }] },
      ],
      report: {
        periodId: report.periodId,
        unit: {
          lineage: { startsWith: lineage },
          OR: [{ validTo: null }, { validTo: { gt: new Date(officeDay(now)) } }],
        },
      },
    },
    select: {
      report: {
        select: { unit: { select: { code: true, name: true, nameEn: true, lineage: true } } },
      },
    },
    orderBy: { report: { unit: { lineage: 'asc' } } },
  });
  return waiting
    .map(({ report: { unit } }) => unit)
    .filter((unit) => unit.lineage === lineageOf(unit.code, lineage))
    .map(({ lineage: _, ...unit }) => unit);
}

/** First wait, then look: until this transaction is done no decision on the reports directly below is taken back, nor
 *  is one handed in or withdrawn. Whoever did so before has committed, and `pendingBelow` sees what they left. */
export async function holdBelow(tx: Transaction, viewer: Viewer, reportId: string): Promise<void> {
  await holdSubmissions.read(tx, viewer, reportId, 'below');
}
